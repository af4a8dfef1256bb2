import Exhibits
import SwiftSyntax

extension PlainGivens {
    /// The numbers in a piece of code, and what it calls.
    init(of node: some SyntaxProtocol) {
        let reader = GivensReader(viewMode: .sourceAccurate)
        reader.walk(node)
        self = reader.givens
    }
}

private final class GivensReader: SyntaxVisitor {
    var givens = PlainGivens()

    override func visit(_ node: ArrayExprSyntax) -> SyntaxVisitorContinueKind {
        if let row = row(node) {
            givens.add([row])
        } else {
            let rows = node.elements.compactMap { $0.expression.as(ArrayExprSyntax.self).flatMap(row) }
            if rows.count == node.elements.count { givens.add(rows) }
        }
        return .visitChildren
    }

    private func row(_ node: ArrayExprSyntax) -> [Double]? {
        let numbers = node.elements.compactMap { number($0.expression) }
        return numbers.count == node.elements.count && !numbers.isEmpty ? numbers : nil
    }

    private func number(_ node: ExprSyntax) -> Double? {
        switch PlainExpression(node) {
        case .integer(let value): Double(value)
        case .decimal(let value): value
        default: nil
        }
    }

    override func visit(_ node: PrefixOperatorExprSyntax) -> SyntaxVisitorContinueKind {
        guard let number = number(ExprSyntax(node)) else { return .visitChildren }
        givens.add(number)
        return .skipChildren
    }

    override func visit(_ node: FloatLiteralExprSyntax) -> SyntaxVisitorContinueKind {
        if let number = number(ExprSyntax(node)) { givens.add(number) }
        return .skipChildren
    }

    override func visit(_ node: IntegerLiteralExprSyntax) -> SyntaxVisitorContinueKind {
        if let number = number(ExprSyntax(node)) { givens.add(number) }
        return .skipChildren
    }

    override func visit(_ node: FunctionCallExprSyntax) -> SyntaxVisitorContinueKind {
        if let access = node.calledExpression.as(MemberAccessExprSyntax.self) {
            givens.add(call: access.declName.baseName.name)
        }
        return .visitChildren
    }
}
