import Exhibits
import Lessons

/// Every inline value and every claim has exactly one outcome.
extension LessonProgram {
    /// Those that have none although the lesson came to its end. A claim that nobody computed doesn't hold, it is unanswered.
    func withoutOutcome(in transcript: Transcript) -> [Finding] {
        lesson.slots.filter { transcript.outcomes[$0.number] == nil }.map { slot in
            let (name, place) =
                switch slot {
                case .value(let value): ("value", value.place)
                case .claim(let claim): ("claim", claim.place)
                }
            return Finding(
                .error, code: "no-outcome", at: place,
                "this \(name) was never computed, though the lesson ran to its end; look in the cells before it for code that "
                    + "leaves it out or ends the program")
        }
    }
}
