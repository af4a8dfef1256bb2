/// What is said of a claim to those who can't see its mark, in the page's language.
struct ClaimWords: Hashable, Sendable {
    var verified = "verified"
    var truncated = "verified, cut off instead of rounded"
    var vague = "verified, but hardly more than a guess"
    var path = "follows from rounded steps only"
    var wrong = "not what the network gives"
    var untrue = "not true of what was computed"
    var computed = "computed"
    var noValue = "no value"
}
