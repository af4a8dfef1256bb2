import Exhibits
import Lessons

/// Fills an exercise for Moodle, which typesets TeX itself and knows nothing of the page around it.
struct MoodleFilling: MarkupFilling {
    let handout: Handout
    let numbering: Numbering
    let scale: Double
    /// What each blank is worth, by its number.
    let worth: [Int: Double]

    private var numbers: NumberText { NumberText(digits: handout.lesson.frontMatter.style.digits) }

    func cell(_ cell: Cell) -> [PageNode] {
        guard cell.options.include, cell.options.echo != .no else { return [] }
        return [Tag.pre { Tag.code { cell.shownCode(hidingBlanks: true) } }]
    }

    func mathematics(_ mathematics: Mathematics, isInText: Bool) -> [PageNode] {
        let tex = mathematics.parts.map { part in
            switch part {
            case .tex(let tex): tex
            case .claim(let claim): claim.shown
            case .value(let value): handout.transcript.outcomes[value.slot]?.value.map { numbers.tex($0) } ?? "?"
            }
        }.joined()
        // A brace closes a field of a cloze question only where one is open; TeX's own are left alone.
        return [.text(mathematics.isDisplay ? "\\[\(tex)\\]" : "\\(\(tex)\\)")]
    }

    func value(_ value: InlineValue) -> [PageNode] {
        [handout.transcript.outcomes[value.slot]?.value.map { numbers.node($0) } ?? .text("?")]
    }

    func claim(_ claim: Claim) -> [PageNode] { [.text(claim.shown)] }

    func reference(_ label: String, at place: Place) -> [PageNode] { [.text(numbering.text(of: label) ?? label)] }

    func answer(to blank: Blank) -> [PageNode] {
        guard let answer = Answer(to: blank, handout.transcript.outcomes[blank.answer.slot], numbers) else {
            return [.text("?")]
        }
        let points = worth[blank.number] ?? 1
        if let choices = blank.offer.flatMap({ NumericChoices($0, in: handout.transcript, numbers) }) {
            return [.markup(ClozeText.choices(choices, points: points, scale: scale))]
        }
        return [.markup(ClozeText.fields(of: blank, answer, handout.transcript.answers, points: points, scale: scale))]
    }

    func points(_ points: Double) -> String { PageWords(lang: handout.lesson.frontMatter.lang).worth(points) }

    func name(ofDivision kind: String) -> String { PageWords(lang: handout.lesson.frontMatter.lang).callouts[kind] ?? kind }
}
