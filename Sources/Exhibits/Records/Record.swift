/// One message from a running lesson: what the child process says on a channel of its own.
@_documentation(visibility: internal)
public enum Record: Codable, Hashable, Sendable {
    /// What follows belongs to this cell (its index in the lesson).
    case cell(Int)
    case exhibit(Exhibit)
    /// An inline value or a claim of the lesson came out.
    case outcome(slot: Int, Outcome)
    /// What explains a false claim was found only behind it: when its cell, or the page, was known to its end.
    case cause(ClaimSite, Hint)
    /// Many that are plain numbers: slots, and as many values.
    case numbers(slots: [Int], [Double])
    /// Slots whose expressions the running lesson could not follow: they have to be compiled.
    case unanswered([Int])
    /// What the lesson's constants hold, when that was asked for.
    case quantities([NamedNumber])
    /// What was in the way of draws that were drawn again, and how often.
    case redrawn([String: Int])
    /// What the answers to the lesson's exercises are computed from.
    case answers(AnswerSheet)
    /// `claim("0.3775", …)` was called inside a cell: the number of the call, from 0, and what it claims.
    case claim(Int, CellClaim)
    /// How far a long run has come.
    case progress(RunProgress)
    /// The lesson stopped on purpose: what was wrong, at the author's line.
    case stopped(Finding)
    /// The program reached its end; without it the run was cut short.
    case finished

    /// Whether it has a place among what the lesson prints: a mark there says where.
    public var standsAmongPrints: Bool {
        switch self {
        case .cell, .exhibit, .claim, .finished: true
        case .outcome, .cause, .numbers, .unanswered, .quantities, .redrawn, .answers, .progress, .stopped: false
        }
    }
}
