import Audit
import Exhibits
import Testing

/// A number put into a calculation by mistake is found though its result, rounded, doesn't show it.
///
/// The network's numbers are NumPy's: σ(−0.3) = 0.425557483188341, 0.3 · 0.425557… + 0.4 · 0.5 + 0.1 = 0.427667244956502.
struct FullPrecisionTests {
    private static let numbers = [
        NamedNumber("z1", -0.3), NamedNumber("a1", 0.425557483188341), NamedNumber("a2", 0.5),
        NamedNumber("z3", 0.427667244956502), NamedNumber("w5", 0.3), NamedNumber("w6", 0.4), NamedNumber("w1", 0.2),
        NamedNumber("w2", -0.3), NamedNumber("w3", 0.4), NamedNumber("b", 0.5), NamedNumber("c", 0.1),
    ]

    private func wrong(_ formula: String) -> [String] {
        // These notes round to one decimal, so arithmetic alone can't tell what 0.3 stands for.
        var audit = audited("$0.25 + 0.13 = 0.4$. $z_1 = -0.3$, $a_1 = 0.426$ and $a_2 = 0.5$.\n\n$$ \(formula) $$\n")
        audit.tie(to: Self.numbers)
        return audit.wrong
    }

    @Test func `a calculation that gives its quantity with the network's numbers is right`() {
        #expect(wrong("z_1 = 0.2 \\cdot 1 - 0.3 \\cdot 2 + 0.4 \\cdot (-1) + 0.5 = -0.3") == [])
        #expect(wrong("z_3 = 0.3 \\cdot 0.426 + 0.4 \\cdot 0.5 + 0.1 = 0.428") == [])
        #expect(wrong("z_3 = 0.3 \\cdot 0.4256 + 0.4 \\cdot 0.5 + 0.1 = 0.428") == [])
    }

    @Test(arguments: ["0.462", "0.246", "0.626"])
    func `swapped and wrong digits of an operand are found`(slip: String) {
        #expect(wrong("z_3 = 0.3 \\cdot \(slip) + 0.4 \\cdot 0.5 + 0.1 = 0.428") == [slip])
    }

    /// Python: σ(0.995), σ(0.96), tanh(0.575), and 0.5 σ(0.995) + σ(0.96) tanh(0.575).
    @Test func `a factor beside a number that was chosen is found`() {
        let numbers = [
            NamedNumber("f", 0.7300743839811188), NamedNumber("i", 0.7231218051243898), NamedNumber("g", 0.5190218338982221),
            NamedNumber("c", 0.740353197418013), NamedNumber("c0", 0.5),
        ]
        for (factor, wrong) in [("0.7301", []), ("0.7031", ["0.7031"])] {
            var audit = audited("$c = \(factor) \\cdot 0.5 + 0.7231 \\cdot 0.5190 = 0.7404$ and $0.25 + 0.13 = 0.4$")
            audit.tie(to: numbers)
            #expect(audit.wrong == wrong)
        }
    }

    @Test func `of a sum of short numbers one is wrong, and the report says that it may be another`() {
        #expect(wrong("z_1 = 0.3 \\cdot 1 - 0.3 \\cdot 2 + 0.4 \\cdot (-1) + 0.5 = -0.3").count == 1)
    }

    /// Its steps are no quantities of the lesson: rounded, they explain the result.
    @Test func `steps that the lesson doesn't list make nothing wrong`() {
        #expect(wrong("z_3 = 0.128 + 0.2997 = 0.428") == [])
        #expect(wrong("z_3 = 0.1277 + 0.2 + 0.1 = 0.428") == [])
    }
}
