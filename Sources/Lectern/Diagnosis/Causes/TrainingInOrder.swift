import Claims
import Derivations
import Exhibits
import Networks

/// Each layer's weights were changed before the error was passed through them, so that the layers below saw the new ones: a
/// frequent slip in programs written by hand, and one that still learns.
extension Diagnosis {
    func trainedInOrder(_ quantities: [GraphQuantity]) -> [Explanation] {
        guard mismatch.significantDigits >= 4 else { return [] }
        var trials = Trials(mismatch)
        func found(_ value: Double) -> [Explanation] {
            let message =
                "computed with updated weights: in the backward pass, each layer used weights that had been changed already"
            return [Explanation(.updatedWeights, message, value, plausibility: trials.worth(0.93))]
        }
        for slip in evidence.hastyTrainings {
            for (index, loss) in slip.run.losses.enumerated().reversed() where Mismatch.same(loss, mismatch.value) {
                if slip.losses.indices.contains(index), trials.fits(slip.losses[index]) { return found(slip.losses[index]) }
                break
            }
            let parameters = slip.network.layers.map { $0.parameters.map(\.values) }
            for quantity in quantities {
                let value = quantity.value(withParameters: parameters, insteadOf: slip.run.network)
                if let value, trials.fits(value) { return found(value) }
            }
        }
        return []
    }
}

extension GraphQuantity {
    /// The quantity with the parameters of another network, where the graph is known to be made of the first one's.
    fileprivate func value(withParameters parameters: [[[Double]]], insteadOf network: Network) -> Double? {
        let old = network.layers.flatMap { $0.parameters.flatMap(\.values) }
        let new = parameters.flatMap { $0.flatMap(\.self) }
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
