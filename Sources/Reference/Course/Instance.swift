/// A tiny instance of what an entry describes, as the Swift of a cell that works it out.
struct Instance {
    /// What is said before it.
    let lead: String
    /// The example as one would write it.
    let example: [String]
    /// The cell that works it out.
    let code: [String]
    /// What a page shows besides: the formulas typeset, as the scalar graph has them, which the engine must agree with.
    let formulas: [String]

    /// nil for an entry that shows no example.
    init?(of entry: Entry, _ sizes: Sizes) {
        var lines = entry.comment.example
        guard let last = lines.popLast() else { return nil }
        let constants = sizes.constants(in: entry.comment.example)
        let work: [String]
        var formulas: [String] = []
        switch entry.topic {
        case .activation:
            lead = "Values and slopes:"
            work = Self.activation(last)
            formulas = [
                "show(Network(inputs: 1) { f }.backpropagate([0.5], toward: [0], minimizing: .halfSquaredError).forwardWorking)"
            ]
        case .layer:
            lead = "Worked by the engine, every gradient of ½ Σ (0.5 − output)² beside its value:"
            work = Self.layer(last, given: lines)
            formulas =
                ["do {"] + Sizes.smallest.constants(in: entry.comment.example) + lines + Self.pass(last, given: lines)
                + ["show(pass.forwardWorking)", "}"]
        case .loss:
            lead = "Its value, and its gradient by the formula and by central differences:"
            work = Self.loss(last, given: lines)
            formulas = [
                "show(Network(inputs: output.count) { Identity() }.backpropagate(output, toward: target, minimizing: loss).forwardWorking)"
            ]
        case .optimizer where last.hasPrefix("."):
            lead = "Three steps from 1 and −2 along given gradients:"
            work = Self.optimizer(last)
        case .schedule:
            lead = "The factor of some steps:"
            work = Self.schedule(last)
        case .initializer:
            lead = "Drawn for \(sizes.units) units with \(sizes.inputs) inputs, with the seed 1:"
            work = Self.initializer(last, sizes)
        case .metric where last.hasPrefix("."):
            lead = "Of a network that answers “or” rightly but once:"
            work = Self.metric(last)
        default:
            lead = "For example:"
            work = [last]
        }
        self.formulas = formulas
        example = constants + entry.comment.example
        code = constants + lines + work
    }

    private static func activation(_ made: String) -> [String] {
        [
            "let f = \(made)",
            "show(Table([\"z\", \"f(z)\", \"f′(z)\"], rows: [-2.0, -0.5, 0, 0.5, 2].map { z -> [any TableCellConvertible] in",
            "    [z, f.value(at: z), f.slope(at: z, output: f.value(at: z))]",
            "}))",
        ]
    }

    private static func layer(_ made: String, given: [String]) -> [String] {
        pass(made, given: given) + [
            "show(network.summary)",
            "let quantities = pass.namedScalars.filter { $0.role != .target }",
            "show(Table([\"quantity\", \"value\", \"gradient\"], rows: quantities.map { q -> [any TableCellConvertible] in",
            "    [q.name, q.value, q.gradient]",
            "}))",
        ]
    }

    /// One pass through a network, of a sample that is made up where none is given.
    private static func pass(_ made: String, given: [String]) -> [String] {
        let sample =
            given.contains { $0.hasPrefix("let sample ") }
            // With its types said, for the compiler would look for them longer than for everything else together.
            ? [] : ["let sample = (0..<network.inputs).map { (i: Int) -> Double in Double(i * 3 % 7) / 4 - 0.6 }"]
        return ["let network = \(made)"] + sample + [
            "let pass = network.backpropagate(",
            "    sample, toward: Array(repeating: 0.5, count: network.outputs), minimizing: .halfSquaredError)",
        ]
    }

    private static func loss(_ made: String, given: [String]) -> [String] {
        let point = given.isEmpty ? ["let (output, target) = ([0.8, 0.3], [1.0, 0.0])"] : []
        return point + [
            "let loss = \(made)",
            "let gradient = loss.gradient(output, target)",
            "show(Table([\"output\", \"loss\", \"∂loss/∂output\", \"by differences\"], rows: output.indices.map { k -> [any TableCellConvertible] in",
            "    func moved(_ h: Double) -> Double {",
            "        var other = output",
            "        other[k] += h",
            "        return loss.value(other, target)",
            "    }",
            "    return [output[k], loss.value(output, target), gradient[k], (moved(1e-6) - moved(-1e-6)) / 2e-6]",
            "}))",
        ]
    }

    private static func optimizer(_ made: String) -> [String] {
        [
            "let start = Optimizer\(made).starting(at: [1, -2])",
            "let path = start.path(along: [[0.5, -0.1], [0.4, 0.2], [0.1, 0.3]])",
            "show(Table([\"steps\", \"first number\", \"second number\"], rows: path.map { now -> [any TableCellConvertible] in",
            "    [now.steps] + now.numbers",
            "}))",
        ]
    }

    private static func schedule(_ made: String) -> [String] {
        [
            "let schedule = Schedule\(made)",
            "show(Table([\"step\", \"factor\"], rows: [0, 1, 2, 5, 10, 20].map { t -> [any TableCellConvertible] in",
            "    [t, schedule.factor(at: t)]",
            "}))",
        ]
    }

    private static func initializer(_ made: String, _ sizes: Sizes) -> [String] {
        [
            "var generator = SplitMix64(seed: 1)",
            "let numbers = Initializer\(made).drawn(rows: \(sizes.units), columns: \(sizes.inputs), from: &generator)",
            "show(Table((1...\(sizes.inputs)).map { \"input \\($0)\" }, rows: (0..<\(sizes.units)).map { unit -> [any TableCellConvertible] in",
            "    Array(numbers[unit * \(sizes.inputs)..<(unit + 1) * \(sizes.inputs)])",
            "}))",
        ]
    }

    private static func metric(_ made: String) -> [String] {
        [
            "let network = Network(inputs: 2) { Dense(1, weights: [[2, 1]], bias: -1.4); Sigmoid() }",
            "let metric = Metric\(made)",
            "show(Table([metric.name], rows: [[metric.value(network, .or)]]))",
        ]
    }
}
