import Derivations
import Exhibits
import Testing

/// The circuits of Stanford's CS231n notes ("Backpropagation, Intuitions") and of micrograd's README, to their printed digits.
struct PublishedCircuitTests {
    @Test func `CS231n's (x + y) z has the printed values and gradients`() {
        let x = Variable("x", -2), y = Variable("y", 5), z = Variable("z", -4)
        let q = (x + y).named("q")
        let f = (q * z).named("f")
        #expect(f.value == -12)
        #expect(q.value == 3)
        #expect(f.gradient(of: x) == -4)
        #expect(f.gradient(of: y) == -4)
        #expect(f.gradient(of: z) == 3)
        #expect(f.gradient(of: q) == -4)
    }

    @Test func `CS231n's neuron, gate by gate, has the printed gradients`() {
        let w0 = Variable("w0", 2), x0 = Variable("x0", -1), w1 = Variable("w1", -3), x1 = Variable("x1", -2)
        let w2 = Variable("w2", -3)
        let dot = w0 * x0 + w1 * x1 + w2
        let f = (1 / (exp(-dot) + 1)).named("f")
        #expect(near(f.value, 0.73, 0.005))
        for (variable, printed) in [(w0, -0.20), (x0, 0.39), (w1, -0.39), (x1, -0.59), (w2, 0.20), (dot, 0.20)] {
            #expect(near(f.gradient(of: variable), printed, 0.005))
        }
        let gates = f.graph.drawing.nodes.filter { $0.kind == .operation }
        #expect(gates.map(\.operation) == ["×", "×", "+", "+", "×−1", "exp", "+", "÷"])
        #expect(zip(gates.map(\.value), [-2, 6, 4, 1, -1, 0.37, 1.37, 0.73]).allSatisfy { near($0, $1, 0.005) })
        let gradients = gates.compactMap(\.gradient)
        #expect(zip(gradients, [0.20, 0.20, 0.20, 0.20, -0.20, -0.53, -0.53, 1]).allSatisfy { near($0, $1, 0.005) })
    }

    @Test func `CS231n's 2 (x y + max(z, w)) sends nothing back through the smaller one`() {
        let x = Variable("x", 3), y = Variable("y", -4), z = Variable("z", 2), w = Variable("w", -1)
        let f = 2 * (x * y + max(z, w))
        #expect(f.value == -20)
        #expect([x, y, z, w].map { f.gradient(of: $0) } == [-8, 6, 2, 0])
    }

    @Test func `micrograd's README example has the printed value and gradients`() {
        let a = Variable("a", -4), b = Variable("b", 2)
        var c = a + b
        var d = a * b + pow(b, 3)
        c += c + 1
        c += 1 + c + (-a)
        d += d * 2 + relu(b + a)
        d += 3 * d + relu(b - a)
        let e = c - d
        let f = pow(e, 2)
        var g = f / 2
        g += 10 / f
        #expect(near(g.value, 24.7041, 0.00005))
        #expect(near(g.gradient(of: a), 138.8338, 0.00005))
        #expect(near(g.gradient(of: b), 645.5773, 0.00005))
    }

    private func near(_ value: Double, _ printed: Double, _ tolerance: Double) -> Bool { abs(value - printed) <= tolerance }
}
