import Exhibits
import Foundation
import Networks
import Testing

@testable import Derivations

/// What would break: a reader does a printed line again with the numbers in it, and gets another last digit.
struct PencilTests {
    static func page(_ digits: Int, _ notation: PageStyle.Notation) -> PageStyle {
        var page = PageStyle()
        (page.digits, page.notation) = (digits, notation)
        return page
    }

    /// Networks and losses with single-valued, forking and cancelling ways.
    static func passes(_ seed: UInt64) throws -> [BackpropagationPass] {
        func value(_ k: UInt64) -> Double { Double((seed &* 2_654_435_761 &+ k &* 40_503) % 1999) / 1000 - 1 }
        let input = [value(1), value(2)]
        return [
            try Network(inputs: 2, seed: seed, layers: [Dense(2, bias: value(3)), Sigmoid(), Dense(2), Sigmoid()])
                .backpropagation(of: input, toward: [value(4), value(5)], minimizing: .halfSquaredError),
            try Network(inputs: 2, seed: seed, layers: [Dense(3), Tanh(), Dense(3), Softmax()])
                .backpropagation(of: input, toward: [0, 1, 0], minimizing: .categoricalCrossEntropy),
            try Network(inputs: 2, seed: seed, layers: [Dense(2), ReLU(), LayerNorm(), Dense(1)])
                .backpropagation(of: input, toward: [value(6)], minimizing: .meanSquaredError),
            try Network(inputs: [2, 1], seed: seed, layers: [LSTM(1)])
                .backpropagation(of: input, toward: [value(7)], minimizing: .huber(delta: 0.5)),
        ]
    }

    /// Everything in numbers that is printed about a pass.
    static func lines(_ pass: BackpropagationPass, _ page: PageStyle) throws -> [Worked] {
        let style = MathStyle(page)
        let agreed = try pass.agreed()
        let (graph, rule) = (agreed.graph, agreed.rule)
        let writer = DerivationWriter(rule, style: style)
        let named = graph.nodes.indices.filter { graph.isNamed($0) && graph.nodes[$0].role != .target }
        let derived = try named.flatMap { node -> [Line] in
            let optimizer: Optimizer = node.isMultiple(of: 3) ? .adam(rate: 0.01) : .gradientDescent(rate: 0.05)
            let step = pass.network.engineStep(along: pass.gradients, by: optimizer)
            let update = try step.flatMap { try agreed.update(of: node, agreeingWith: $0) }
            return Derivation(rule, node: node, update: update).steps(by: writer).flatMap(\.lines)
        }
        let forward = graph.forwardSteps(style: style).flatMap(\.lines)
        let matrices = MatrixFormWriter(agreed, of: pass.network, style: style).worked
        let tables =
            graph.forwardRows(longest: 8, style: style).compactMap(\.worked) + graph.backwardRows(style: style).map(\.worked)
        return (derived + forward).flatMap(\.worked) + matrices + tables
    }

    @Test(arguments: 2...9)
    func `a printed line holds for a reader who does it again, or says that it only nearly does`(digits: Int) throws {
        var count = (all: 0, nearly: 0)
        for seed in 1...3 as ClosedRange<UInt64> {
            for pass in try Self.passes(seed) {
                for line in try Self.lines(pass, Self.page(digits, seed.isMultiple(of: 2) ? .sequential : .indexed)) {
                    count.all += 1
                    let (again, result) = (Pencil.value(of: line.operands), line.result)
                    if line.relation == .approximately {
                        count.nearly += 1
                        continue
                    }
                    let unit = result.value == 0 ? pow(10, -Double(digits)) : result.unit
                    #expect(
                        abs(again - result.value) <= unit / 2 * (1 + 1e-9) + 4 * again.magnitude.ulp,
                        "\(result.code) from \(again)")
                    #expect(result.value != 0 || line.value == 0, "\(line.value) is no zero")
                }
            }
        }
        #expect(count.all > 800)
        // Up to three digits more in the operands are enough for most lines.
        #expect(Double(count.nearly) < 0.08 * Double(count.all), "\(count)")
    }

    @Test func `the second way back of the published network is printed so that both ways add up`() {
        let net = Network(inputs: 2) {
            Dense(2, weights: [[0.15, 0.20], [0.25, 0.30]], bias: 0.35)
            Sigmoid()
            Dense(2, weights: [[0.40, 0.45], [0.50, 0.55]], bias: 0.60)
            Sigmoid()
        }
        let pass = net.backpropagate([0.05, 0.10], toward: [0.01, 0.99], minimizing: .halfSquaredError)
        let lines = pass.derivation(of: "w1").working(in: Self.page(9, .sequential)).steps.flatMap(\.lines)
        #expect(lines.contains("&= -0.0380982365 * 0.5 = -0.019049118"))
        #expect(lines.contains { $0.hasSuffix("&= 0.0553994247 + (-0.0190491183) = 0.036350306") })
    }

    @Test func `what rounding left of numbers that cancel is 0, and a vanished gradient is not`() {
        let a = Variable("a", 0.5), b = Variable("b", 0.6), c = Variable("c", 0.1)
        let f = (a - b + c).named("f")
        #expect(f.value != 0)
        let lines = f.graph.forwardWorking(in: Self.page(4, .sequential)).steps.flatMap(\.lines)
        #expect(lines == ["f &= a - b + c", "&= 0.5 - 0.6 + 0.1 = 0.0000"])
        let small = (Variable("x", 1e-9) * Variable("y", 1e-8)).named("f")
        let kept = small.graph.forwardWorking(in: Self.page(4, .sequential)).steps.flatMap(\.lines)
        #expect(kept == ["f &= x * y", "&= 10^{-9} * 10^{-8} = 1.0000 \\times 10^{-17}"])
        // The slope of a saturated sigmoid is no residue, though 1 − y cancels.
        let flat = Network(inputs: 1) {
            Dense(1, weights: [[30]], bias: 0)
            Sigmoid()
        }
        let pass = flat.backpropagate([1], toward: [0.5], minimizing: .halfSquaredError)
        let text = pass.derivation(of: "w1").working(in: Self.page(4, .sequential)).steps.flatMap(\.lines).joined()
        #expect(text.contains("\\times 10^{-14}"))
    }

    @Test func `of many ways the same are left out in symbols and in numbers`() {
        let x = Variable("x", 0.5)
        // The first two and the last bring nothing back.
        let terms = (1...9).map { k in
            (Variable("a_\(k)", k < 3 || k == 9 ? 0 : Double(k)) * x).named("t_\(k)")
        }
        let f = sum(terms.map { pow($0, 2) }).named("f")
        let lines = f.derivation(of: x).working(in: Self.page(3, .indexed)).steps.flatMap(\.lines)
        let symbols = lines.filter { $0.contains("\\partial t_{3}") && $0.contains("\\partial t_{4}") }
        #expect(symbols.allSatisfy { $0.contains("\\cdots") && !$0.contains("t_{1}") })
        #expect(lines.contains("&= 3.000 \\cdot 3 + 4.000 \\cdot 4 + 5.000 \\cdot 5"))
    }
}

/// Does a printed formula again, apart from the code that printed it.
enum Pencil {
    static func value(of formula: Formula) -> Double {
        switch formula {
        case .printed(let number): return Double(number.code) ?? .nan
        case .number(let number): return number
        case .sum(let terms): return terms.map(value).reduce(0, +)
        case .product(let factors): return factors.map(value).reduce(1, *)
        case .quotient(let a, let b): return value(of: a) / value(of: b)
        case .power(let base, let exponent): return pow(value(of: base), exponent)
        case .negation(let term): return -value(of: term)
        case .bias(let term): return value(of: term)
        case .function(.sigmoid, let x): return 1 / (1 + exp(-value(of: x)))
        case .function(.tanh, let x): return tanh(value(of: x))
        case .function(.exp, let x): return exp(value(of: x))
        case .function(.log, let x): return log(value(of: x))
        case .function(.sqrt, let x): return value(of: x).squareRoot()
        case .function(.relu, let x): return max(0, value(of: x))
        case .softmax(let index, let terms):
            let powers = terms.map { exp(value(of: $0)) }
            return powers[index] / powers.reduce(0, +)
        default: return formula.value([])
        }
    }
}
