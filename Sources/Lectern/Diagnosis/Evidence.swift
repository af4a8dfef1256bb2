import Derivations
import Exhibits
import Networks

/// Everything that can be known from what a lesson computed: single numbers with names, graphs, losses over steps.
struct Evidence {
    struct Known {
        var name: String
        var value: Double
    }

    struct Graph {
        /// The lesson's name of what the graph was made of: `pass`.
        var name: String
        var graph: ScalarGraph
    }

    private(set) var numbers: [Known] = []
    private(set) var words: [(name: String, text: String)] = []
    private(set) var lists: [(name: String, values: [Double])] = []
    private(set) var graphs: [Graph] = []
    private(set) var histories: [(name: String, losses: [Double])] = []
    /// Counts that a mean may have been taken over: outputs, samples, elements.
    private(set) var counts: Set<Int> = []
    /// The lesson's trainings repeated with a slip, when they are first asked for.
    var alteredTrainings: [AlteredTraining] { repeated.trainings(of: runs) }
    private let repeated = AlteredTrainings()
    /// What the code of the lesson writes down.
    private(set) var givens = PlainGivens()
    let origins = Origins()
    /// The optimisers whose steps the lesson has.
    private(set) var families: Set<StepFormula.Family> = []
    private var runs: [TrainingRun] = []
    private var networks: [(name: String, network: Network)] = []
    private var passes: [(name: String, pass: BackpropagationPass)] = []

    /// Numbers among what the lesson's networks give for its lists.
    func predictions(giving value: Double) -> [GraphQuantity] {
        origins.predictions(of: networks.map(\.network), for: Beginnings(self).lists).quantities(giving: value)
    }

    mutating func take(_ givens: PlainGivens) { self.givens.add(givens) }

    /// Beyond these sizes a coincidence is likelier than a cause.
    private static let mostNumbers = 5000
    private static let mostNodes = 3000
    private static let longestList = 400
    private static let longestTrace = 10

    mutating func take(_ value: Any, as name: String, depth: Int = 0) {
        switch value {
        case let number as Double: add(number, name)
        case let number as Float: add(Double(number), name)
        case let number as any BinaryInteger: add(Double(number), name)
        case let text as String: words.append((name, text))
        case let scalar as Scalar: take(scalar, as: name)
        case let pass as BackpropagationPass: take(pass, as: name)
        case let network as Network: take(network, as: name)
        case let run as TrainingRun:
            histories.append(("\(name).losses", run.losses))
            runs.append(run)
            take(run.network, as: "\(name).network")
        case let trace as UpdateTrace: take(trace, as: name)
        case let list as [Double]: take(list, as: name)
        case let list as [Scalar]:
            lists.append((name, list.map(\.value)))
            counts.insert(list.count)
            takeApart(value, as: name, depth: depth)
        case let matrix as [[Double]]:
            if let width = matrix.first?.count { counts.insert(width) }
            counts.insert(matrix.count)
            for (index, row) in matrix.prefix(Self.longestList).enumerated() {
                take(row, as: "\(name)[\(index)]", isPart: true)
            }
        default: takeApart(value, as: name, depth: depth)
        }
    }

    /// Whether a graph of the lesson has the value, so that no relation need be guessed.
    func hasInGraph(_ value: Double) -> Bool { graphs.contains { GraphQuantity(value, in: $0.graph) != nil } }

    private mutating func add(_ value: Double, _ name: String) {
        guard value.isFinite, numbers.count < Self.mostNumbers else { return }
        numbers.append(Known(name: name, value: value))
    }

    private mutating func take(_ list: [Double], as name: String, isPart: Bool = false) {
        // A long list of numbers is data or a history; any number can be found in it.
        guard list.count <= Self.longestList else { return histories.append((name, list)) }
        counts.insert(list.count)
        lists.append((name, list))
        if name.hasPrefix(Self.insideOf) { return list.forEach { add($0, name) } }
        for (index, value) in list.enumerated() { add(value, "\(name)[\(index)]") }
        guard list.count > 1, list.count <= 50, !isPart else { return }
        let sum = list.reduce(0, +)
        add(sum, "the sum of \(name)")
        add(sum / Double(list.count), "the mean of \(name)")
    }

    /// Structures of the lesson's own, tuples and arrays: their parts, as far down as names stay short.
    private mutating func takeApart(_ value: Any, as name: String, depth: Int) {
        guard depth < 3 else { return }
        let mirror = Mirror(reflecting: value)
        let isCollection = mirror.displayStyle == .collection
        guard
            isCollection || mirror.displayStyle == .struct || mirror.displayStyle == .tuple || mirror.displayStyle == .optional
        else { return }
        // What Lectern's own types are made of inside is nothing that an author could look at.
        let isOwn = mirror.displayStyle == .struct && Self.isLectern(type(of: value))
        for (index, child) in mirror.children.prefix(Self.longestList).enumerated() {
            if isOwn || name.hasPrefix(Self.insideOf) {
                take(child.value, as: name.hasPrefix(Self.insideOf) ? name : Self.insideOf + name, depth: depth + 1)
                continue
            }
            let label = child.label.map { $0.hasPrefix(".") ? $0 : $0.hasPrefix("_") ? "" : ".\($0)" } ?? "[\(index)]"
            take(child.value, as: mirror.displayStyle == .optional ? name : name + label, depth: depth + 1)
        }
    }

    /// How numbers are called that have no name of their own: a pixel of a sample, a weight of a type that isn't Lectern's.
    static let insideOf = "a number of "

    private static func isLectern(_ type: Any.Type) -> Bool {
        let name = String(reflecting: type)
        return ["Networks.", "Derivations.", "Exhibits.", "Lectern."].contains(where: name.hasPrefix)
    }

    private mutating func take(_ scalar: Scalar, as name: String) {
        add(scalar.value, name)
        take(scalar.graph, as: name)
    }

    private mutating func take(_ pass: BackpropagationPass, as name: String) {
        if let loss = pass.start.loss { add(loss, "\(name).loss") }
        counts.insert(pass.start.lossFunction == nil ? pass.output.count : pass.start.target.count)
        if let graph = pass.agreedGraph { take(graph, as: name) }
        passes.append((name, pass))
        for (other, network) in networks { takePass(of: network, as: other, like: pass) }
    }

    /// Each step by itself; what it begins with, so that others can be taken from there.
    private mutating func take(_ trace: UpdateTrace, as name: String) {
        take(trace.values, as: "\(name).values")
        for (index, step) in trace.steps.prefix(Self.longestTrace).enumerated() { take(step, as: "\(name).steps[\(index)]") }
        givens.add([trace.gradients])
        for number in trace.constants { givens.add(number) }
        if let family = StepFormula.Family(trace.rule) { families.insert(family) }
    }

    private mutating func take(_ network: Network, as name: String) {
        networks.append((name, network))
        for (_, pass) in passes { takePass(of: network, as: name, like: pass) }
    }

    /// What another network of the same shape gives for the same sample: a network after its update, for instance.
    private mutating func takePass(of network: Network, as name: String, like pass: BackpropagationPass) {
        guard network.inputs == pass.network.inputs, network.outputs == pass.network.outputs,
            let other = try? pass.repeated(by: network),
            other.gradients != pass.gradients
        else { return }
        if let graph = other.agreedGraph { take(graph, as: name) }
    }

    private mutating func take(_ graph: ScalarGraph, as name: String) {
        guard graph.count <= Self.mostNodes, !graphs.contains(where: { $0.name == name && $0.graph.count == graph.count })
        else {
            return
        }
        let result = graph.resultName
        // The names of a second graph of the same kind say whose they are.
        let isSecond = graphs.contains { $0.graph.count == graph.count && $0.graph.resultName == result }
        let suffix = isSecond ? " of \(name)" : ""
        graphs.append(Graph(name: name, graph: graph))
        for scalar in graph.namedScalars {
            add(scalar.value, scalar.name + suffix)
            if scalar.role != .target, scalar.role != .constant {
                add(scalar.gradient, "∂\(result)/∂\(scalar.name)\(suffix)")
            }
        }
    }
}
