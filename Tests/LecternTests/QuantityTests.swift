import Derivations
import Exhibits
import Testing

@testable import Lectern

/// What counts as a number: a value read as text would make a right claim false.
struct QuantityTests {
    @Test func `a function that isn't called has no value, and says so`() {
        func two(_ x: Int) -> Int { 2 * x }
        for function in [two as Any, { (x: Double) in x } as Any, [two] as Any] {
            let outcome = Outcome(function)
            #expect(outcome.value == nil && outcome.failure?.contains("arguments") == true)
        }
        #expect(Outcome(two(1)).value == .integer(2))
    }

    @Test func `scalars and single precision are numbers`() {
        #expect(Quantity(describing: Variable("s", 0.5)) == .number(0.5))
        #expect(Quantity(describing: [Variable("a", 1), Variable("b", 2)]) == .vector([1, 2]))
        #expect(Quantity(describing: [Float(0.5), 1.5]) == .vector([0.5, 1.5]))
    }
}
