import Derivations
import Exhibits
import Testing

@testable import Lectern

/// What counts as a number: a value read as text would make a right claim false.
struct QuantityTests {
    @Test func `scalars and single precision are numbers`() {
        #expect(Quantity(describing: Variable("s", 0.5)) == .number(0.5))
        #expect(Quantity(describing: [Variable("a", 1), Variable("b", 2)]) == .vector([1, 2]))
        #expect(Quantity(describing: [Float(0.5), 1.5]) == .vector([0.5, 1.5]))
    }
}
