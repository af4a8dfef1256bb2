import Exhibits

/// A number that isn't what its name, or the words beside it, mean.
struct Misfit {
    var literal: NamedLiteral
    var candidates: [QuantityIndex.Candidate]
    var spokenName: String?
    /// How many words say it.
    var words = 0
    /// Whether it is known only because it is a finger's slip away.
    var isSlipOnly = false
    /// Whether like names beside it all are what they mean by one rule.
    var isSaidByPlace = false
    /// Whether the numbers beside it tell of which run it is.
    var isOfRun = false

    /// Takes what the place says, if its name may mean it; a block's says more than the run of the numbers beside it.
    mutating func choose(_ place: PlaceReading.Prediction?, others: Int) {
        guard let place, !isOfRun || place.isOfOneBlock else { return }
        let own = candidates.filter { $0.value.isSame(as: place.candidate.value) }
        guard !own.isEmpty else { return }
        candidates = own
        let isWhole = place.isOfOneBlock && (place.fits == others || place.isWholeColumn)
        if place.misfits == 0, place.fits >= 3 || isWhole { isSaidByPlace = true }
    }

    /// Takes the value of the run that the numbers beside it are of, where its name has several.
    mutating func choose(_ run: Runs.Told?, others: Int) {
        guard let run, let first = candidates.first, !candidates.allSatisfy({ $0.value.isSame(as: first.value) }) else {
            return
        }
        let own = candidates.filter { $0.number.constant == run.constant }
        guard let value = own.first?.value, own.allSatisfy({ $0.value.isSame(as: value) }) else { return }
        (candidates, isOfRun) = (own, true)
        if run.inList > 0, run.inList >= min(3, others) { isSaidByPlace = true }
    }
}
