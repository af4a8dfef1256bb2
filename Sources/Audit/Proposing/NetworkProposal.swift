import Claims

/// An audit file proposed from what notes state: sizes, weights and biases by name, input, targets, rate. Activations and the order of
/// the weights are those with which most of the printed numbers come out. An author confirms it; nothing of it is taken for granted.
public struct NetworkProposal: Sendable {
    /// The audit file.
    public let text: String
    /// How many printed numbers are values of the network proposed.
    public let matched: Int

    /// Why none is made, and what to write instead.
    public struct Refusal: Error, Sendable {
        public let reason: String
    }

    /// - Throws: `Refusal` where the notes state too little.
    init(_ literals: [NamedLiteral], in notes: Notes, named file: String) throws(Refusal) {
        let givens = StatedGivens(literals, in: notes.text)
        guard let input = givens.vector(["x", "i", "X"]) ?? givens.spokenInput else {
            throw Refusal(reason: "no input with a name is stated, such as x = (1, 2) or x_1 = 0.05 and x_2 = 0.10")
        }
        let targets = [
            givens.spokenTargets.isEmpty ? nil : givens.spokenTargets, givens.vector(["t", "target"], isOutput: true),
            givens.vector(["y"]),
        ].compactMap { $0 }
        func layouts(_ outputs: Int?) -> [[[[WrittenNumber]]]] {
            WeightLayouts(givens, inputs: input.count, outputs: outputs).all()
        }
        let target = targets.first { target in layouts(target.count).contains { $0.last?.count == target.count } }
        let layouts = layouts(target?.count)
        guard !layouts.isEmpty else {
            let sizes = "\(input.count) inputs" + (targets.first.map { " and \($0.count) targets" } ?? "")
            throw Refusal(
                reason:
                    "no weights with names are stated that fit \(sizes), such as W_1 = … or w_1 = 0.15, w_2 = 0.20 and so on")
        }
        let printed = literals.map(\.number).filter { $0.digitsThatSay >= 3 }
        let values = input.map(\.value)
        func score(_ network: ProposedNetwork) -> Int {
            let computed = network.values(of: values)
            return printed.count { number in computed.contains { number.verdict(for: $0).isTrue } }
        }
        let functions = StatedFunctions(in: notes.text)
        var best: (network: ProposedNetwork, score: Int)?
        for layout in layouts.prefix(64) where layout.count <= 4 {
            for biases in Self.biases(for: layout, givens) {
                for activations in StatedFunctions.arrangements(layout.count) {
                    let layers = layout.indices.map {
                        ProposedNetwork.Layer(weights: layout[$0], biases: biases[$0], activation: activations[$0])
                    }
                    let network = ProposedNetwork(layers: layers)
                    let own = score(network)
                    if own > best?.score ?? -1, functions.allow(network, by: printed, from: values) { best = (network, own) }
                }
            }
        }
        guard let best else { throw Refusal(reason: "the network stated has more than four layers, which nobody can try") }
        matched = best.score
        let fitting = target?.count == best.network.layers.last?.weights.count ? target : nil
        let loss = Self.loss(best.network, values, fitting, printed, functions)
        var file = ProposedFile(network: best.network, input: input, notes: file, matched: matched, printed: printed.count)
        (file.target, file.loss, file.rate) = (fitting, loss, givens.rate)
        file.isUntold = best.network.layers.indices.map { layer in
            if layer < best.network.layers.count - 1 {
                return best.network.isUntold(hidden: layer, by: printed, from: values)
            }
            // The last layer's outputs are its sums, unless one of the functions that the notes name stands behind it.
            return functions.activations.count > 1 && loss == nil
        }
        if let loss, let fitting, let rate = givens.rate {
            let after = best.network.updated(from: values, toward: fitting.map(\.value), loss, rate: rate.value)
            let known = best.network.values(of: values)
            // Numbers of two digits or more that are values behind the step and none before it.
            file.goesOn = Self.count(literals.map(\.number), among: after.values(of: values), butNot: known) >= 2
        }
        text = file.text
    }

    private static func count(_ numbers: [WrittenNumber], among values: [Double], butNot others: [Double]) -> Int {
        let telling = numbers.filter { number in
            number.digitsThatSay >= 2 && number.place < 0 && values.contains { number.verdict(for: $0).isTrue }
                && !others.contains { number.verdict(for: $0).isTrue }
        }
        return Set(telling.map(\.value)).count
    }

    /// Every layer's biases: a vector, one number for all, or one for each unit.
    private static func biases(for layout: [[[WrittenNumber]]], _ givens: StatedGivens) -> [[[WrittenNumber]]] {
        let stated = givens.named(["b", "B", "bias"])
        var found: [[[WrittenNumber]]] = []
        let byLayer = stated.filter { $0.letter.level != nil || $0.numbers.count == 1 }
        for offset in [1, 0] {
            let own = layout.indices.map { layer -> [WrittenNumber] in
                let here = byLayer.filter { ($0.letter.level ?? $0.numbers[0]) == layer + offset }
                if let vector = here.first(where: { $0.entries.count == layout[layer].count }) { return vector.entries }
                let units = here.filter { $0.isNumber && $0.letter.level != nil && $0.numbers.count == 1 }.sorted {
                    $0.numbers[0] < $1.numbers[0]
                }
                if units.count == layout[layer].count { return units.map { $0.entries[0] } }
                return here.first(where: \.isNumber).map(\.entries) ?? []
            }
            if own.contains(where: { !$0.isEmpty }) { found.append(own) }
        }
        // b_1, b_2, b_3: counted on from unit to unit.
        let numbers = stated.filter { $0.isNumber && $0.numbers.count == 1 && $0.letter.level == nil }.sorted {
            $0.numbers[0] < $1.numbers[0]
        }
        if numbers.count == layout.reduce(0, { $0 + $1.count }) {
            var rest = numbers.map { $0.entries[0] }[...]
            found.append(
                layout.map { units in
                    defer { rest = rest.dropFirst(units.count) }
                    return Array(rest.prefix(units.count))
                })
        }
        if let one = stated.first(where: { $0.letter.lower.isEmpty && $0.letter.level == nil }) {
            found.append(layout.map { $0.count == one.entries.count || one.isNumber ? one.entries : [] })
        }
        return found + [layout.map { _ in [] }]
    }

    /// The loss that is printed, or whose name stands in the notes; nil where none is.
    private static func loss(
        _ network: ProposedNetwork, _ input: [Double], _ target: [WrittenNumber]?, _ printed: [WrittenNumber],
        _ functions: StatedFunctions
    ) -> ProposedNetwork.Loss? {
        guard let target = target?.map(\.value) else { return nil }
        let output = network.output(of: input)
        // Behind softmax the cross-entropy is the categorical one, elsewhere the binary.
        let isSoftmax = network.layers.last?.activation == .softmax
        let all = ProposedNetwork.Loss.allCases.filter { $0 != (isSoftmax ? .binaryCrossEntropy : .categoricalCrossEntropy) }
        let fit = all.first { loss in printed.contains { $0.verdict(for: loss.of(output, target)).isTrue } }
        if let fit { return fit }
        if functions.saysCrossEntropy, isSoftmax { return .categoricalCrossEntropy }
        return network.printsSlopesOfHalfSquaredError(output, target, printed) ? .halfSquaredError : nil
    }
}

extension StatedGivens {
    /// The rate of learning, where a letter or words name it.
    var rate: WrittenNumber? {
        named(["eta", "alpha", "lr"]).first { $0.isNumber && $0.letter.lower.isEmpty }?.entries[0] ?? spokenRate
    }
}
