import Exhibits
import Networks
import Testing

@testable import Derivations

struct ChainRuleTests {
    @Test func `the factors of a chain multiply to the gradient of the walk back`() throws {
        for seed in 1...50 as ClosedRange<UInt64> {
            let network = try Network(
                inputs: 2, seed: seed, layers: [Dense(3), Tanh(), Dense(3, bias: 0.1), Sigmoid(), Dense(2), Softmax()])
            let pass = try network.backpropagation(of: [0.3, -0.8], toward: [0.2, 0.8], minimizing: .categoricalCrossEntropy)
            let rule = ChainRule(pass.graph)
            for node in rule.graph.nodes.indices where rule.graph.isNamed(node) && rule.graph.nodes[node].role != .target {
                let chain = rule.chain(from: node)
                let top = chain.fork.map { fork in
                    rule.dependents(of: fork).reduce(0.0) { $0 + rule.gradients[$1] * rule.link($1, fork).value }
                }
                let product = chain.links.reduce(top ?? 1) { $0 * $1.value }
                #expect(abs(product - rule.gradients[node]) < 1e-12, "seed \(seed), \(rule.graph.symbol(of: node)?.key ?? "")")
            }
        }
    }

    @Test func `a weight of a 784-32-10 network is derived with elided sums`() throws {
        let network = try Network(inputs: 784, layers: [Dense(32), Sigmoid(), Dense(10), Softmax()])
        let input = (0..<784).map { Double($0 % 7) / 7 }
        let target = (0..<10).map { $0 == 3 ? 1.0 : 0.0 }
        let pass = try network.backpropagation(of: input, toward: target, minimizing: .categoricalCrossEntropy)
        let working = pass.derivation(of: "w1", updatedBy: .gradientDescent(rate: 0.1)).working
        let lines = working.steps.flatMap(\.lines)
        #expect(lines.count < 40)
        #expect(lines.allSatisfy { $0.count < 600 })
        #expect(lines.contains { $0.contains("\\cdots") })
        let table = pass.graph.forwardTable()
        #expect(table.rows.count < 20)
        #expect(
            table.rows[0][1] == .tex("w_{1} * i_{1} + w_{2} * i_{2} + \\cdots + w_{784} * i_{784} + b_{1} * 1"))
    }

    @Test func `a shared bias adds up what its neurons bring back`() {
        let network = Network(inputs: 1) { Dense(2, weights: [[0.5], [-0.5]], bias: 0.1) }
        let pass = network.backpropagate([1], toward: [0, 0], minimizing: .halfSquaredError)
        let lines = pass.derivation(of: "b1").working.steps.flatMap(\.lines)
        #expect(
            lines.last == "\\frac{\\partial E_{total}}{\\partial b_{1}} &= 0.600000 + (-0.400000) = 0.200000")
    }

    @Test func `an expression is derived like a network`() throws {
        let x = Variable("x", -2), y = Variable("y", 5), z = Variable("z", -4)
        let q = (x + y).named("q")
        let f = (q * z).named("f")
        var page = PageStyle()
        page.digits = 2
        let steps = f.derivation(of: x).working(in: page).steps
        #expect(
            steps.flatMap(\.lines) == [
                "\\frac{\\partial f}{\\partial x} &= \\frac{\\partial f}{\\partial q} * \\frac{\\partial q}{\\partial x}",
                "\\frac{\\partial f}{\\partial q} &= z = -4",
                "\\frac{\\partial q}{\\partial x} &= 1",
                "\\frac{\\partial f}{\\partial x} &= -4.00",
            ])
    }

    @Test func `a saturated neuron is pointed out`() {
        let network = Network(inputs: 1) {
            Dense(1, weights: [[9]], bias: 0)
            Sigmoid()
        }
        let pass = network.backpropagate([1], toward: [0], minimizing: .halfSquaredError)
        let steps = pass.derivation(of: "w1").working.steps
        #expect(steps.contains { $0.explanation.contains("saturated") })
    }
}
