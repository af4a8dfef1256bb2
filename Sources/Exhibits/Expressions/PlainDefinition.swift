/// What a constant of a lesson is computed from: `z` from `w * x + b`. It is never computed again from this, it only tells how a
/// number came to be.
package struct PlainDefinition: Codable, Hashable, Sendable {
    package var name: String
    package var expression: PlainExpression

    package init(name: String, expression: PlainExpression) {
        self.name = name
        self.expression = expression
    }
}
