import Derivations

/// A parameter after a step of gradient descent that was taken wrongly: uphill, without its rate, along another loss's gradient.
extension Diagnosis {
    func wrongSteps(_ quantities: [GraphQuantity]) -> [Explanation] {
        let digits = mismatch.significantDigits
        guard digits >= 3 else { return [] }
        var trials = Trials(mismatch)
        for quantity in quantities {
            guard case .updated(let place, let rate) = quantity.kind else { continue }
            let graph = quantity.graph
            let old = graph.value(at: place)
            let gradient = graph.gradients(of: graph.resultPlace, at: graph.values(under: Variation()))[place]
            let name = quantity.name(of: place)
            let tries: [(cause: Cause, value: Double, words: String)] = [
                (.sign, old + rate * gradient, "the step goes uphill: \(name) + η·∂E/∂\(name) instead of minus"),
                (.missingFactor, old - gradient, "the rate left out: \(name) − ∂E/∂\(name) instead of \(name) − η·∂E/∂\(name)"),
                (.factor, old - 2 * rate * gradient, "factor 2: fits a step along twice the gradient, as of a loss without ½"),
                (.factor, old - rate * gradient / 2, "factor ½: fits a step along half the gradient"),
            ]
            for (cause, value, words) in tries where trials.fits(value) {
                let usual = digits >= 4 ? 0.93 : 0.88
                return [Explanation(cause, words, value, plausibility: trials.worth(usual - (quantity.isGuess ? 0.1 : 0)))]
            }
        }
        return []
    }
}
