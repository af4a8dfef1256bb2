import Exhibits
import SwiftSyntax

extension PlainExpression {
    /// As long as what anybody follows by hand. A sum of ten thousand terms is as many sums within each other, and whatever goes
    /// through them would use up its stack.
    private static let mostBytes = 2000

    /// An expression as the parser reads it; nil for one that isn't plain.
    init?(_ node: ExprSyntax) {
        guard node.totalLength.utf8Length <= Self.mostBytes else { return nil }
        switch node.as(ExprSyntaxEnum.self) {
        case .sequenceExpr(let sequence): self.init(sequence)
        case .tupleExpr(let tuple):
            guard let inner = tuple.elements.first, tuple.elements.count == 1, inner.label == nil else { return nil }
            self.init(inner.expression)
        case .prefixOperatorExpr(let negation):
            guard negation.operator.text == "-", let inner = PlainExpression(negation.expression) else { return nil }
            switch inner {
            case .integer(let value) where !negation.expression.is(TupleExprSyntax.self): self = .integer(-value)
            case .decimal(let value) where !negation.expression.is(TupleExprSyntax.self): self = .decimal(-value)
            default: self = .negated(inner)
            }
        case .integerLiteralExpr(let literal):
            guard let value = Int(literal.literal.text.filter { $0 != "_" }) else { return nil }
            self = .integer(value)
        case .floatLiteralExpr(let literal):
            guard !literal.literal.text.hasPrefix("0x"), let value = Double(literal.literal.text.filter { $0 != "_" }),
                value.isFinite
            else { return nil }
            self = .decimal(value)
        case .stringLiteralExpr(let literal):
            guard let text = literal.plainText else { return nil }
            self = .text(text)
        case .declReferenceExpr(let reference):
            guard let name = reference.plainName else { return nil }
            self = .name(name)
        case .memberAccessExpr(let access):
            guard let base = access.base.flatMap({ PlainExpression($0) }), let name = access.declName.plainName else {
                return nil
            }
            self = .member(base, name)
        case .subscriptCallExpr(let call):
            guard let base = PlainExpression(call.calledExpression), call.trailingClosure == nil,
                let index = Self.arguments(call.arguments), index.count == 1, index[0].label == nil
            else { return nil }
            self = .element(base, index[0].value)
        case .functionCallExpr(let call):
            guard call.trailingClosure == nil, call.leftParen != nil, let arguments = Self.arguments(call.arguments) else {
                return nil
            }
            if let name = call.calledExpression.as(DeclReferenceExprSyntax.self)?.plainName {
                self = .function(name, arguments)
            } else if let access = call.calledExpression.as(MemberAccessExprSyntax.self),
                let base = access.base.flatMap({ PlainExpression($0) }), let name = access.declName.plainName
            {
                self = .call(base, name, arguments)
            } else {
                return nil
            }
        default: return nil
        }
    }

    private static func arguments(_ nodes: LabeledExprListSyntax) -> [Argument]? {
        let all = nodes.compactMap { node in
            PlainExpression(node.expression).map { Argument(label: node.label?.name, value: $0) }
        }
        return all.count == nodes.count ? all : nil
    }

    /// Terms with operators between them, which the parser leaves in a row: the sums of products.
    private init?(_ sequence: SequenceExprSyntax) {
        let nodes = Array(sequence.elements)
        guard nodes.count % 2 == 1, let first = PlainExpression(nodes[0]) else { return nil }
        var sum: (left: PlainExpression, sign: Operator)?
        var product = first
        for index in stride(from: 1, to: nodes.count, by: 2) {
            guard let sign = nodes[index].as(BinaryOperatorExprSyntax.self).flatMap({ Operator($0.operator.text) }),
                let term = PlainExpression(nodes[index + 1])
            else { return nil }
            switch sign {
            case .times, .by: product = .combined(product, sign, term)
            case .plus, .minus:
                sum = (sum.map { .combined($0.left, $0.sign, product) } ?? product, sign)
                product = term
            }
        }
        self = sum.map { .combined($0.left, $0.sign, product) } ?? product
    }
}

extension PlainExpression.Operator {
    fileprivate init?(_ text: String) {
        guard let byte = text.utf8.first, text.utf8.count == 1 else { return nil }
        self.init(rawValue: byte)
    }
}

extension DeclReferenceExprSyntax {
    /// A name and nothing else: no word of the language, no number of a tuple's element, no labels of a function.
    fileprivate var plainName: String? {
        if case .identifier = baseName.tokenKind, argumentNames == nil { baseName.name } else { nil }
    }
}

extension StringLiteralExprSyntax {
    /// Its text, if that stands there as it is: on one line, without escapes and interpolations.
    fileprivate var plainText: String? {
        guard openingPounds == nil, openingQuote.tokenKind == .stringQuote, segments.count <= 1 else { return nil }
        guard let segment = segments.first else { return "" }
        guard case .stringSegment(let text) = segment, !text.content.text.contains("\\") else { return nil }
        return text.content.text
    }
}
