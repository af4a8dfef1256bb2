import Claims

/// What notes name of a network's functions, in words or by their formulas: nothing else is proposed.
struct StatedFunctions {
    private(set) var activations: Set<ProposedNetwork.Activation> = [.identity]
    private(set) var saysCrossEntropy = false

    init(in text: FlatText) {
        let plain = String(decoding: text.bytes, as: UTF8.self).lowercased().filter {
            !$0.isWhitespace && $0 != "-" && $0 != "{"
        }
        func says(_ marks: [String]) -> Bool { marks.contains { plain.contains($0) } }
        if says(["sigmoid", "logistic", "sigmoïde", "sigmoide", "\\sigma(", "\\sigma\\left(", "1+e^", "1+\\exp", "1+exp"]) {
            activations.insert(.sigmoid)
        }
        if says(["tanh", "hyperbolictangent", "tangenshyperbolicus", "tangentehyperbolique", "tangentehiperbólica"]) {
            activations.insert(.tanh)
        }
        if says(["relu", "rectif", "max(0,", "\\max(0,"]) { activations.insert(.relu) }
        if says(["softmax"]) { activations.insert(.softmax) }
        saysCrossEntropy = says(["crossentropy", "kreuzentropie", "entropiecroisée", "entropíacruzada", "loglikelihood"])
    }

    /// All ways to put activations behind the layers; softmax stands behind the last one alone. Those that the notes don't name are
    /// among them: their numbers may have digits enough to tell.
    static func arrangements(_ layers: Int) -> [[ProposedNetwork.Activation]] {
        let hidden: [ProposedNetwork.Activation] = [.identity, .sigmoid, .tanh, .relu]
        return (0..<layers).reduce([[]]) { found, layer in
            found.flatMap { start in (layer == layers - 1 ? hidden + [.softmax] : hidden).map { start + [$0] } }
        }
    }

    /// Whether the notes name all activations of a network, or print numbers that it has only with those it doesn't name: with so many
    /// digits that they are no chance.
    func allow(_ network: ProposedNetwork, by numbers: [WrittenNumber], from input: [Double]) -> Bool {
        var named = network
        for layer in named.layers.indices where !activations.contains(named.layers[layer].activation) {
            named.layers[layer].activation = .identity
        }
        if zip(named.layers, network.layers).allSatisfy({ $0.activation == $1.activation }) { return true }
        let (own, others) = (network.values(of: input), named.values(of: input))
        let telling = numbers.filter { number in
            number.digitsThatSay > 3 && own.contains { number.verdict(for: $0) == .exact }
                && !others.contains { number.verdict(for: $0).isTrue }
        }
        return Dictionary(telling.map { ($0.value, $0.digitsThatSay - 3) }) { first, _ in first }.values.reduce(0, +) >= 2
    }
}
