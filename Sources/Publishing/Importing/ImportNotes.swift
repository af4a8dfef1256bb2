import Audit
import Cells
import Exhibits
import Foundation
import Lessons
import Reports
import Storage

/// A lesson made of notes.
public struct ImportRun: Sendable {
    /// Where it was written.
    public var path: String
    public var claims: Int
    /// What couldn't be brought over, each with its place.
    public var omissions: [String]
    /// What converted LaTeX, if it wasn't Lectern.
    public var converter: String?
}

/// Turns notes into lessons, with what an audit ties as claims; the notes stay as they are.
///
/// - Parameters:
///   - path: notes, or an audit file: then its cells give the lesson's network, and its notes' numbers become claims.
///   - target: the lesson's file; nil puts it beside the notes under their name.
/// - Throws: `FileError` for what can't be read or where a file stands already; what is thrown for a lesson that can't be run.
public func importNotes(_ path: String, to target: String?, options: BuildOptions) async throws -> [ImportRun] {
    guard NoteKind(of: path) != nil else { throw FileError(path, NoteKind.refusal) }
    let run = try await auditNotes([path], options: options)
    let unread = run.result.lessons.flatMap(\.findings).filter { $0.severity == .error && $0.code != "wrong-number" }
    if let first = unread.first { throw FileError(path, first.message) }
    if target != nil, run.audits.count > 1 {
        throw FileError(path, "names several notes; leave --to out, then each gets a lesson beside it")
    }
    let isAudit = run.audits.first?.notes.files.first?.name != path
    let cells = isAudit ? try LoneLesson(at: path).cellText : ""
    let pandoc = Files.inSearchPath("pandoc").map(Pandoc.init)
    var made: [ImportRun] = []
    for audit in run.audits {
        let name = audit.notes.files[0].name
        let place =
            target
            ?? Files.join(
                Files.folder(of: name),
                "\(name.split(separator: "/").last.map(noteStem) ?? "lesson").lesson.md")
        let lesson = Files.folder(of: name).isEmpty && target == nil ? String(place.drop { $0 == "/" }) : place
        guard !Files.exists(lesson) else { throw FileError(lesson, "stands already; name another file with --to") }
        let folder = "\(pictureStem(lesson)).outputs"
        let latex = ImportedNotes.latex(of: audit)
        let converted = if let pandoc, let latex { await pandoc.markdown(of: latex) } else { ImportedNotes.Converted?.none }
        let notes = ImportedNotes(audit, pictures: folder, readable: PrintedText.readable, converted: converted)
        let (title, markdown) = titled(notes, name: name)
        let beside = Files.join(Files.folder(of: lesson), folder)
        guard notes.pictures.isEmpty || !Files.exists(beside) else {
            throw FileError(beside, "stands already, and the notebook's pictures belong there; name another file with --to")
        }
        let head = notes.head.filter { isKept($0.key, $0.line, of: name, in: lesson) }.map { $0.line + "\n" }.joined()
        let text =
            "---\ntitle: \"\(title.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\"\n\(head)\(notes.isSlides ? "format: slides\n" : "")---\n\n\(cells)\(markdown)\n"
        for picture in notes.pictures { try Files.write(picture.bytes, to: Files.join(beside, picture.name)) }
        try Files.write(Array(text.utf8), to: lesson)
        made.append(
            ImportRun(
                path: lesson, claims: notes.claims, omissions: notes.omissions.map { "\($0.place): \($0.what)" },
                converter: converted == nil ? nil : "pandoc"))
    }
    return made
}

/// The title in plain words, and the text without the heading that it is: that would stand on the page twice.
private func titled(_ notes: ImportedNotes, name: String) -> (title: String, markdown: String) {
    let markdown = notes.markdown.trimmingCharacters(in: .newlines)
    let written = notes.title ?? String(name.split(separator: "/").last ?? "Notes")
    let plain = plainTitle(written)
    // A heading before it may be nothing but a frame's tag.
    let headings = ImportedNotes.titles(in: markdown).prefix(3)
    guard let heading = headings.first(where: { plainTitle(String($0.dropFirst(2))) == plain }),
        // Badges and code may stand before it, words may not.
        !withoutCode(markdown[..<heading.startIndex]).replacing(
            /<a\b[^<>]*>[^<>]*<\/a>|!?\[[^\[\]]*\]\([^()\s]*\)|<[^<>]*>/, with: ""
        )
        .replacing(/\[[^\[\]]*\]\([^()\s]*\)/, with: "").contains(where: \.isLetter)
    else { return (plain, markdown) }
    return (
        plain, (markdown[..<heading.startIndex] + markdown[heading.endIndex...]).trimmingCharacters(in: .newlines)
    )
}

/// The text without what stands in fences of code, and without the lines that open and close divisions.
private func withoutCode(_ text: Substring) -> String {
    var fence: Substring?
    return text.split(separator: "\n").filter { line in
        let marks = line.prefix { $0 == "`" }
        if let open = fence {
            if marks == open { fence = nil }
            return false
        }
        guard marks.count >= 3 else { return !line.hasPrefix(":::") }
        fence = marks
        return false
    }.joined(separator: "\n")
}

/// A title without its markup; as it is written where that leaves nothing.
private func plainTitle(_ written: String) -> String {
    guard case .heading(_, let words, _)? = Lesson.parsed(source: "# \(written)\n", file: "title.md").blocks.first?.block
    else { return written }
    let plain = words.plainText.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return plain.isEmpty ? written : plain
}

/// A file's name without its ending: `3.9-rnn.qmd` is `3.9-rnn`.
private func noteStem(_ name: Substring) -> Substring {
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    return name[..<dot]
}

/// Whether a line of the notes' head can stand in the lesson's: one that YAML reads, and works that are where it says.
private func isKept(_ key: String, _ line: String, of notes: String, in lesson: String) -> Bool {
    let folder = Files.folder(of: notes)
    if key == "bibliography" {
        let names = line.dropFirst(key.count + 1).split { "[], \"'".contains($0) }
        return folder == Files.folder(of: lesson) && !names.isEmpty
            && names.allSatisfy { Files.exists(Files.join(folder, String($0))) }
    }
    return Lesson.parsed(source: "---\n\(line)\n---\n", file: "head.md").findings.isEmpty
}

/// A lesson's file without its endings: `lab.lesson.md` is `lab`.
private func pictureStem(_ lesson: String) -> String {
    let name = lesson.split(separator: "/").last ?? "lesson"
    let stem = name.hasSuffix(".md") ? name.dropLast(3) : name
    return String(stem.hasSuffix(".lesson") ? stem.dropLast(".lesson".count) : stem)
}

extension LoneLesson {
    /// Its cells, without its prose.
    var cellText: String {
        let lines = String(decoding: source, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        var (cells, isInside) = ("", false)
        for line in lines {
            if line.hasPrefix("```{swift") { isInside = true }
            if isInside { cells += line + "\n" }
            if isInside, line == "```" {
                isInside = false
                cells += "\n"
            }
        }
        return cells
    }
}

/// Converts LaTeX by an installed pandoc, which reads more of it than Lectern does.
struct Pandoc {
    private let path: String

    init(_ path: String) { self.path = path }

    /// Markdown with dollars for formulas; nil where pandoc can't read it. It opens no files: what the text names isn't taken in.
    func markdown(of latex: String) async -> ImportedNotes.Converted? {
        let folder = NSTemporaryDirectory() + "lectern-import-\(UUID().uuidString)"
        defer { Files.removeFolder(folder) }
        guard (try? Files.makeFolder(folder)) != nil, (try? Files.write(Array(latex.utf8), to: folder + "/notes.tex")) != nil
        else { return nil }
        let arguments = [
            "--sandbox", "--from=latex",
            "--to=markdown-raw_html-native_spans-native_divs-fenced_divs-bracketed_spans-header_attributes-link_attributes-raw_tex-simple_tables-multiline_tables-grid_tables+pipe_tables",
            "--wrap=none", "--log=\(folder)/log.json", "--output=\(folder)/notes.md", folder + "/notes.tex",
        ]
        guard await ToolCall(path, arguments, seconds: 300).succeeds(),
            let bytes = Files.contents(of: folder + "/notes.md")
        else { return nil }
        let log = Files.contents(of: folder + "/log.json").flatMap { try? JSONDecoder().decode([Message].self, from: Data($0)) }
        // A command is named once for each time that it was looked at.
        let skipped = (log ?? []).compactMap(\.omission).reduce(into: [(line: Int, what: String)]()) { all, own in
            if !all.contains(where: { $0 == own }) { all.append(own) }
        }
        return .init(markdown: String(decoding: bytes, as: UTF8.self), skipped: skipped)
    }

    /// What pandoc says of its own work; it names what it passed over.
    private struct Message: Decodable {
        var type: String
        var contents: String?
        var line: Int?

        var omission: (line: Int, what: String)? {
            guard type == "SkippedContent", let contents, let line else { return nil }
            let text = contents.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            return (line, "pandoc passes over \(text.count > 60 ? text.prefix(60) + " …" : text)")
        }
    }
}
