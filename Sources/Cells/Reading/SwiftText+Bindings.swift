import Exhibits
import SwiftSyntax

/// Several constants or variables of one `let` or `var`.
///
/// At file scope and among the members of a type the compiler (Swift 6.3) gives the closures of all of them one name and keeps the
/// first: `let a = x.map { $0[0] }, b = x.map { $0[1] }` makes b what a is, without a word; so it does with the right side of
/// `&&`, `||` and `??`, which is a closure too. In a function, and where each has a `let` of its own, they are right.
extension VariableDeclSyntax {
    var furtherBindings: [FurtherBinding] {
        zip(bindings, bindings.dropFirst()).compactMap { previous, binding in
            previous.trailingComma.map {
                FurtherBinding(
                    comma: $0.positionAfterSkippingLeadingTrivia.utf8Offset,
                    start: binding.positionAfterSkippingLeadingTrivia.utf8Offset, word: bindingSpecifier.text)
            }
        }
    }
}

extension SwiftText {
    /// Members of a type that the compiler would take for each other, as a finding at the first of them that would be false.
    var confusedMembers: Finding? {
        let search = ConfusedMembers(viewMode: .sourceAccurate)
        search.walk(tree)
        return search.found.map { offset, word in
            Finding(
                .error, code: "confused-members", at: place(of: offset), length: 1,
                "the compiler takes the closures of several members in one `\(word)` for each other, so this one would get a false "
                    + "value; give it a `\(word)` of its own")
        }
    }
}

private final class ConfusedMembers: SyntaxVisitor {
    private(set) var found: (offset: Int, word: String)?

    override func visit(_ node: MemberBlockItemSyntax) -> SyntaxVisitorContinueKind {
        guard found == nil, let variable = node.decl.as(VariableDeclSyntax.self) else { return .visitChildren }
        let confused = variable.bindings.filter { $0.initializer.map { ClosureSearch.holds($0.value) } ?? false }
        if confused.count > 1, let second = confused.dropFirst().first {
            found = (second.positionAfterSkippingLeadingTrivia.utf8Offset, variable.bindingSpecifier.text)
        }
        return .visitChildren
    }
}

/// Whether an expression holds a closure, written as one or made of an operand. Any call may make one of an argument.
private final class ClosureSearch: SyntaxVisitor {
    private var isFound = false

    static func holds(_ expression: ExprSyntax) -> Bool {
        let search = ClosureSearch(viewMode: .sourceAccurate)
        search.walk(expression)
        return search.isFound
    }

    override func visit(_ node: ClosureExprSyntax) -> SyntaxVisitorContinueKind {
        isFound = true
        return .skipChildren
    }

    override func visit(_ node: BinaryOperatorExprSyntax) -> SyntaxVisitorContinueKind {
        if ["&&", "||", "??"].contains(node.operator.text) { isFound = true }
        return .skipChildren
    }
}
