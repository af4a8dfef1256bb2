import Exhibits
import Lessons

/// The text of an exercise in the few elements of XHTML that QTI allows, with its interactions. Formulas are TeX.
struct QTIBody {
    let handout: Handout
    let numbering: Numbering
    let numbers: NumberText
    var asking = Asking.here

    /// Where what is asked is answered.
    enum Asking {
        /// In the text, by interactions.
        case here
        /// In questions of their own; the text says where each belongs.
        case elsewhere
    }

    func xml(of exercise: Exercise) -> String {
        var state = State()
        return blocks(exercise.content, &state)
    }

    /// How many parts and questions came before.
    private struct State {
        var parts = 0
        var questions = 0
    }

    private func blocks(_ nodes: [BlockNode], _ state: inout State) -> String {
        var xml = ""
        for node in nodes { xml += block(node.block, &state) }
        return xml
    }

    private func block(_ block: Block, _ state: inout State) -> String {
        switch block {
        case .paragraph(let inlines): return "<p>\(text(inlines))</p>\n"
        case .heading(_, let inlines, _): return "<h3>\(text(inlines))</h3>\n"
        case .quote(let inside): return "<blockquote>\(blocks(inside, &state))</blockquote>\n"
        case .list(let start, _, let items):
            let name = start == nil ? "ul" : "ol"
            var xml = "<\(name)>"
            for item in items { xml += "<li>\(blocks(item, &state))</li>" }
            return xml + "</\(name)>\n"
        case .table(let table):
            func row(_ cells: [[Inline]], _ name: String) -> String {
                "<tr>" + cells.map { "<\(name)>\(text($0))</\(name)>" }.joined() + "</tr>"
            }
            return "<table><tbody>\(row(table.header, "th"))\(table.rows.map { row($0, "td") }.joined())</tbody></table>\n"
        case .mathematics(let mathematics): return "<p>\(formula(mathematics))</p>\n"
        case .division(let division): return self.division(division, &state)
        case .cell(let cell):
            guard cell.options.include, cell.options.echo != .no else { return "" }
            return "<pre>\(Escape.html(cell.shownCode(hidingBlanks: true)))</pre>\n"
        case .definitions(let definitions):
            return definitions.map { definition in
                "<p>\(text(definition.term)): \(definition.meanings.map { text($0) }.joined(separator: "; "))</p>\n"
            }.joined()
        case .figure, .html, .code, .thematicBreak, .unseen: return ""
        }
    }

    private func division(_ division: Division, _ state: inout State) -> String {
        switch division.kind {
        case "choices":
            let question = Exercise.Choices(division.content)
            defer { state.questions += 1 }
            if asking == .elsewhere { return "<p>(\(Exercise.letter(state.questions).uppercased()))</p>\n" }
            return interaction(
                QTIText.question(state.questions), question.choices.map { text($0.text) }, isSingle: question.hasOneAnswer)
        case "part":
            state.parts += 1
            return "<div><p>(\(Exercise.letter(state.parts - 1)))</p>\(blocks(division.content, &state))</div>\n"
        case "hint", "instructor", "solution", "answers": return ""
        default: return "<div>\(blocks(division.content, &state))</div>\n"
        }
    }

    private func interaction(_ identifier: String, _ choices: [String], isSingle: Bool) -> String {
        let options = choices.enumerated().map { position, choice in
            "<simpleChoice identifier=\"\(QTIText.choice(position))\">\(choice)</simpleChoice>"
        }
        return "<choiceInteraction responseIdentifier=\"\(identifier)\" shuffle=\"false\" maxChoices=\"\(isSingle ? 1 : 0)\">"
            + "\(options.joined())</choiceInteraction>\n"
    }

    private func text(_ inlines: [Inline]) -> String { inlines.map(inline).joined() }

    private func inline(_ inline: Inline) -> String {
        switch inline {
        case .text(let text): return Escape.html(text)
        case .code(let text): return "<code>\(Escape.html(text))</code>"
        case .softBreak: return " "
        case .lineBreak: return "<br/>"
        case .emphasis(let inside): return "<em>\(text(inside))</em>"
        case .strong(let inside): return "<strong>\(text(inside))</strong>"
        case .span(let inside, let attributes):
            return attributes.classes.contains(OfferedClass.offer.rawValue) ? "" : text(inside)
        case .link(let inside, _, _), .image(let inside, _, _), .marked(_, let inside): return text(inside)
        case .mathematics(let mathematics): return formula(mathematics)
        case .value(let value):
            return handout.transcript.outcomes[value.slot]?.value.map { Escape.html(numbers.plain($0)) } ?? "?"
        case .claim(let claim): return Escape.html(claim.shown)
        case .blank(let blank): return self.blank(blank)
        case .reference(let label, _): return Escape.html(numbering.text(of: label) ?? label)
        case .html, .gap, .key, .footnote, .unseen, .task, .citation: return ""
        }
    }

    private func blank(_ blank: Blank) -> String {
        let given = Answer(to: blank, handout.transcript.outcomes[blank.answer.slot], numbers)?.entries
        if asking == .elsewhere {
            let form = blank.form.filled(text: { Escape.html($0) }) { number, field in
                field.isGiven ? given?[number].printed.text ?? "?" : String(repeating: "_", count: max(4, field.width))
            }
            return "\(form)<sup>\(blank.number)</sup>"
        }
        // Within a text only an inline choice can stand.
        if let choices = blank.offer.flatMap({ NumericChoices($0, in: handout.transcript, numbers) }) {
            let options = choices.options.enumerated().map { position, option in
                "<inlineChoice identifier=\"\(QTIText.choice(position))\">\(option.printed.text)</inlineChoice>"
            }
            return "<inlineChoiceInteraction responseIdentifier=\"\(QTIText.field(blank.number, 0))\" shuffle=\"false\">"
                + "\(options.joined())</inlineChoiceInteraction>"
        }
        return blank.form.filled(text: { Escape.html($0) }) { number, field in
            if field.isGiven { return given?[number].printed.text ?? "?" }
            return "<textEntryInteraction responseIdentifier=\"\(QTIText.field(blank.number, number))\" "
                + "expectedLength=\"\(max(4, field.width))\"/>"
        }
    }

    private func formula(_ mathematics: Mathematics) -> String {
        let tex = mathematics.parts.map { part in
            switch part {
            case .tex(let tex): tex
            case .claim(let claim): claim.shown
            case .value(let value): handout.transcript.outcomes[value.slot]?.value.map { numbers.tex($0) } ?? "?"
            }
        }.joined()
        return Escape.html(mathematics.isDisplay ? "\\[\(tex)\\]" : "\\(\(tex)\\)")
    }
}
