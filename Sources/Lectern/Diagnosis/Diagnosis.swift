import Claims
import Derivations
import Exhibits

/// The search for what would have made a false claim true.
///
/// Each cause tries a few numbers only and says how plausible it is; one that is sure is told to the author.
struct Diagnosis {
    let mismatch: Mismatch
    let evidence: Evidence
    let claims: EarlierClaims

    /// The one explanation that is sure enough to be told, if there is one.
    var hints: [Hint] {
        let quantities = quantities
        var found = copied() + sign() + swappedDigits() + mistyped() + factor() + means() + neighbours() + step()
        found += asWritten(quantities) + unrounded(quantities) + roundedTwice()
        found += oneSlip(quantities) + updatedWeights(quantities) + wrongSteps(quantities)
        found += otherLiteral(quantities) + singlePrecision(quantities) + shortPrecision(quantities)
        // What is dearer to try is tried for want of something better.
        if !found.contains(where: { $0.isSure && $0.cause != .singlePrecision && $0.cause != .arithmetic }) {
            found += roundedSteps(quantities) + trainedOtherwise(quantities) + computedOtherwise()
        }
        return found.hints
    }

    /// The computed number where it occurs in the lesson's graphs.
    private var quantities: [GraphQuantity] {
        var found: [GraphQuantity] = []
        for graph in mismatch.graphs {
            var quantity = GraphQuantity(.value(graph.resultPlace), in: graph)
            quantity.isGuess = mismatch.isGuessed
            found.append(quantity)
        }
        for known in evidence.graphs.reversed() {
            if let quantity = GraphQuantity(mismatch.value, in: known.graph) { found.append(quantity) }
            if found.count >= 4 { break }
        }
        if found.allSatisfy(\.isGuess) { found = evidence.predictions(giving: mismatch.value) + found }
        let steps = evidence.stepsBetweenGraphs(to: mismatch.value).prefix(2)
        return found + steps + (found.isEmpty && steps.isEmpty ? evidence.plainSteps(to: mismatch.value).prefix(2) : [])
    }
}
