import Claims
import Exhibits

/// A claim as the tables of verified numbers show it.
public struct VerifiedNumber: Codable, Hashable, Sendable {
    /// What it says it is: the expression; nil for a claim that a cell makes.
    public var expression: String?
    /// Which number of a table it is, where the table is claimed whole.
    public var entry: TableEntry?
    public var written: String
    /// The computed value with a few digits more; nil when there is none.
    public var computed: String?
    /// In a word: `exact`, `truncated`, `wrong`…
    public var verdict: String
    /// Whether the verdict is the one the author expects.
    public var holds: Bool
    /// Where the author wrote it.
    public var place: Place
    /// The `id` on its page that leads to it; nil when none does.
    public var anchor: String?

    public init(
        expression: String?, entry: TableEntry? = nil, written: String, computed: String?, verdict: String, holds: Bool,
        place: Place, anchor: String?
    ) {
        self.entry = entry
        self.expression = expression
        self.written = written
        self.computed = computed
        self.verdict = verdict
        self.holds = holds
        self.place = place
        self.anchor = anchor
    }
}

extension Handout {
    /// One of the handout's claims, by its position in `claims`; `anchored` are those that its page shows.
    public func verifiedNumber(_ index: Int, anchored: Set<Int>) -> VerifiedNumber {
        let claim = claims[index]
        return VerifiedNumber(
            expression: claim.expression, entry: claim.entry, written: claim.judgement.written,
            computed: claim.judgement.computed,
            verdict: claim.judgement.verdict.rawValue, holds: claim.judgement.holds, place: claim.place,
            anchor: claim.slot.flatMap { anchored.contains($0) ? ClaimAnchor.id($0) : nil })
    }
}

/// What a claim is called on its page, so that the tables can lead to it.
enum ClaimAnchor {
    /// With a point, which no heading's name has.
    static func id(_ slot: Int) -> String { "claim.\(slot + 1)" }
}
