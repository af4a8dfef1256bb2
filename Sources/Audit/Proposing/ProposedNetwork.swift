import Claims
import Foundation

/// A network as notes may mean it: layers with weights, and what follows from an input.
struct ProposedNetwork {
    enum Activation: String, CaseIterable {
        case sigmoid = "Sigmoid", tanh = "Tanh", relu = "ReLU", softmax = "Softmax", identity = ""

        func of(_ sums: [Double]) -> [Double] {
            switch self {
            case .sigmoid: return sums.map { 1 / (1 + exp(-$0)) }
            case .tanh: return sums.map { Foundation.tanh($0) }
            case .relu: return sums.map { max(0, $0) }
            case .softmax:
                let powers = sums.map { exp($0 - (sums.max() ?? 0)) }
                return powers.map { $0 / powers.reduce(0, +) }
            case .identity: return sums
            }
        }
    }

    struct Layer {
        /// To each unit, from each one below, as written.
        var weights: [[WrittenNumber]]
        /// One for each unit, one for all, or none.
        var biases: [WrittenNumber]
        var activation = Activation.identity
    }

    var layers: [Layer]

    /// All weighted sums and outputs.
    func values(of input: [Double]) -> [Double] {
        var (all, below) = ([Double](), input)
        for layer in layers {
            let sums = layer.weights.enumerated().map { unit, weights in
                let bias = layer.biases.isEmpty ? 0 : layer.biases[layer.biases.count == 1 ? 0 : unit].value
                return zip(weights, below).reduce(bias) { $0 + $1.0.value * $1.1 }
            }
            below = layer.activation.of(sums)
            all += sums + below
        }
        return all
    }

    func output(of input: [Double]) -> [Double] { Array(values(of: input).suffix(layers.last?.weights.count ?? 0)) }
}

/// Ways to arrange the stated weights in layers.
struct WeightLayouts {
    private let givens: StatedGivens
    private let inputs: Int
    private let outputs: Int?

    init(_ givens: StatedGivens, inputs: Int, outputs: Int?) {
        self.givens = givens
        self.inputs = inputs
        self.outputs = outputs
    }

    /// All arrangements whose sizes fit, at most some hundred.
    func all() -> [[[[WrittenNumber]]]] {
        let weights = givens.named(["w", "W", "theta", "Theta"])
        let matrices = weights.filter { !$0.isNumber && $0.numbers.count <= 1 }
        if !matrices.isEmpty { return stacked(matrices) }
        let numbers = weights.filter(\.isNumber)
        let levelled = numbers.filter { $0.letter.level != nil && Self.pair($0) != nil }
        return levelled.isEmpty ? counted(numbers) : indexed(levelled)
    }

    private static func pair(_ given: StatedGivens.Given) -> (Int, Int)? {
        let numbers = given.numbers
        if numbers.count == 2 { return (numbers[0], numbers[1]) }
        let digits = given.letter.lower.joined()
        guard digits.count == 2, let a = digits.first?.wholeNumberValue, let b = digits.last?.wholeNumberValue else {
            return nil
        }
        return (a, b)
    }

    private func stacked(_ matrices: [StatedGivens.Given]) -> [[[[WrittenNumber]]]] {
        let ordered = matrices.sorted {
            ($0.letter.level ?? $0.numbers.first ?? 0, $0.position) < ($1.letter.level ?? $1.numbers.first ?? 0, $1.position)
        }
        var stacks: [(layers: [[[WrittenNumber]]], width: Int)] = [([], inputs)]
        for given in ordered {
            let transposed = given.rows[0].indices.map { column in
                given.rows.compactMap { $0.indices.contains(column) ? $0[column] : nil }
            }
            stacks = stacks.flatMap { stack in
                [given.rows, transposed].compactMap { rows in
                    rows.allSatisfy { $0.count == stack.width } ? (stack.layers + [rows], rows.count) : nil
                }
            }
        }
        return stacks.map(\.layers)
    }

    /// w_{12}^{(1)}: from unit to unit, or to unit from unit.
    private func indexed(_ weights: [StatedGivens.Given]) -> [[[[WrittenNumber]]]] {
        let levels = Set(weights.compactMap(\.letter.level)).sorted()
        return [false, true].compactMap { leadsFrom in
            var (stack, width) = ([[[WrittenNumber]]](), inputs)
            for level in levels {
                let own = weights.filter { $0.letter.level == level }
                let placed = Dictionary(
                    own.compactMap { given in
                        Self.pair(given).map { pair in
                            (leadsFrom ? [pair.1, pair.0] : [pair.0, pair.1], given.entries[0])
                        }
                    }
                ) { first, _ in first }
                let units = placed.keys.map { $0[0] }.max() ?? 0
                let rows = (1...max(1, units)).map { unit in (1...width).compactMap { placed[[unit, $0]] } }
                guard units > 0, units < 100, rows.allSatisfy({ $0.count == width }) else { return nil }
                stack.append(rows)
                width = units
            }
            return stack
        }
    }

    /// w_1, w_2, …: counted on from layer to layer, unit by unit or input by input.
    private func counted(_ weights: [StatedGivens.Given]) -> [[[[WrittenNumber]]]] {
        let ordered = weights.filter { $0.numbers.count == 1 && $0.letter.level == nil }.sorted {
            $0.numbers[0] < $1.numbers[0]
        }
        guard let first = ordered.first?.numbers[0], first <= 1,
            ordered.map({ $0.numbers[0] }) == Array(first..<first + ordered.count)
        else { return [] }
        let numbers = ordered.map { $0.entries[0] }
        var sizes: [[Int]] = []
        for last in outputs.map({ [$0] }) ?? [1, 2, 3] {
            if inputs * last == numbers.count { sizes.append([inputs, last]) }
            for hidden in 1..<20 where inputs * hidden + hidden * last == numbers.count {
                sizes.append([inputs, hidden, last])
            }
        }
        return sizes.flatMap { sizes in
            [false, true].map { byInput in
                var rest = numbers[...]
                return zip(sizes, sizes.dropFirst()).map { below, units in
                    let own = Array(rest.prefix(below * units))
                    rest = rest.dropFirst(below * units)
                    return (0..<units).map { unit in (0..<below).map { own[byInput ? $0 * units + unit : unit * below + $0] } }
                }
            }
        }
    }
}
