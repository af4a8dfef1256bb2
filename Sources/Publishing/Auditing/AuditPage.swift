import Audit
import Claims
import Exhibits
import Reports

/// The notes' text as a page with every number marked, in the style of the course's pages.
public struct AuditPage {
    private let audits: [Audit]

    public init(_ run: AuditRun) { audits = run.audits }

    public var html: String {
        let title = audits.first.map { Self.escaped($0.notes.files[0].name) } ?? "Notes"
        let files = audits.flatMap { audit in audit.notes.files.indices.map { section(audit, $0) } }
        return """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Audit of \(title)</title>
            <style>
            \(PageStylesheet.css)
            .notes { white-space: pre-wrap; overflow-wrap: anywhere; }
            .notes .given, .notes .operand { color: inherit; }
            .notes .unchecked { border-bottom: 1px dotted currentColor; }
            </style>
            </head>
            <body>
            <main>
            <h1>Audit of \(title)</h1>
            <p>✓ follows, ≈ follows from rounded steps, ✗ is wrong; dotted: not checked. A number's title says more.</p>
            <pre>\(Self.escaped(AuditSummary(audits).text))</pre>
            \(files.joined(separator: "\n"))
            </main>
            </body>
            </html>

            """
    }

    private func section(_ audit: Audit, _ file: Int) -> String {
        let source = audit.notes.files[file]
        var html = ""
        var end = 0
        for number in audit.numbers.filter({ $0.file == file }).sorted(by: { $0.bytes.lowerBound < $1.bytes.lowerBound }) {
            guard number.bytes.lowerBound >= end, number.bytes.upperBound <= source.bytes.count else { continue }
            html += Self.escaped(String(decoding: source.bytes[end..<number.bytes.lowerBound], as: UTF8.self))
            html += Self.marked(number, String(decoding: source.bytes[number.bytes], as: UTF8.self))
            end = number.bytes.upperBound
        }
        html += Self.escaped(String(decoding: source.bytes[end...], as: UTF8.self))
        return "<h2>\(Self.escaped(source.name))</h2>\n<div class=\"notes\">\(html)</div>"
    }

    private static func marked(_ number: AuditedNumber, _ text: String) -> String {
        switch number.status {
        case .given: return "<span class=\"given\" title=\"given\">\(escaped(text))</span>"
        case .operand:
            return "<span class=\"operand\" title=\"enters a calculation that was done again\">\(escaped(text))</span>"
        case .unchecked(let reason):
            return "<span class=\"unchecked\" title=\"not checked: \(escaped(reason.words))\">\(escaped(text))</span>"
        case .checked(let judged):
            let title = "\(judged.verdict.rawValue): \(judged.calculation) gives \(judged.computed)"
            let (kind, mark) =
                switch judged.verdict {
                case .wrong: ("wrong", "✗")
                case .roundingPath: ("right", "≈")
                default: ("right", "✓")
                }
            let computed = judged.verdict == .wrong ? " <span class=\"computed\">\(escaped(judged.computed))</span>" : ""
            return
                "<span class=\"claim claim-\(kind)\" title=\"\(escaped(title))\"><span class=\"written\">\(escaped(text))</span>"
                + "<span class=\"mark\">\(mark)</span>\(computed)</span>"
        }
    }

    private static func escaped(_ text: String) -> String { XMLText.escaped(text).replacing("&#10;", with: "\n") }
}
