import Exhibits
import Lessons

/// Inline values and claims that are no expression with a value, and so have nothing to show or to compare.
extension LessonProgram {
    /// What is seen without running: a statement, and several of them.
    var statementsForValues: [Finding] {
        reading.slots.compactMap { slot in slot.fault.map { Self.finding(slot.slot, $0) } }
    }

    /// What was compiled and yet is no expression by itself, as one that goes on with a second declaration.
    var doubtfulValues: [Finding] {
        reading.slots.filter { !$0.facts.isCertain }.map { Self.finding($0.slot, "this is not one expression") }
    }

    /// What came to nothing when it ran, such as a call of `print`.
    func empty(in transcript: Transcript) -> [Finding] {
        lesson.slots.filter { slot in
            transcript.outcomes[slot.number]?.value == .text("()") && !slot.expression.contains("\"")
        }.map { Self.finding($0, "this expression has no value") }
    }

    private static func finding(_ slot: Slot, _ found: String) -> Finding {
        Finding(
            .error, code: "no-value", at: slot.expressionPlace,
            "\(found); write one expression with a value here, and statements in a cell")
    }
}
