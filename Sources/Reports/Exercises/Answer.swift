import Exhibits
import Lessons

/// The answer of a blank: the numbers that the engine computed, written with the digits that are asked for.
public struct Answer: Hashable, Sendable {
    /// One number for each field of the blank.
    public struct Entry: Hashable, Sendable {
        public var value: Double
        /// With so many digits it is to be given.
        public var printed: PrintedNumber

        /// How far a course system lets an answer be off: what the author says, or half a unit of the last digit and what a half
        /// needs in binary.
        func margin(of blank: Blank) -> Double { blank.tolerance ?? printed.unit / 2 * (1 + 1e-9) + value.ulp }
    }

    let form: BlankForm
    public let entries: [Entry]

    /// `nil` when nothing was computed, or not as many numbers as there are fields.
    init?(to blank: Blank, _ outcome: Outcome?, _ numbers: NumberText) {
        guard let tree = outcome?.value?.tree else { return nil }
        let values = tree.numbers, fields = blank.form.fields
        guard values.count == fields.count, values.allSatisfy(\.isFinite) else { return nil }
        form = blank.form
        entries = zip(values, fields).map { value, field in
            Entry(value: value, printed: numbers.printed(value, decimals: field.decimals ?? blank.decimals))
        }
    }

    /// `(0.751, 0.773)`
    public var plain: String { form.filled(text: { $0 }) { number, _ in entries[number].printed.text } }

    var nodes: [PageNode] { form.parts(text: PageNode.text) { number, _ in .number(entries[number].printed) } }
}

extension Answer {
    /// What is wrong with the answers of a lesson that knows them.
    static func findings(in lesson: Lesson, _ transcript: Transcript) -> [Finding] {
        var findings: [Finding] = []
        let numbers = NumberText(digits: lesson.frontMatter.style.digits)
        lesson.walk { visit in
            guard case .inline(let inline) = visit, let blank = inline.answered,
                let value = transcript.outcomes[blank.answer.slot]?.value
            else { return }
            if let offer = blank.offer, let choices = NumericChoices(offer, in: transcript, numbers), !choices.isComplete {
                findings.append(
                    Finding(
                        .error, code: "too-few-choices", at: blank.place,
                        "there are \(choices.options.count) numbers to choose from: no more slips of this answer lead to numbers "
                            + "that differ in the digits that are asked for; ask for fewer choices or for more digits"))
            }
            guard Answer(to: blank, transcript.outcomes[blank.answer.slot], numbers) == nil
            else { return }
            let fields = blank.form.fields.count
            let message =
                value.tree.map { tree in
                    tree.numbers.count == fields
                        ? "the answer is \(numbers.plain(value)), which nobody can write down"
                        : "this blank has room for \(fields) \(fields == 1 ? "number" : "numbers"), and the answer has "
                            + "\(tree.numbers.count): \(numbers.plain(value)); draw as many fields, as in (____, ____)"
                }
                ?? "the answer of a blank is a number or a list of numbers, and this is “\(numbers.plain(value))”; ask with choices"
            findings.append(Finding(.error, code: "unanswerable-blank", at: blank.place, message))
        }
        return findings
    }
}

extension Inline {
    /// The blank that knows its answer.
    fileprivate var answered: Blank? {
        switch self {
        case .blank(let blank), .key(let blank): blank
        default: nil
        }
    }
}
