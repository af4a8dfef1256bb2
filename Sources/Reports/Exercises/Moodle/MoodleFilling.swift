import Exhibits
import Lessons

/// Fills an exercise for Moodle, which typesets TeX itself and knows nothing of the page around it.
struct MoodleFilling: MarkupFilling {
    let handout: Handout
    let numbering: Numbering
    let scale: Double
    /// What each blank is worth, by its number.
    let worth: [Int: Double]
    /// The fields of choices, by the references that stand for them.
    var choices: [String: String] = [:]

    private var numbers: NumberText { NumberText(digits: handout.lesson.frontMatter.style.digits) }

    func cell(_ cell: Cell) -> [PageNode] {
        guard cell.options.include, cell.options.echo != .no else { return [] }
        return [Tag.pre { Tag.code { cell.shownCode(hidingBlanks: true) } }]
    }

    private static let gap = Pattern(/\{(?=\s*(?:[0-9]+\s*)?:[A-Za-z_]+:)/)

    func mathematics(_ mathematics: Mathematics, isInText: Bool) -> [PageNode] {
        let tex = mathematics.parts.map { part in
            switch part {
            case .tex(let tex): tex
            case .claim(let claim): claim.shown
            case .value(let value): handout.transcript.outcomes[value.slot]?.value.map { numbers.tex($0) } ?? "?"
            }
        }.joined()
        // A brace closes a field of a cloze question only where one is open; TeX's own are left alone, unless one looks as if it
        // opened a field.
        let closed = tex.replacing(Self.gap.regex, with: "{{}")
        return [.markup(Escape.html(mathematics.isDisplay ? "\\[\(closed)\\]" : "\\(\(closed)\\)"))]
    }

    func value(_ value: InlineValue) -> [PageNode] {
        [handout.transcript.outcomes[value.slot]?.value.map { numbers.node($0) } ?? .text("?")]
    }

    func claim(_ claim: Claim) -> [PageNode] { [.text(claim.shown)] }

    func reference(_ label: String, at place: Place) -> [PageNode] {
        [choices[label].map { .markup($0) } ?? .text(numbering.text(of: label) ?? label)]
    }

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

extension PageNode {
    /// The same with braces of its author's written so that none of them opens a field of a cloze question: by reference in text;
    /// in an attribute, where a reference would be escaped once more, with a joiner that nobody sees behind it.
    var withoutFields: PageNode {
        switch self {
        case .text(let text): text.contains("{") ? .markup(Escape.html(text).replacing("{", with: "&#123;")) : self
        case .element(let tag, let attributes, let content):
            .element(tag, attributes.map(\.withoutFields), content.map(\.withoutFields))
        case .line, .number, .formula, .drawing, .markup: self
        }
    }
}

extension Attribute {
    fileprivate var withoutFields: Attribute {
        guard case .text(let text) = value, text.contains("{") else { return self }
        var attribute = self
        attribute.value = .text(text.replacing("{", with: "{\u{2060}"))
        return attribute
    }
}
