import Claims
import Derivations
import Exhibits
import Networks

@testable import Lectern

/// A page with a network of random size, its numbers as they stand there, and the claims that were made before.
struct RandomPage {
    var random: SplitMix64
    let hand: HandNetwork
    let right: HandNetwork.Numbers
    /// How many significant digits the page's numbers have.
    let digits: Int
    let pass: BackpropagationPass
    let next: Network
    let run: TrainingRun?

    init(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        func number(_ range: ClosedRange<Double>) -> Double {
            PrintedNumber(Double.random(in: range, using: &random), .decimals(2)).value
        }
        let depth = Int.random(in: 2...4, using: &random)
        let sizes = (0...depth).map { _ in Int.random(in: 2...3, using: &random) }
        let weights = (1...depth).map { layer -> [[Double]] in
            (0..<sizes[layer]).map { _ in (0...sizes[layer - 1]).map { _ in number(-1...1) } }
        }
        let activations = (1...depth).map { _ -> HandNetwork.Activation in
            HandNetwork.Activation.allCases.randomElement(using: &random) ?? .sigmoid
        }
        let inputs = (0..<sizes[0]).map { _ in number(0.05...2) }
        let targets = (0..<sizes[depth]).map { _ in number(0...1) }
        digits = Int.random(in: 2...9, using: &random)
        hand = HandNetwork(
            inputs: inputs, targets: targets, weights: weights, activations: activations,
            rate: [0.5, 0.1, 0.05, 0.25].randomElement(using: &random) ?? 0.5)
        right = hand.numbers()
        let net = Network(inputs: sizes[0]) {
            for (units, activation) in zip(weights, activations) {
                Dense(units.count, weights: units.map { Array($0.dropLast()) }, biases: units.map { $0.last ?? 0 })
                switch activation {
                case .linear: Identity()
                case .sigmoid: Sigmoid()
                case .tanh: Tanh()
                case .relu: ReLU()
                case .leakyReLU: LeakyReLU(slope: 0.1)
                case .elu: ELU()
                case .softplus: Softplus()
                case .silu: SiLU()
                case .gelu: GELU()
                case .softsign: Softsign()
                case .selu: SELU()
                }
            }
        }
        pass = net.backpropagate(inputs, toward: targets, minimizing: .halfSquaredError)
        let descent = Optimizer.gradientDescent(rate: hand.rate)
        next = net.updated(along: pass, by: descent)
        run =
            Bool.random(using: &random)
            ? net.trained(on: [inputs: targets], minimizing: .halfSquaredError, by: .gradientDescent(rate: 0.005), epochs: 30)
            : nil
        self.random = random
    }

    /// As an author writes it, to the page's digits.
    func text(_ value: Double, digits: Int? = nil) -> String {
        let digits = digits ?? self.digits
        let size = abs(value)
        return size != 0 && (size < 1e-4 || size >= 1e6)
            ? NumberFormat.scientific(digits).text(value) : NumberFormat.significant(digits).text(value)
    }

    /// The lesson up to the number in question: what its cells computed, and a part of its numbers, as they were written.
    func notebook(stating stated: [(value: Double, text: String)], withUpdate: Bool) -> Notebook {
        let notebook = Notebook()
        Notebook.$current.withValue(notebook) {
            LessonRun.observe("pass", pass)
            if withUpdate { LessonRun.observe("next", next) }
            if let run { LessonRun.observe("run", run) }
            for (value, text) in stated { _ = Outcome(value, written: text) }
        }
        return notebook
    }

    /// What the page states before: forward numbers in order, then those of the way back.
    mutating func stated(share: Double) -> [(value: Double, text: String)] {
        var all: [Double] = []
        for (sums, outputs) in zip(right.z, right.a) { all += zip(sums, outputs).flatMap { [$0, $1] } }
        all.append(right.loss)
        for (outer, inner) in zip(right.outer, right.inner).reversed() { all += zip(outer, inner).flatMap { [$0, $1] } }
        var stated: [(value: Double, text: String)] = []
        for value in all where value != 0 && Double.random(in: 0..<1, using: &random) < share {
            stated.append((value, text(value)))
        }
        return stated
    }
}
