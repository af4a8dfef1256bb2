import Claims
import Derivations
import Exhibits

/// Somewhere in the computation one thing was done wrong: a term forgotten, a factor of the chain rule, a minus, an activation.
extension Diagnosis {
    func oneSlip(_ quantities: [GraphQuantity]) -> [Explanation] {
        let digits = mismatch.significantDigits
        guard digits >= 3, mismatch.units >= 1 else { return [] }
        var found: [Explanation] = []
        for quantity in quantities where quantity.graph.count <= 400 {
            var trials = Trials(mismatch)
            for slip in quantity.slips(beside: StatedNumbers(claims, in: quantity)) {
                let value = quantity.value(under: slip.variation)
                guard !Mismatch.same(value, mismatch.value), trials.fits(value) else { continue }
                let usual = slip.usual - (digits == 3 ? 0.08 : 0) - (quantity.isGuess ? 0.1 : 0)
                found.append(Explanation(slip.cause, slip.message, value, plausibility: trials.worth(usual)))
            }
        }
        return found
    }
}

extension GraphQuantity {
    /// What may have been done wrong on the way to this number, after what the lesson states rightly.
    fileprivate func slips(beside stated: StatedNumbers) -> [Slip] {
        let back = top.map { graph.backwardSlips(of: $0, to: place, below: stated.settledGradients) } ?? []
        let norms = top == nil ? graph.normSlips() : []
        return back + norms + graph.forwardSlips(in: ancestors(after: stated.settled)) + graph.exchanges()
    }

    /// The results that the number is computed from, itself among them.
    private func ancestors(after settled: Set<Int>) -> [Int] {
        let end = top ?? place
        var needed: Set<Int> = [end]
        for place in stride(from: end, through: 0, by: -1)
        where needed.contains(place) && (place == end || !settled.contains(place)) {
            needed.formUnion(graph.operands(at: place))
        }
        if top == nil { needed.subtract(settled.subtracting([end])) } else { needed.subtract(settled) }
        return needed.filter { !graph.operands(at: $0).isEmpty }.sorted(by: >)
    }
}

extension Slip {
    var message: String {
        switch kind {
        case .missingTerm: "one term left out: \(words)"
        case .missingFactor, .exchanged, .missingFunction, .logarithm, .slope, .convention, .throughTime: words
        case .sign: "sign: fits the other sign of \(words)"
        }
    }

    var cause: Cause {
        switch kind {
        case .missingTerm: .missingTerm
        case .missingFactor: .missingFactor
        case .sign: .sign
        case .missingFunction: .missingFunction
        case .logarithm: .logarithm
        case .slope: .slope
        case .exchanged: .exchanged
        case .convention: .convention
        case .throughTime: .throughTime
        }
    }

    /// How plausible the slip is before anything is known of the numbers.
    fileprivate var usual: Double {
        switch kind {
        case .missingTerm: isOfBias ? 0.92 : 0.88
        case .missingFactor: words.contains("chain rule") ? 0.89 : 0.87
        case .sign: 0.88
        case .missingFunction: 0.87
        case .logarithm: 0.89
        case .slope: 0.86
        case .exchanged: 0.86
        case .convention: 0.88
        case .throughTime: 0.91
        }
    }
}
