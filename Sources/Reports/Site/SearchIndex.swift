import Exhibits
import Foundation
import Lessons

/// What the search knows of a lesson: its sections with their text, as a script that a page from a disk can load too.
public struct SearchIndex: Encodable {
    struct Part: Encodable {
        var id: String
        var title: String
        var text: String
    }

    var name: String
    var title: String
    var parts: [Part]

    /// - Parameters:
    ///   - sections: the headings that are on the page, in order, with their `id`.
    ///   - labels: what references to them say on the page.
    init(_ lesson: Lesson, title: String, sections: [(text: String, identifier: String?)], labels: CourseLabels) {
        func readable(_ inlines: [Inline]) -> String { Self.readable(inlines, labels, in: lesson) }
        name = lesson.name
        self.title = title
        var rest = sections[...]
        var parts = [Part(id: "", title: "", text: lesson.frontMatter.description.map { $0 + " " } ?? "")]
        // A heading and the text of a paragraph come before the inlines in them, which are their own business.
        walk(lesson.body) { visit in
            guard case .block(let node) = visit else { return }
            switch node.block {
            case .heading(_, let text, _):
                // The title of a tab is a heading in the lesson, but none on the page.
                let section = rest.first?.text == PlainText.of(text) ? rest.popFirst() : nil
                parts.append(Part(id: section?.identifier ?? "", title: readable(text), text: ""))
            case .paragraph(let text): parts[parts.count - 1].text += readable(text) + " "
            case .table(let table):
                for cell in table.header + table.rows.flatMap(\.self) {
                    parts[parts.count - 1].text += readable(cell) + " "
                }
            case .definitions(let definitions):
                for text in definitions.flatMap({ [$0.term] + $0.meanings }) {
                    parts[parts.count - 1].text += readable(text) + " "
                }
            case .division(let division): parts[parts.count - 1].text += readable(division.title) + " "
            case .cell(let cell): parts[parts.count - 1].text += readable(cell.caption) + " "
            default: break
            }
        }
        for index in parts.indices {
            parts[index].text = parts[index].text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        self.parts = parts.filter { !$0.text.isEmpty || !$0.title.isEmpty }
    }

    var script: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let text = (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
        return "lecternSearch(\(text));\n"
    }

    /// The file that lists a course's lessons for other courses of the same site, and its contents.
    public static let list = "assets/lectern-lessons.js"

    public static func script(listing lessons: [String]) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        return "lecternLessons(\((try? encoder.encode(lessons)).map { String(decoding: $0, as: UTF8.self) } ?? "[]"));\n"
    }

    private static let commands = Pattern(/\\(?:begin|end)\{[^{}]*\}(?:\{[lcr|]*\})?|\\(?:math|text)[a-z]+/)

    /// The text as a reader would type it: references by what they say, formulas without what only a typesetter reads.
    private static func readable(_ inlines: [Inline], _ labels: CourseLabels, in lesson: Lesson) -> String {
        inlines.map { inline in
            switch inline {
            case .reference(let label, _):
                labels.text(of: label, from: lesson.name, lang: lesson.frontMatter.lang) ?? label
            case .emphasis(let content), .strong(let content), .link(let content, _, _), .span(let content, _),
                .marked(_, let content):
                readable(content, labels, in: lesson)
            case .mathematics:
                PlainText.of([inline]).replacing(Self.commands.regex, with: "")
                    .filter { !"\\{}&".contains($0) }
            default: PlainText.of([inline]).filter { !"\\{}".contains($0) }
            }
        }.joined()
    }
}
