import Claims
import Lessons

/// A claim on the page: the author's number, and beside it, small, what became of it.
enum ClaimHTML {
    static func html(_ claim: Claim, _ judgement: Judgement?) -> String {
        let written = "<span class=\"written\">\(Escape.html(claim.written))</span>"
        guard let judgement else { return "<span class=\"claim claim-open\">\(written)</span>" }
        let (mark, words) = sign(judgement)
        return "<span class=\"claim \(style(judgement))\" title=\"\(Escape.html(words))\">\(written)"
            + "<span class=\"mark\" aria-hidden=\"true\">\(mark)</span>"
            + "<span class=\"visually-hidden\"> (\(Escape.html(words)))</span></span>"
    }

    static func style(_ judgement: Judgement?) -> String {
        guard let judgement else { return "claim-open" }
        return judgement.verdict.isTrue ? "claim-right" : judgement.holds ? "claim-quoted" : "claim-wrong"
    }

    /// The mark and what it means.
    static func sign(_ judgement: Judgement) -> (mark: String, words: String) {
        let computed = judgement.computed.map { "computed: \($0)" } ?? "no value"
        switch judgement.verdict {
        case .exact: return ("✓", "verified")
        case .truncated: return ("✓", "verified, cut off instead of rounded; \(computed)")
        case .vague: return ("✓", "verified, but hardly more than a guess; \(computed)")
        case .roundingPath: return ("≈", "follows from rounded steps only; \(computed)")
        case .wrong: return ("✗", "not what the network gives; \(computed)")
        case .notComputed: return ("?", judgement.reason ?? "not computed")
        }
    }
}
