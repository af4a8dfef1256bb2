import Derivations
import Exhibits
import Networks

/// The numbers a lesson's constants hold, each with the expression that reaches it: what notes written earlier may speak of.
struct Inventory {
    private(set) var numbers: [NamedNumber] = []

    /// A network with more named numbers than this is not taken apart: every number could be found in it.
    private static let mostNames = 400
    private static let longestList = 64

    mutating func take(_ value: Any, as name: String) {
        switch value {
        case let number as Double: add(number, name)
        case let number as Float: add(Double(number), name)
        case let number as any BinaryInteger: add(Double(number), name)
        case let scalar as Scalar: add(scalar.value, name)
        case let pass as BackpropagationPass: take(pass, as: name)
        case let network as Network: take(network, as: name)
        case let run as TrainingRun:
            takeHistory(run.losses, as: "\(name).losses")
            takeHistory(run.validationLosses, as: "\(name).validationLosses")
            take(run.network, as: "\(name).network")
        case let graph as ScalarGraph: take(graph, as: name)
        case let matrix as ConfusionMatrix: take(matrix, as: name)
        case let list as [Double]: takeHistory(list, as: name)
        case let list as [Int]: takeHistory(list.map(Double.init), as: name)
        case let rows as [[Double]] where rows.count <= Self.longestList:
            for (index, row) in rows.enumerated() { takeHistory(row, as: "\(name)[\(index)]") }
        case let rows as [Any]: takeNested(rows, as: name)
        case let table as [String: Any]: takeTable(table, as: name)
        default: break
        }
    }

    /// What a graph of named scalars holds, and the slopes of its result.
    private mutating func take(_ graph: ScalarGraph, as name: String) {
        guard graph.count <= 50 * Self.mostNames else { return }
        let named = graph.namedScalars
        guard named.count <= Self.mostNames else { return }
        for scalar in named {
            add(scalar.value, "\(name).value(of: \"\(scalar.name)\")")
            add(scalar.gradient, "\(name).gradient(of: \"\(scalar.name)\")")
        }
    }

    /// Lists of lists, however deep, as what a convolution gives.
    private mutating func takeNested(_ rows: [Any], as name: String) {
        guard rows.count <= Self.longestList, numbers.count < 10 * Self.mostNames else { return }
        for (index, row) in rows.enumerated() { take(row, as: "\(name)[\(index)]") }
    }

    /// A dictionary: what its author calls each number.
    private mutating func takeTable(_ table: [String: Any], as name: String) {
        guard table.count <= Self.longestList else { return }
        for key in table.keys.sorted() where !key.contains("\"") && !key.contains("\\") {
            if let value = table[key] { take(value, as: "\(name)[\"\(key)\"]") }
        }
    }

    private mutating func add(_ value: Double, _ expression: String, _ meaning: QuantityMeaning? = nil) {
        if value.isFinite { numbers.append(NamedNumber(expression, value, meaning)) }
    }

    /// Of a long list the first elements, the last two and the round ones: those are the ones people quote.
    private mutating func takeHistory(_ values: [Double], as name: String) {
        var step = 1
        while values.count > 20 * step { step *= 10 }
        for (index, value) in values.enumerated()
        where values.count <= Self.longestList || index <= 10 || index >= values.count - 2 || index.isMultiple(of: step) {
            add(value, "\(name)[\(index)]")
        }
    }

    private mutating func take(_ pass: BackpropagationPass, as name: String) {
        if let loss = pass.start.loss { add(loss, "\(name).loss") }
        defer {
            for (index, value) in pass.output.enumerated() where pass.output.count <= Self.longestList {
                add(value, "\(name).output[\(index)]")
            }
        }
        guard let graph = pass.agreedGraph, graph.count <= 50 * Self.mostNames else { return }
        let named = graph.namedScalars
        guard named.count <= Self.mostNames else { return }
        let identities = QuantityIdentities(named, lossName: graph.resultName)
        let identity = Dictionary(named.map { ($0.name, identities.identity(of: $0)) }) { first, _ in first }
        for scalar in named where scalar.role == .result || scalar.role == .parameter {
            add(scalar.value, "\(name)[\"\(scalar.name)\"]", identity[scalar.name].map { .value($0) })
        }
        for (role, values, member) in [(ScalarGraph.Role.input, pass.input, "input"), (.target, pass.start.target, "target")] {
            let own = named.filter { $0.role == role }
            // Labels that were smoothed, and one of a class, are other numbers.
            guard own.map(\.value) == values else { continue }
            for (index, scalar) in own.enumerated() {
                add(scalar.value, "\(name).\(member)[\(index)]", identity[scalar.name].map { .value($0) })
            }
        }
        for scalar in named where scalar.role == .parameter || (scalar.role == .result && scalar.name != graph.resultName) {
            add(scalar.gradient, "\(name).gradient(of: \"\(scalar.name)\")", identity[scalar.name].map { .gradient($0) })
        }
        // The links of the chain between quantities, as worked examples write them down one by one.
        let results = named.filter { $0.role == .result }
        guard results.count <= 24 else { return }
        // Of equal slopes the one between two results is meant, not the one by a bias.
        let lower = results + named.filter { $0.role == .input } + named.filter { $0.role == .parameter }
        for top in results where top.name != graph.resultName {
            for other in lower where other.name != top.name {
                guard let slope = graph.partial(top.name, other.name), slope != 0, slope != 1 else { continue }
                let meaning = identity[top.name].flatMap { a in identity[other.name].map { QuantityMeaning.partial(a, by: $0) }
                }
                add(slope, "\(name).partial(\"\(top.name)\", \"\(other.name)\")", meaning)
            }
        }
    }

    private mutating func take(_ network: Network, as name: String) {
        guard network.parameterCount <= Self.mostNames else { return }
        guard let named = network.namedQuantities?.all else { return }
        let identities = QuantityIdentities(named)
        for scalar in named where scalar.role == .parameter {
            add(scalar.value, "\(name)[\"\(scalar.name)\"]", .value(identities.identity(of: scalar)))
        }
    }

    private mutating func take(_ matrix: ConfusionMatrix, as name: String) {
        add(matrix.accuracy, "\(name).accuracy")
        for (label, row) in matrix.counts.enumerated() {
            for (answer, count) in row.enumerated() { add(Double(count), "\(name).counts[\(label)][\(answer)]") }
            add(matrix.precision(of: label), "\(name).precision(of: \(label))")
            add(matrix.recall(of: label), "\(name).recall(of: \(label))")
            add(matrix.f1(of: label), "\(name).f1(of: \(label))")
        }
    }
}

extension LessonRun {
    /// Records what the constants of these names, separated by spaces, hold: for whoever proposes claims.
    public static func listQuantities(_ names: String) {
        guard let constants = Notebook.current?.constants else { return }
        var inventory = Inventory()
        let names = names.split(separator: " ").map(String.init)
        for name in names {
            if let constant = constants[name], constant.isPlain { inventory.take(constant.value, as: name) }
        }
        takeSlopes(of: names, constants, into: &inventory)
        Recorder.write(.quantities(inventory.numbers))
    }

    /// The derivatives of the lesson's own expressions by its own variables.
    private static func takeSlopes(
        of names: [String], _ constants: [String: Follower.Constant], into inventory: inout Inventory
    ) {
        let scalars = names.compactMap { name in (constants[name]?.value as? Scalar).map { (name, $0) } }
        guard scalars.count <= 40 else { return }
        for (top, scalar) in scalars {
            for (name, other) in scalars where name != top {
                let slope = scalar.gradient(of: other)
                if slope != 0, slope != 1 { inventory.take(slope, as: "\(top).gradient(of: \(name))") }
            }
        }
    }
}
