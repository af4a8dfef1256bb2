import Claims
import Derivations
import Exhibits
import Networks

/// A training was done with a slip, or as others do it: each layer's weights changed before the error was passed through them, a
/// sum of gradients for their mean, Adam without bias correction. All of these still learn.
extension Diagnosis {
    func trainedOtherwise(_ quantities: [GraphQuantity]) -> [Explanation] {
        guard mismatch.significantDigits >= 4 else { return [] }
        var trials = Trials(mismatch)
        var found: [Explanation] = []
        for other in evidence.alteredTrainings {
            func take(_ value: Double) {
                found.append(Explanation(other.cause, other.words, value, plausibility: trials.worth(0.93)))
            }
            for (index, loss) in other.run.losses.enumerated().reversed() where Mismatch.same(loss, mismatch.value) {
                if other.losses.indices.contains(index), trials.fits(other.losses[index]) { take(other.losses[index]) }
                break
            }
            let (before, after) = (other.run.network.parameterValues, other.network.parameterValues)
            if let index = before.firstIndex(where: { Mismatch.same($0, mismatch.value) }), after.indices.contains(index),
                trials.fits(after[index])
            {
                take(after[index])
            }
            for quantity in quantities {
                let value = quantity.value(withParameters: after, insteadOf: before)
                if let value, trials.fits(value) { take(value) }
            }
        }
        return found
    }
}

extension Network {
    fileprivate var parameterValues: [Double] { layers.flatMap { $0.parameters.flatMap(\.values) } }
}

extension GraphQuantity {
    /// The quantity with the parameters of another network, where the graph is known to be made of the first one's.
    fileprivate func value(withParameters new: [Double], insteadOf old: [Double]) -> Double? {
        guard old.count == new.count else { return nil }
        var changed: [Int: Double] = [:]
        for place in 0..<graph.count where graph.role(at: place) == .parameter {
            guard let index = old.firstIndex(of: graph.value(at: place)) else { return nil }
            changed[place] = new[index]
        }
        guard !changed.isEmpty else { return nil }
        var variation = Variation()
        variation.forward = { changed[$0] ?? $1 }
        return value(under: variation)
    }
}
