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
        guard text.bytes.count > 12, text.string.contains("{{<") else { return text }
        let lines = Lines(text.bytes)
        let map = BlockMap(CommonMark.tree(of: text.bytes), lines: lines, bytes: text.bytes)
        var edits: [LocatedText.Edit] = []
        for number in 0..<lines.count where !map.isOpaque(number) {
            let line = text.string(lines[number].range)
            guard let match = line.wholeMatch(of: /\s*\{\{<\s*include\s+(\S+)\s*>\}\}\s*/) else { continue }
            let origin = text.origin(at: lines[number].start)
            let path = Paths.resolved(String(match.1), beside: chain[chain.count - 1], root: lifting.root)
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
                content = text
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
            edits.append(.init(range: lines[number].range, replacement: inner))
        }
        return text.replacing(edits)
    }
}
