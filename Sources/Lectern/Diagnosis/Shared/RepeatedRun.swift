import Claims
import Exhibits

/// Wrong numbers that stand above, in the same order and rightly, for other quantities: left from there, not computed anew.
///
/// Of one number of two digits nothing can be said; that two or more in a row are those of an earlier row hardly ever is chance.
struct RepeatedRun {
    private let claims: ArraySlice<EarlierClaim>
    private let earlier: ArraySlice<EarlierClaim>

    /// So many digits the numbers must have together.
    private static let fewestDigits = 4

    /// The runs of a page, longest first.
    static func all(of claims: [EarlierClaim]) -> [RepeatedRun] {
        var found: [RepeatedRun] = []
        var taken = 0
        for start in claims.indices where start >= taken {
            let longest = (0..<start).map { length(of: claims, at: start, from: $0) }
            guard let length = longest.max(), length >= 2, let origin = longest.lastIndex(of: length) else { continue }
            let run = RepeatedRun(
                claims: claims[start..<start + length], earlier: claims[origin..<origin + length])
            guard run.digits >= fewestDigits, Set(run.claims.map(\.text)).count > 1 else { continue }
            found.append(run)
            taken = start + length
        }
        return found
    }

    /// How many claims from one on are wrong and written as those from an earlier one on, which are right.
    private static func length(of claims: [EarlierClaim], at start: Int, from origin: Int) -> Int {
        var length = 0
        while origin + length < start, start + length < claims.count {
            let (claim, earlier) = (claims[start + length], claims[origin + length])
            guard !claim.holds, claim.place.site != nil, earlier.holds, claim.text == earlier.text else { break }
            length += 1
        }
        return length
    }

    private var digits: Int {
        claims.reduce(0) { $0 + Mismatch(written: $1.number, value: $1.computed).telltaleDigits }
    }

    /// Said once, at the first number.
    var hints: [(site: ClaimSite, hint: Hint)] {
        guard let first = claims.first, let origin = earlier.first, let site = first.place.site else { return [] }
        let texts = claims.map(\.text)
        let numbers = texts.count > 4 ? texts.prefix(3).joined(separator: ", ") + ", …" : texts.joined(separator: ", ")
        var hint = Hint(
            cause: Cause.neighbour.rawValue,
            message: "the \(texts.count) numbers \(numbers) stand above for other quantities, in this order: not computed anew",
            value: origin.computed)
        hint.entry = first.place.entry
        var hints = [(site, hint)]
        for (claim, earlier) in zip(claims, earlier).dropFirst() {
            guard let site = claim.place.site else { continue }
            hint = Hint(
                cause: Cause.neighbour.rawValue, message: "from above, as \(first.text) before it", value: earlier.computed)
            hint.entry = claim.place.entry
            hints.append((site, hint))
        }
        return hints
    }
}
