import Exhibits
import Yams

/// Reads a cell's options: the `//| key: value` lines at its head, and what stands on its fence.
enum OptionParser {
    struct Parsed {
        var code: String
        /// Where the code begins, behind the option lines.
        var origin: Origin
        var options: CellOptions
        /// The caption's text, not yet read as Markdown.
        var caption: LocatedText?
    }

    /// - Parameter origins: Where each of the lines begins, and where a line behind the last one would.
    static func cell(
        _ lines: [LocatedText], origins: [Origin], settings: String, at fence: Origin, execute: CellOptions,
        with lifting: inout Lifting
    ) -> Parsed {
        var options = execute
        apply(settings: settings, at: fence, to: &options, with: &lifting)

        let optionLines = lines.prefix { optionText($0) != nil }.compactMap(optionText)
        let yaml = YAMLReader(lines: optionLines, fallback: fence)
        let entries = optionLines.isEmpty ? [] : yaml.entries(with: &lifting)
        if entries == nil {
            lifting.report(
                "broken-yaml", at: optionLines.first?.origin(at: 0) ?? fence,
                "cell options are written one to a line as “//| key: value”")
        }
        var caption = (options.figCap ?? options.tblCap).map { text in
            var located = LocatedText()
            located.append(text, at: fence)
            return located
        }
        for entry in entries ?? [] {
            CellOptionKey.apply(entry, to: &options, with: &lifting)
            if entry.key == "fig-cap" || entry.key == "tbl-cap", let text = entry.value.string {
                caption = yaml.located(text, at: entry.value.mark)
            }
        }
        let code = lines.dropFirst(optionLines.count).map(\.string).joined(separator: "\n")
        return Parsed(code: code, origin: origins[optionLines.count], options: options, caption: caption)
    }

    /// What stands behind `//|` or `#|`, if the line is an option.
    private static func optionText(_ line: LocatedText) -> LocatedText? {
        let bytes = line.bytes
        let width = bytes[...].starts(with: "//|") ? 3 : bytes[...].starts(with: "#|") ? 2 : 0
        guard width > 0 else { return nil }
        let start = width < bytes.count && bytes[width] == ASCII.space ? width + 1 : width
        return line[start..<bytes.count]
    }

    private static let label = Pattern(/\s*([A-Za-z][\w:.-]*)(?=\s|$)/)

    /// `#label key=value`, with or without commas between; R Markdown's `label, fig.cap="…"` means the same.
    private static func apply(
        settings: String, at fence: Origin, to options: inout CellOptions, with lifting: inout Lifting
    ) {
        var text = Self.withoutCommas(settings).trimmingSuffix(while: \.isWhitespace)
        guard text.contains(where: { !$0.isWhitespace }) else { return }
        if let label = text.prefixMatch(of: Self.label.regex) {
            text = "#\(label.1)" + text[label.range.upperBound...]
        }
        let bytes = Array("{\(text)}".utf8)
        guard let (attributes, _) = AttributesParser.parse(bytes, at: 0, bytes.count) else {
            lifting.report(
                "bad-option", at: fence, length: 3,
                "can't read “\(settings)” on this fence; write #label key=value, or “//| key: value” lines in the cell")
            return
        }
        options.label = attributes.label ?? options.label
        for (key, value) in attributes.values.sorted(by: { $0.key < $1.key }) {
            let key = key.replacing(".", with: "-")
            let entry = YAMLReader.Entry(key: key, keyOrigin: fence, value: Node(value), valueOrigin: fence)
            CellOptionKey.apply(entry, to: &options, with: &lifting)
        }
    }

    /// Commas between settings as blanks; those in quotes belong to a text.
    private static func withoutCommas(_ settings: String) -> String {
        var quote: Character?
        return String(
            settings.map { character in
                if character == quote {
                    quote = nil
                } else if quote == nil, character == "\"" || character == "'" {
                    quote = character
                }
                return character == "," && quote == nil ? " " : character
            })
    }
}
