import Exhibits
import Lessons

/// What a cell says it prints: the comment lines below `// output`.
///
///     print(1 + 1)
///     // output
///     // 2
package struct OutputBlock {
    /// The lines it promises.
    package let lines: [String]
    /// Which line of the cell the first of them is, from 0.
    let start: Int

    package init?(_ code: String) {
        let code = code.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
        let titles = ["// output", "// output:", "// Output", "// Output:"]
        guard let title = code.lastIndex(where: { titles.contains($0.trimmingPrefix { $0 == " " }.description) }) else {
            return nil
        }
        start = title + 1
        lines = code[start...].prefix { $0.hasPrefix("//") }.map { line in
            let text = line.dropFirst(2)
            return Self.trimmed(text.first == " " ? text.dropFirst() : text)
        }
    }

    /// The first line in which what was printed differs from what is promised.
    package func finding(printed: String, in cell: Cell) -> Finding? {
        var found = printed.split(separator: "\n", omittingEmptySubsequences: false).map { Self.trimmed($0) }
        while found.last == "" { found.removeLast() }
        guard found != lines else { return nil }
        let differing = zip(found, lines).enumerated().first { $1.0 != $1.1 }?.offset ?? min(found.count, lines.count)
        let line = min(start + differing, max(start - 1, start + lines.count - 1))
        let place = Place(file: cell.place.file, line: cell.place.line + line, column: cell.place.column)
        let printed = found.indices.contains(differing) ? "\"\(found[differing])\"" : "nothing more"
        let promised = lines.indices.contains(differing) ? "\"\(lines[differing])\"" : "nothing more"
        return Finding(
            .error, .claim, code: "wrong-output", at: place,
            "the cell printed \(printed) where its output block has \(promised); mend the code or the block")
    }

    private static func trimmed(_ text: some StringProtocol) -> String {
        var text = String(text)
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
