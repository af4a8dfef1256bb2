import Claims
import Derivations
import Exhibits

/// One mistake that explains several wrong numbers of a page at once.
///
/// A single number of three digits fits many slips by chance; that one slip gives the digits of several numbers as they were
/// written, and none of the numbers behind them contradicts it, hardly ever is chance.
struct SharedSlip {
    private var slip: CommonSlip
    /// The claims that it explains, in the order of the page, with what it makes of each one's number.
    private var explained: [Explained]

    private struct Explained {
        var claim: EarlierClaim
        /// How many claims stand before it.
        var order: Int
        var value: Double
    }

    /// The causes told at each claim: the slip once, at the first, and a word at those that follow from it.
    var hints: [(site: ClaimSite, hint: Hint)] {
        let written = explained.map(\.claim.text)
        let others = Self.enumerated(Array(written.dropFirst()))
        let first = "one slip explains \(written.count) wrong numbers, this one and \(others): \(slip.words)"
        let rest = "the same slip as in \(written[0]) above: \(slip.words)"
        return explained.enumerated().compactMap { index, item in
            guard let site = item.claim.place.site else { return nil }
            var hint = Hint(cause: slip.cause.rawValue, message: index == 0 ? first : rest, value: item.value)
            hint.entry = item.claim.place.entry
            return (site, hint)
        }
    }

    private static func enumerated(_ texts: [String]) -> String {
        guard texts.count > 1, texts.count <= 6 else {
            return texts.count == 1 ? texts[0] : texts.prefix(4).joined(separator: ", ") + ", …"
        }
        return texts.dropLast().joined(separator: ", ") + " and " + texts[texts.count - 1]
    }

    /// The slip that explains most of the wrong numbers that one graph gives; nil where none is sure.
    init?(of claims: [EarlierClaim], in evidence: Evidence) {
        var best: SharedSlip?
        for located in Self.located(claims, in: evidence) {
            guard let found = Self.search(located, evidence), found.explained.count > best?.explained.count ?? 0 else {
                continue
            }
            best = found
        }
        guard let best else { return nil }
        self = best
    }

    private init(_ slip: CommonSlip, _ explained: [Explained]) {
        self.slip = slip
        self.explained = explained
    }

    private static let mostNodes = 400
    /// So improbable must it be that the numbers fit by chance, over all slips that were tried.
    private static let mostChance = 1e-3

    /// The page's claims as they occur in each graph; a graph that has but a part of those of another says nothing by itself.
    private static func located(_ claims: [EarlierClaim], in evidence: Evidence) -> [[Located]] {
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
        let wrong = located.filter { !$0.claim.holds && $0.claim.place.site != nil }
        guard wrong.count >= 2, wrong.count <= 60 else { return nil }
        let graph = wrong[0].quantity.graph
        let candidates = CommonSlip.all(in: graph, for: wrong.map { ($0.quantity, $0.claim.number) }, beside: evidence)
        var found: [SharedSlip] = []
        for candidate in candidates {
            let again = Recomputed(candidate.variation, in: graph)
            let explained = explained(wrong, by: again)
            guard explained.count >= 2 else { continue }
            let chance = explained.reduce(Double(candidates.count)) { chance, item in
                chance * Mismatch(written: item.claim.number, value: item.claim.computed).chance(of: item.value)
            }
            guard chance <= mostChance, !isContradicted(again, explained[0], located) else { continue }
            let hasRival = candidate.rivals.contains {
                self.explained(wrong, by: Recomputed($0, in: graph)).count == explained.count
            }
            if !hasRival { found.append(SharedSlip(candidate, explained)) }
        }
        guard let most = found.map(\.explained.count).max() else { return nil }
        let best = found.filter { $0.explained.count == most }
        // Of two slips that explain as much nobody can say which was made, unless they come to the same.
        guard let first = best.first, best.allSatisfy({ $0.isSame(as: first) }) else { return nil }
        return first
    }

    private func isSame(as other: SharedSlip) -> Bool {
        zip(explained, other.explained).allSatisfy {
            $0.claim.place == $1.claim.place && abs($0.value - $1.value) <= 1e-8 * max(abs($0.value), abs($1.value))
        }
    }

    /// The wrong numbers that are as they were written; none where they aren't most of them.
    private static func explained(_ wrong: [Located], by again: Recomputed) -> [Explained] {
        var explained: [Explained] = []
        for (index, item) in wrong.enumerated() {
            if explained.count * 2 + (wrong.count - index) * 2 <= wrong.count { return [] }
            let value = again.value(of: item.quantity)
            if value.isFinite, !Mismatch.same(value, item.claim.computed), item.claim.number.verdict(for: value) == .exact {
                explained.append(Explained(claim: item.claim, order: item.order, value: value))
            }
        }
        return explained.count * 2 > wrong.count ? explained : []
    }

    /// Whether a right number behind the first that is explained would have been another.
    private static func isContradicted(_ again: Recomputed, _ first: Explained, _ located: [Located]) -> Bool {
        located.contains { item in
            item.claim.holds && item.order > first.order
                && item.claim.number.verdict(for: again.value(of: item.quantity)) == .wrong
        }
    }
}

/// A claim and where its number occurs in a graph.
private struct Located {
    var claim: EarlierClaim
    /// How many claims stand before it.
    var order: Int
    var quantity: GraphQuantity
}
