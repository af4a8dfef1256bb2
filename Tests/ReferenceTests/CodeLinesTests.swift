import Testing

@testable import Reference

/// Long lines of examples are broken where Swift lets them be.
struct CodeLinesTests {
    @Test func `short lines stay, long ones are broken between arguments`() {
        #expect(CodeLines.wrapped(["let a = 1", ""]) == ["let a = 1", ""])
        let long = "let run = start.trained(on: .xor, minimizing: .binaryCrossEntropy, by: .adam(rate: 0.1), epochs: 200)"
        #expect(
            CodeLines.wrapped([long]) == [
                "let run = start.trained(on: .xor, minimizing: .binaryCrossEntropy,", "    by: .adam(rate: 0.1), epochs: 200)",
            ])
    }

    @Test func `nothing is lost, whatever the line`() {
        for example in Examples.all {
            for line in example.given + example.uses.flatMap(\.text) {
                func bare(_ text: String) -> String { text.filter { $0 != " " } }
                #expect(bare(CodeLines.wrapped([line]).joined()) == bare(line))
            }
        }
    }

    @Test func `closures and texts are left whole`() {
        for line in [
            "let network = Network(inputs: 2) { Dense(2, weights: w); Sigmoid(); Dense(1, weights: v) }; let more = network",
            "let text = \"a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z, a, b, c, d\"",
        ] {
            let lines = CodeLines.wrapped([line])
            #expect(lines.dropFirst().allSatisfy { !$0.hasSuffix("}") } || lines.count == 1, "\(lines)")
        }
    }
}
