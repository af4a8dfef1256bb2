import Exhibits

/// A rule of forward or backward pass that somebody applies wrongly wherever it occurs: a misunderstanding, not a slip of the pen.
package struct WrongRule {
    /// As causes of false claims are called.
    package var cause: String
    package var words: String
    package var variation: Variation
    /// Whether it is said of all layers; of a number that one of them alone has to do with, no more is said than that.
    var isGeneral = false
}

extension ScalarGraph {
    /// The rules of the forward pass, broken everywhere, and in one layer where there are several.
    func wrongForwardRules(_ said: SlipWords) -> [WrongRule] {
        func rule(_ cause: String, _ words: String, _ replaced: [Int: ([Double]) -> Double]) -> WrongRule? {
            guard !replaced.isEmpty else { return nil }
            var variation = Variation()
            variation.replaced = replaced
            return WrongRule(cause: cause, words: words, variation: variation)
        }
        var biasless: [Int: ([Double]) -> Double] = [:]
        for place in nodes.indices {
            guard let biases = biases(of: place), !biases.isEmpty else { continue }
            let operation = nodes[place].operation
            biasless[place] = { x in biases.reduce(operation.value(x)) { $0 - x[$1] } }
        }
        var rules = [rule("missing-term", biasless.count > 1 ? said.allBiases : said.oneBias, biasless)]
        let layers = activations(said)
        for layer in layers {
            rules.append(
                rule(
                    "missing-function", said.said(\.activationIn, layer.words),
                    Dictionary(layer.places.map { ($0, { $0[0] }) }) { first, _ in first }))
        }
        if layers.count > 1 {
            rules.append(
                rule(
                    "missing-function", said.activations,
                    Dictionary(layers.flatMap(\.places).map { ($0, { $0[0] }) }) { first, _ in first }))
        }
        return rules.compactMap(\.self)
    }

    /// The rules of the chain rule, broken everywhere, and in one layer where there are several.
    func wrongBackwardRules(_ said: SlipWords) -> [WrongRule] {
        func rule(_ cause: String, _ words: String, _ factor: @escaping (Int, Int, Double) -> Double) -> WrongRule {
            var variation = Variation()
            variation.factor = factor
            return WrongRule(cause: cause, words: words, variation: variation)
        }
        let layers = activations(said)
        var groups = layers.map { (words: said.said(\.inLayer, $0.words), places: Set($0.places)) }
        if groups.count > 1 { groups.insert((said.everywhere, Set(layers.flatMap(\.places))), at: 0) }
        var rules: [WrongRule] = []
        func marked(_ rule: WrongRule, ofGroup index: Int) -> WrongRule {
            var rule = rule
            rule.isGeneral = index == 0 && groups.count > 1
            return rule
        }
        for (index, group) in groups.enumerated() {
            let leftOut = rule("missing-factor", said.said(\.slopeLeftOut, group.words)) { place, _, partial in
                group.places.contains(place) ? 1 : partial
            }
            rules.append(marked(leftOut, ofGroup: index))
        }
        for (index, group) in groups.enumerated() {
            rules += wrongSlopes(at: group.places, group.words, said).map {
                marked(rule("slope", $0.words, $0.factor), ofGroup: index)
            }
        }
        let ways = waysThroughWeights
        if !ways.isEmpty {
            rules.append(
                rule("missing-factor", said.errorsNotBack) {
                    ways.contains(Way(from: $0, to: $1)) ? 1 : $2
                })
        }
        let mirrored = mirroredKernels
        if !mirrored.isEmpty {
            rules.append(
                rule("flipped", said.kernel) { place, operand, partial in
                    mirrored[Way(from: place, to: operand)].map { values[$0] } ?? partial
                })
        }
        return rules
    }

    private func wrongSlopes(
        at places: Set<Int>, _ words: String, _ said: SlipWords
    ) -> [(words: String, factor: (Int, Int, Double) -> Double)] {
        let functions = Set(places.map { nodes[$0].operation })
        func of(_ rule: KeyPath<SlipWords, String>, _ slope: @escaping (Double, Double) -> Double) -> (
            String, (Int, Int, Double) -> Double
        ) {
            (
                said.said(rule, words),
                { place, operand, partial in places.contains(place) ? slope(values[operand], values[place]) : partial }
            )
        }
        switch functions {
        case [.function(.sigmoid)]:
            return [
                of(\.sigmaSum) { z, _ in z * (1 - z) },
                of(\.sigmaOneMinus) { _, a in 1 - a }, of(\.sigmaOutput) { _, a in a },
                of(\.sigmaTanh) { _, a in 1 - a * a },
            ]
        case [.function(.tanh)]:
            return [
                of(\.tanhSum) { z, _ in 1 - z * z },
                of(\.tanhOneMinus) { _, a in 1 - a },
                of(\.tanhSigma) { _, a in a * (1 - a) },
            ]
        default: return []
        }
    }
}
