import Exhibits

/// Puts included files in the place of `{{< include parts/notation.md >}}`, each byte knowing its own file.
enum Includes {
    /// Files that include each other ten times each would fill any memory.
    private static let mostFiles = 500
    private static let mostBytes = 8 << 20

    static func resolved(
        _ text: LocatedText, file: String, with lifting: inout Lifting,
        reading: (String) throws(UnreadableFile) -> String?
    ) -> LocatedText {
        resolved(text, chain: [Paths.normalized(file)], with: &lifting, reading: reading)
    }

    private static func resolved(
        _ text: LocatedText, chain: [String], with lifting: inout Lifting,
        reading: (String) throws(UnreadableFile) -> String?
    ) -> LocatedText {
        var edits: [LocatedText.Edit] = []
        for (range, name) in lines(of: text) {
            let line = text.string(range)
            let origin = text.origin(at: range.lowerBound)
            let path = Paths.resolved(name, beside: chain[chain.count - 1], root: lifting.root)
            guard !chain.contains(path) else {
                lifting.report(
                    "circular-include", at: origin, length: line.utf8.count,
                    "“\(path)” includes itself: \((chain + [path]).joined(separator: " → "))")
                continue
            }
            lifting.reads.append(path)
            let content: String
            do throws(UnreadableFile) {
                guard let text = try reading(path) else {
                    lifting.report(
                        "missing-file", at: origin, length: line.utf8.count,
                        "there is no file “\(path)” to include; paths start at the folder of the file they stand in")
                    continue
                }
                content = lifting.unmarked(text)
            } catch {
                lifting.report(
                    "refused-file", at: origin, length: line.utf8.count, "“\(path)” is not included: \(error.reason)")
                continue
            }
            lifting.includedBytes += content.utf8.count
            guard lifting.reads.count <= mostFiles, lifting.includedBytes <= mostBytes else {
                lifting.reportUnclosed(
                    "too-much-included", at: origin, length: line.utf8.count,
                    "the lesson includes more than \(mostFiles) files or \(mostBytes >> 20) MB; divide it into several")
                continue
            }
            let file = lifting.files.add(path, content)
            // A file that is a lesson in its own right keeps its front matter to itself; its keys are judged over there.
            var elsewhere = lifting
            var inner = FrontMatterParser.split(
                LocatedText(content, file: file), defaults: FrontMatter(), with: &elsewhere
            ).body
            inner = resolved(inner, chain: chain + [path], with: &lifting, reading: reading)
            edits.append(.init(range: range, replacement: inner))
        }
        return text.replacing(edits)
    }

    /// The lines that include a file, with its name as written. In code and in comments a line only shows how that is done.
    private static func lines(of text: LocatedText) -> [(range: Range<Int>, name: String)] {
        guard text.bytes.count > 12, text.string.contains("{{<") else { return [] }
        let lines = Lines(text.bytes)
        let map = BlockMap(CommonMark.tree(of: text.bytes), lines: lines, bytes: text.bytes)
        return (0..<lines.count).compactMap { number in
            guard !map.isOpaque(number) else { return nil }
            let range = lines[number].range
            let content = text.bytes[range].trimmed
            guard content.count > 6, content.starts(with: "{{<"), content.suffix(3).elementsEqual(">}}".utf8) else {
                return nil
            }
            let words = content.dropFirst(3).dropLast(3).text.split(whereSeparator: \.isWhitespace)
            return words.count == 2 && words[0] == "include" ? (range, String(words[1])) : nil
        }
    }

    /// The files that a lesson's text includes itself.
    static func files(in text: LocatedText, file: String, root: String?) -> [String] {
        lines(of: text).map { Paths.resolved($0.name, beside: file, root: root) }
    }
}

extension Lesson {
    /// The files that a lesson brings into its page, as its text says, without those that these include; none of a draft, which
    /// has no page.
    ///
    /// - Parameters:
    ///   - source: The lesson's text.
    ///   - file: Its path; the paths of what it includes begin where it does.
    ///   - root: The course's folder, where paths start that begin with a slash.
    package static func included(in source: String, file: String, root: String) -> [String] {
        guard source.contains("{{<") else { return [] }
        var lifting = Lifting(avoiding: [])
        let text = LocatedText(source, file: lifting.files.add(file, source))
        let (frontMatter, body) = FrontMatterParser.split(text, defaults: FrontMatter(), with: &lifting)
        return frontMatter.isDraft ? [] : Includes.files(in: body, file: file, root: root)
    }
}
