import Claims
import Exhibits
import Foundation

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
        var best: (network: ProposedNetwork, score: Int)?
        for layout in layouts.prefix(64) where layout.count <= 4 {
            for biases in Self.biases(for: layout, givens) {
                for activations in Self.activations(layout.count) {
                    let layers = layout.indices.map {
                        ProposedNetwork.Layer(weights: layout[$0], biases: biases[$0], activation: activations[$0])
                    }
                    let network = ProposedNetwork(layers: layers)
                    let own = score(network)
                    if own > best?.score ?? -1 { best = (network, own) }
                }
            }
        }
        guard let best else { throw Refusal(reason: "the network stated has more than four layers, which nobody can try") }
        matched = best.score
        let fitting = target?.count == best.network.layers.last?.weights.count ? target : nil
        text = Self.text(
            best.network, input, fitting, Self.loss(best.network, values, fitting, printed), rate: givens.rate,
            matched: best.score,
            of: printed.count, file)
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

    private static func activations(_ layers: Int) -> [[ProposedNetwork.Activation]] {
        let hidden: [ProposedNetwork.Activation] = [.identity, .sigmoid, .tanh, .relu]
        var all: [[ProposedNetwork.Activation]] = [[]]
        for layer in 0..<layers {
            let own = layer == layers - 1 ? hidden + [.softmax] : hidden
            all = all.flatMap { start in own.map { start + [$0] } }
        }
        return all
    }

    /// The loss that is printed; nil where none is.
    private static func loss(
        _ network: ProposedNetwork, _ input: [Double], _ target: [WrittenNumber]?, _ printed: [WrittenNumber]
    ) -> String? {
        guard let target = target?.map(\.value) else { return nil }
        let output = network.output(of: input)
        let squares = zip(output, target).map { ($0 - $1) * ($0 - $1) }
        let crosses = zip(output, target).map { o, t in
            (t == 0 ? 0 : -t * log(o)) + (t == 1 ? 0 : -(1 - t) * log(1 - o))
        }
        let candidates: [(String, Double)] = [
            ("halfSquaredError", squares.reduce(0, +) / 2),
            ("meanSquaredError", squares.reduce(0, +) / Double(max(1, squares.count))),
            ("binaryCrossEntropy", crosses.reduce(0, +) / Double(max(1, crosses.count))),
            ("categoricalCrossEntropy", zip(output, target).reduce(0) { $0 + ($1.1 == 0 ? 0 : -$1.1 * log($1.0)) }),
        ]
        // Behind softmax the cross-entropy is the categorical one, elsewhere the binary.
        let other = network.layers.last?.activation == .softmax ? "binaryCrossEntropy" : "categoricalCrossEntropy"
        let fits = candidates.filter { name, value in
            name != other && printed.contains { $0.verdict(for: value).isTrue }
        }
        return fits.first?.0
    }

    // MARK: - The file

    private static func text(
        _ network: ProposedNetwork, _ input: [WrittenNumber], _ target: [WrittenNumber]?, _ loss: String?, rate: WrittenNumber?,
        matched: Int, of printed: Int, _ file: String
    ) -> String {
        var lines = ["---", "title: The network of \(file)", "audits: \(file)", "---", ""]
        lines += [
            "Proposed from what the notes state: \(matched) of their \(printed) numbers with three digits or more are weighted sums or outputs of this network. Check every line before you rely on it.",
            "", "```{swift}", "let net = Network(inputs: \(input.count)) {",
        ]
        for layer in network.layers {
            let rows = layer.weights.map { "[" + $0.map(\.code).joined(separator: ", ") + "]" }.joined(separator: ", ")
            let biases =
                layer.biases.isEmpty
                ? "bias: .none"
                : layer.biases.count == 1
                    ? "bias: \(layer.biases[0].code)" : "biases: [\(layer.biases.map(\.code).joined(separator: ", "))]"
            lines.append("    Dense(\(layer.weights.count), weights: [\(rows)], \(biases))")
            if layer.activation != .identity { lines.append("    \(layer.activation.rawValue)()") }
        }
        lines.append("}")
        let inputs = input.map(\.code).joined(separator: ", ")
        if let target {
            let usual = network.layers.last?.activation == .softmax ? "categoricalCrossEntropy" : "halfSquaredError"
            if loss == nil {
                lines.append("// The notes print no loss of this network that is known here: say which one they mean.")
            }
            lines.append(
                "let pass = net.backpropagate([\(inputs)], toward: [\(target.map(\.code).joined(separator: ", "))], minimizing: .\(loss ?? usual))"
            )
            if let rate {
                lines.append("let after = net.updated(along: pass, by: .gradientDescent(rate: \(rate.code)))")
            } else {
                lines.append("// No rate is stated: let after = net.updated(along: pass, by: .gradientDescent(rate: …))")
            }
        } else {
            lines.append("let output = net([\(inputs)])")
            lines.append("// No targets are stated: net.backpropagate(input, toward: …, minimizing: .halfSquaredError)")
        }
        return (lines + ["```"]).joined(separator: "\n") + "\n"
    }
}

extension StatedGivens {
    /// The rate of learning, where a letter or words name it.
    var rate: WrittenNumber? { named(["eta", "alpha", "lr"]).first { $0.isNumber && $0.letter.lower.isEmpty }?.entries[0] }
}

extension WrittenNumber {
    /// As Swift writes it.
    fileprivate var code: String { value == value.rounded() && abs(value) < 1e9 ? String(Int(value)) : "\(value)" }
}
