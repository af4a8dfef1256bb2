import Derivations
import Testing

/// What a computation comes to when one thing in it is done wrong.
struct SlipTests {
    let x = Variable("x", 2)
    let w = Variable("w", 3)
    let b = Variable("b", 0.5)

    private func results(of scalar: Scalar) -> [String: Double] {
        let graph = scalar.graph
        let slips = graph.forwardSlips(in: 0..<graph.count) + graph.exchanges()
        return Dictionary(
            slips.map { slip in
                let words = slip.kind == .sign ? "the sign of \(slip.words)" : slip.words
                return (words, graph.values(under: slip.variation)[graph.resultPlace])
            }
        ) { first, _ in first }
    }

    @Test func `a forgotten bias, factor or minus changes everything after it`() {
        let found = results(of: (2 * (w * x - b).named("z")).named("f"))
        #expect(found["b in z"] == 12)
        #expect(found["the sign of b in z"] == 13)
        #expect(found["the factor x left out of w·x"] == 5)
        #expect(found["w and x exchanged"] == 11)
    }

    @Test func `a neuron's sum loses its bias or an input`() {
        let found = results(of: weightedSum([w, b], [x, x], bias: Variable("b1", 10)).named("net"))
        #expect(found["the bias b1 in net"] == 7)
        #expect(found["b·x in net"] == 16)
    }

    @Test func `a logarithm to another base, an activation left out`() {
        let found = results(of: (-log(Variable("p", 100))).named("L"))
        #expect(found["log to the base 10 instead of the natural one"] == -2)
        #expect(results(of: tanh(x).named("h"))["the function left out of h"] == 2)
    }

    @Test func `the chain rule loses a factor or one of several ways`() {
        let h = tanh(x).named("h")
        let f = (h * h + 3 * h).named("f")
        let graph = f.graph
        let places = graph.namedPlaces
        let target = places.first { graph.name(at: $0) == "x" } ?? 0
        let slips = graph.backwardSlips(of: graph.resultPlace, to: target)
        let values = graph.values(under: Variation())
        let found = slips.map { graph.gradients(of: graph.resultPlace, at: values, under: $0.variation)[target] }
        let slope = 1 - h.value * h.value
        for expected in [2 * h.value + 3, 3 * slope, 2 * h.value * slope, (2 * h.value + 3) * h.value * (1 - h.value)] {
            #expect(found.contains { abs($0 - expected) < 1e-12 }, "\(expected) in \(found)")
        }
    }
}
