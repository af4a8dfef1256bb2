import Exhibits

extension GraphQuantity {
    /// Graphs with more nodes are asked for the rules that are broken everywhere, not for slips at each place.
    private static let mostNodes = 150
    /// Beyond this nothing is computed again.
    package static let mostRecordedNodes = 2000

    /// What the number comes to with one rule broken, the commonest first; all different from what it comes to without, and from
    /// each other.
    ///
    /// - Parameters:
    ///   - base: what is done otherwise anyway: somebody goes on from a number of their own.
    ///   - rate: of the step that the exercise takes, where it is known.
    ///   - all: whether slips at single places are listed too, which hundreds of numbers come from.
    package func misconceptions(
        beside base: Variation = Variation(), rate: Double? = nil, all: Bool = true
    ) -> [Misconception] {
        guard graph.count <= Self.mostRecordedNodes else { return [] }
        let right = value(under: base)
        let words = SlipWords.current
        var found = Wrong(right: right)
        let back = top.map { _ in graph.wrongBackwardRules(words) } ?? []
        for rule in back + graph.wrongForwardRules(words) {
            found.add(rule, value(under: rule.variation.over(base)))
        }
        found.add(afterUpdate(rate, beside: base, words))
        for step in wrongSteps(beside: base, right: right, words) { found.add(step) }
        for scaled in scaled(right, words) { found.add(scaled) }
        guard graph.count <= Self.mostNodes else { return found.list }
        let places = ancestors
        var slips = top.map { graph.backwardSlips(of: $0, to: place, words: words) } ?? []
        slips += graph.forwardSlips(in: places, words: words)
        if all { slips += graph.exchanges(words: words) }
        for slip in slips {
            let isCommon = slip.isOfBias || slip.kind == .missingFunction || slip.kind == .logarithm || slip.isOfChainRule
            guard all || isCommon else { continue }
            found.add(slip.causeName, slip.sentence(words), value(under: slip.variation.over(base)), isCommon: isCommon)
        }
        return found.list
    }

    /// The results that the number is computed from, and it itself.
    private var ancestors: [Int] {
        let end = top ?? place
        var needed: Set<Int> = [end]
        for place in stride(from: end, through: 0, by: -1) where needed.contains(place) {
            needed.formUnion(graph.operands(at: place))
        }
        return needed.filter { !graph.operands(at: $0).isEmpty }.sorted(by: >)
    }

    /// The weights updated before the error was passed on through them.
    private func afterUpdate(_ rate: Double?, beside base: Variation, _ words: SlipWords) -> Misconception? {
        var rate = rate
        if case .updated(_, let own) = kind { rate = own }
        guard let rate, let top, top == graph.resultPlace else { return nil }
        let before = graph.values(under: base)
        let gradients = graph.gradients(of: top, at: before, under: base)
        var after = before
        for place in after.indices where graph.role(at: place) == .parameter && place != self.place {
            after[place] -= rate * gradients[place]
        }
        let early = graph.gradients(of: top, at: after, under: base)[place]
        let value = if case .updated = kind { before[place] - rate * early } else { early }
        return Misconception(
            "updated-weights", words.updatedWeights, value, isCommon: true)
    }

    /// A step that was taken wrongly.
    private func wrongSteps(beside base: Variation, right: Double, _ words: SlipWords) -> [Misconception] {
        guard case .updated(let place, let rate) = kind, rate != 0 else { return [] }
        let old = graph.values(under: base)[place], gradient = (old - right) / rate
        let name = name(of: place)
        return [
            Misconception("sign", words.uphill.replacing("#", with: name), old + rate * gradient, isCommon: true),
            Misconception("missing-factor", words.noRate.replacing("#", with: name), old - gradient, isCommon: true),
            Misconception("missing-term", words.said(\.stepAlone, name), rate * gradient, isCommon: true),
            Misconception("missing-term", words.said(\.gradientAlone, name), gradient, isCommon: true),
            Misconception(
                "factor", words.twiceGradient, old - 2 * rate * gradient, isCommon: true),
            Misconception("factor", words.halfGradient, old - rate * gradient / 2, isCommon: true),
        ]
    }

    /// The other sign, and a mean for a sum or ½ forgotten where the number is of the loss.
    private func scaled(_ right: Double, _ words: SlipWords) -> [Misconception] {
        if case .updated = kind { return [] }
        var scaled = [Misconception("sign", words.signTurned, -right, isCommon: top != nil)]
        let isOfLoss = top == graph.resultPlace || place == graph.resultPlace
        guard isOfLoss else { return scaled }
        let outputs = (0..<graph.count).count { graph.role(at: $0) == .target }
        scaled += [
            Misconception("factor", words.twice, 2 * right, isCommon: true),
            Misconception(
                "factor", outputs == 2 ? words.halfOrMean : words.half,
                right / 2,
                isCommon: true),
        ]
        guard outputs > 2 else { return scaled }
        let count = Double(outputs)
        return scaled + [
            Misconception("mean", words.said(\.mean, "\(outputs)"), right / count, isCommon: true),
            Misconception("mean", words.said(\.sum, "\(outputs)"), right * count, isCommon: true),
        ]
    }
}

/// Wrong values, each once.
private struct Wrong {
    let right: Double
    private(set) var list: [Misconception] = []
    /// Positions of those that are said of all layers.
    private var general: Set<Int> = []

    init(right: Double) { self.right = right }

    mutating func add(_ rule: WrongRule, _ value: Double) {
        if let known = list.firstIndex(where: { isNear($0.value, value) }), general.contains(known),
            list[known].cause == rule.cause
        {
            list[known].words = rule.words
            general.remove(known)
        }
        let count = list.count
        add(rule.cause, rule.words, value, isCommon: true)
        if rule.isGeneral, list.count > count { general.insert(count) }
    }

    mutating func add(_ cause: String, _ words: String, _ value: Double, isCommon: Bool) {
        add(Misconception(cause, words, value, isCommon: isCommon))
    }

    mutating func add(_ misconception: Misconception?) {
        guard let misconception, misconception.value.isFinite else { return }
        let value = misconception.value
        guard !isNear(right, value), !list.contains(where: { isNear($0.value, value) }) else { return }
        list.append(misconception)
    }

    private func isNear(_ one: Double, _ other: Double) -> Bool {
        abs(one - other) <= 1e-9 * max(abs(right), abs(other))
    }
}

extension Variation {
    /// This on top of what is done otherwise anyway: numbers that are given stay given.
    func over(_ base: Variation) -> Variation {
        var both = self
        let (forward, backward, factor) = (forward, backward, factor)
        both.forward = { base.forward($0, forward($0, $1)) }
        both.backward = { base.backward($0, backward($0, $1)) }
        both.factor = { base.factor($0, $1, factor($0, $1, $2)) }
        both.replaced = base.replaced.merging(replaced) { $1 }
        return both
    }
}

extension Slip {
    /// As causes of false claims are called.
    package var causeName: String { kind.rawValue }

    /// What was done, as it is told to whoever did it.
    ///
    /// - Parameter language: the words it was found with.
    package func sentence(_ language: SlipWords) -> String {
        switch kind {
        case .missingTerm: language.said(\.leftOut, words)
        case .sign: language.said(\.otherSign, words)
        case .missingFactor, .exchanged, .missingFunction, .logarithm, .slope, .convention, .throughTime: words
        }
    }
}
