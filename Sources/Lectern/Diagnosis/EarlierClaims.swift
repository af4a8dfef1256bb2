import Claims
import Exhibits

/// A number claimed before: what was computed and what was written.
struct EarlierClaim: Sendable {
    var place: ClaimPlace
    var number: WrittenNumber
    var computed: Double
    /// Whether the number was true as written, or follows from numbers rounded on the way.
    var holds: Bool

    var written: Double { number.value }
    var text: String { number.text }
}

/// Where a claimed number stands.
struct ClaimPlace: Hashable, Sendable {
    /// nil where nothing is told of it.
    var site: ClaimSite?
    /// In a list, in reading order from 0.
    var entry: Int?
}

/// The numbers claimed before, found by what was computed.
struct EarlierClaims {
    private let byValue: [(order: Int, claim: EarlierClaim)]
    /// The claim before the one that is looked into.
    let last: EarlierClaim?

    init(_ claims: [EarlierClaim]) {
        last = claims.last
        byValue = claims.enumerated().map { ($0, $1) }.sorted { ($0.1.computed, $0.0) < ($1.1.computed, $1.0) }
    }

    var isEmpty: Bool { byValue.isEmpty }

    /// All claims about this computed number, in the order in which they were made.
    func about(_ value: Double) -> [EarlierClaim] {
        guard value.isFinite else { return [] }
        let slack = 2e-12 * abs(value)
        var low = 0
        var high = byValue.count
        while low < high {
            let middle = (low + high) / 2
            if byValue[middle].claim.computed < value - slack { low = middle + 1 } else { high = middle }
        }
        return byValue[low...].prefix { $0.claim.computed <= value + slack }.filter { Mismatch.same($0.claim.computed, value) }
            .sorted { $0.order < $1.order }.map(\.claim)
    }

    /// The claims that wrote exactly this number, rounded from others, the last one first.
    func writing(_ value: Double) -> [EarlierClaim] {
        let all = byValue.filter { $0.claim.written == value && $0.claim.computed != value && $0.claim.holds }
        return all.sorted { $0.order > $1.order }.map(\.claim)
    }
}
