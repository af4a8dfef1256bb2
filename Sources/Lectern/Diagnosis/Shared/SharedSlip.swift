import Claims
import Derivations
import Exhibits

/// One mistake that explains several wrong numbers of a page at once.
///
/// A single number of three digits fits many slips by chance; that one slip gives the digits of several numbers as they were
/// written, and none of the numbers behind them contradicts it, hardly ever is chance.
struct SharedSlip {
    /// The claims that it explains, in the order of the page.
    private var places: [ClaimPlace]
    private var slip: CommonSlip
    private var written: [String]
    /// What it makes of each claim's number.
    private var values: [Double]

    /// The causes told at each claim: the slip once, at the first, and a word at those that follow from it.
    var hints: [(slot: Int, hint: Hint)] {
        let others = Self.enumerated(Array(written.dropFirst()))
        let first = "one slip explains \(written.count) wrong numbers, this one and \(others): \(slip.words)"
        let rest = "the same slip as in \(written[0]) above: \(slip.words)"
        return places.indices.compactMap { index in
            guard let slot = places[index].slot else { return nil }
            var hint = Hint(cause: slip.cause.rawValue, message: index == 0 ? first : rest, value: values[index])
            hint.entry = places[index].entry
            return (slot, hint)
        }
    }

    private static func enumerated(_ texts: [String]) -> String {
        guard texts.count > 1, texts.count <= 6 else {
            return texts.count == 1 ? texts[0] : texts.prefix(4).joined(separator: ", ") + ", …"
        }
        return texts.dropLast().joined(separator: ", ") + " and " + texts[texts.count - 1]
    }

    /// The slip that explains most of the wrong numbers that one graph gives; nil where none is sure.
    init?(of claims: [PageClaim], in evidence: Evidence) {
        var best: SharedSlip?
        for located in Self.located(claims, in: evidence) {
            guard let found = Self.search(located, evidence), found.places.count > best?.places.count ?? 0 else { continue }
            best = found
        }
        guard let best else { return nil }
        self = best
    }

    private init(_ slip: CommonSlip, _ explained: [(claim: PageClaim, value: Double)]) {
        self.slip = slip
        places = explained.map(\.claim.place)
        written = explained.map(\.claim.number.text)
        values = explained.map(\.value)
    }

    private static let mostNodes = 400
    /// So improbable must it be that the numbers fit by chance, over all slips that were tried.
    private static let mostChance = 1e-3

    /// The page's claims as they occur in each graph; a graph that has but a part of those of another says nothing by itself.
    private static func located(_ claims: [PageClaim], in evidence: Evidence) -> [[Located]] {
        let graphs = evidence.graphs.map(\.graph).filter { $0.count <= mostNodes }
        let all = graphs.map { graph in
            claims.enumerated().compactMap { order, claim in
                GraphQuantity(claim.computed, in: graph).map { Located(claim: claim, order: order, quantity: $0) }
            }
        }
        let orders = all.map { Set($0.map(\.order)) }
        return all.indices.filter { index in
            !orders.indices.contains { $0 != index && orders[index].isStrictSubset(of: orders[$0]) }
        }.map { all[$0] }
    }

    private static func search(_ located: [Located], _ evidence: Evidence) -> SharedSlip? {
        let wrong = located.filter { !$0.claim.holds && $0.claim.place.slot != nil }
        guard wrong.count >= 2, wrong.count <= 60 else { return nil }
        let graph = wrong[0].quantity.graph
        let candidates = CommonSlip.all(in: graph, for: wrong.map { ($0.quantity, $0.claim.number) }, beside: evidence)
        var found: [SharedSlip] = []
        for candidate in candidates {
            guard let explained = explained(wrong, by: candidate.variation, graph), explained.count >= 2 else { continue }
            let chance = Double(candidates.count) * explained.reduce(1) { $0 * $1.item.chance(of: $1.value) }
            guard chance <= mostChance, !isContradicted(candidate, explained[0].item, located, graph) else { continue }
            let hasRival = candidate.rivals.contains { self.explained(wrong, by: $0, graph)?.count == explained.count }
            if !hasRival { found.append(SharedSlip(candidate, explained.map { ($0.item.claim, $0.value) })) }
        }
        guard let most = found.map(\.places.count).max() else { return nil }
        let best = found.filter { $0.places.count == most }
        // Of two slips that explain as much nobody can say which was made, unless they come to the same.
        guard let first = best.first, best.allSatisfy({ $0.isSame(as: first) }) else { return nil }
        return first
    }

    private func isSame(as other: SharedSlip) -> Bool {
        places == other.places && zip(values, other.values).allSatisfy { abs($0 - $1) <= 1e-8 * max(abs($0), abs($1)) }
    }

    /// The wrong numbers that the slip gives as they were written, if they are most of those from the first one on.
    private static func explained(
        _ wrong: [Located], by variation: Variation, _ graph: ScalarGraph
    ) -> [(item: Located, value: Double)]? {
        let again = Recomputed(variation, in: graph)
        var explained: [(item: Located, value: Double)] = []
        for (index, item) in wrong.enumerated() {
            if explained.count * 2 + (wrong.count - index) * 2 <= wrong.count { return nil }
            let value = again.value(of: item.quantity)
            if value.isFinite, !Mismatch.same(value, item.claim.computed), item.claim.number.verdict(for: value) == .exact {
                explained.append((item, value))
            }
        }
        return explained.count * 2 > wrong.count ? explained : nil
    }

    /// Whether a right number behind the first wrong one would have been another.
    private static func isContradicted(
        _ slip: CommonSlip, _ first: Located, _ located: [Located], _ graph: ScalarGraph
    ) -> Bool {
        let again = Recomputed(slip.variation, in: graph)
        return located.contains { item in
            item.claim.holds && item.order > first.order
                && item.claim.number.verdict(for: again.value(of: item.quantity)) == .wrong
        }
    }
}

/// A claim of a page about one number.
struct PageClaim {
    var place: ClaimPlace
    var number: WrittenNumber
    var computed: Double
    var holds: Bool
}

/// Where a claimed number stands.
struct ClaimPlace: Hashable {
    /// Among the lesson's claims and inline values; nil for a claim made in a cell.
    var slot: Int?
    /// In a list, in reading order from 0.
    var entry: Int?
}

/// A claim and where its number occurs in a graph.
private struct Located {
    var claim: PageClaim
    /// How many claims stand before it.
    var order: Int
    var quantity: GraphQuantity

    /// How probable it is that a number about as far from the right one as this fits what was written by chance.
    func chance(of value: Double) -> Double {
        let window = max(2 * claim.number.allowance, .leastNormalMagnitude)
        return 1 / (1 + 2 * abs(value - claim.computed) / window)
    }
}
