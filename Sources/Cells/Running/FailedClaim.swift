import Exhibits
import Lessons

/// A claim at whose expression the engine stopped the lesson: a name that a pass doesn't have, a layer that isn't there.
struct FailedClaim {
    /// Its slot; all those of a claimed table, whose expression is one.
    var slots: [Int]
    /// What went wrong, in the words of whoever noticed.
    var reason: String

    /// As many are looked for in one lesson; each takes a run of its own.
    static let most = 24

    /// The claim that a run ended in: the first without an outcome, if what went wrong stands in its lines.
    init?(in transcript: Transcript, of program: LessonProgram) {
        guard transcript.failures.count == 1, let failure = transcript.failures.first,
            failure.code == Crash.stoppedCode,
            let slot = program.lesson.slots.first(where: {
                transcript.outcomes[$0.number] == nil && !program.skippedClaims.contains($0.number)
            }), case .claim(let claim) = slot
        else { return nil }
        let lines = claim.expression.utf8.count { $0 == 0x0A }
        let place = claim.expressionPlace
        guard failure.place.file == place.file, (place.line...place.line + lines).contains(failure.place.line) else {
            return nil
        }
        slots = program.lesson.slots.compactMap { other in
            if case .claim(let other) = other, let table = claim.table, other.table == table { return other.slot }
            return other.number == slot.number ? other.number : nil
        }
        reason = failure.message
    }
}
