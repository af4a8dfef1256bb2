import Claims
import Derivations
import Exhibits
import Testing

@testable import Lectern

/// Lessons in plain Swift: how a number was computed is read from the formulas, or found among the numbers known.
struct PlainFormulaTests {
    static let (x1, x2, w1, w2, b) = (0.35, 0.9, 0.1, 0.8, 0.25)
    static let z = w1 * x1 + w2 * x2 + b
    static let a = sigmoid(z)
    static let slope = a * (1 - a)

    private static func product(_ a: String, _ b: String) -> PlainExpression { .combined(.name(a), .times, .name(b)) }

    static let slopeFormula: PlainExpression = .combined(.name("a"), .times, .combined(.integer(1), .minus, .name("a")))
    /// z = w1 * x1 + w2 * x2 + b, a = sigmoid(z), slope = a * (1 - a)
    static let formulas = [
        PlainDefinition(
            name: "z",
            expression: .combined(.combined(product("w1", "x1"), .plus, product("w2", "x2")), .plus, .name("b"))),
        PlainDefinition(name: "a", expression: .function("sigmoid", [.init(label: nil, value: .name("z"))])),
        PlainDefinition(name: "slope", expression: slopeFormula),
    ]

    private func outcome(_ written: String, _ value: Double, of expression: PlainExpression?, defining: Bool = true) -> Outcome
    {
        Notebook.$current.withValue(Notebook()) {
            LessonRun.observe("x1 x2 w1 w2 b", Self.x1, Self.x2, Self.w1, Self.w2, Self.b)
            LessonRun.observe("z a slope", Self.z, Self.a, Self.slope)
            if defining { LessonRun.define(Handed.text(Self.formulas)) }
            _ = Outcome(Self.a, written: "0.73")
            return Outcome(value, written: written, of: expression)
        }
    }

    /// z = 1.005, a = 0.732052…, slope = 0.196152…
    static let slips: [(written: String, value: Double, expression: PlainExpression, cause: String, words: String)] = [
        ("0.7550", z, .name("z"), "missing-term", "b in z"),
        ("0.1971", slope, .name("slope"), "rounding-path", "a is first rounded to 0.73"),
        ("0.1971", slope, slopeFormula, "rounding-path", "a is first rounded to 0.73"),
        ("-1.005", z, .name("z"), "sign", "opposite sign"),
    ]

    @Test(arguments: slips.indices)
    func `a slip is found along the formulas`(index: Int) throws {
        let slip = Self.slips[index]
        let best = try #require(outcome(slip.written, slip.value, of: slip.expression).hints.first)
        #expect(best.cause == slip.cause)
        #expect(best.message.contains(slip.words), "\(best.message)")
    }

    @Test func `without formulas a relation between the numbers is found`() throws {
        let best = try #require(outcome("0.1971", Self.slope, of: nil, defining: false).hints.first)
        #expect(best.cause == Hint.roundingPath)
        #expect(best.message.contains("0.73"), "\(best.message)")
    }

    @Test func `a formula that gives another number is not believed`() {
        let found: Scalar? = Notebook.$current.withValue(Notebook()) {
            LessonRun.observe("a z", Self.a, Self.z)
            LessonRun.define(
                Handed.text([PlainDefinition(name: "z", expression: .combined(.name("a"), .times, .integer(3)))]))
            return Notebook.current?.formula(of: .name("z"), giving: Self.z)
        }
        #expect(found?.value == nil)
    }
}
