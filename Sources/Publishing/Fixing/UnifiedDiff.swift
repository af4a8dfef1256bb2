/// Two versions of a file that differ in single lines only, as a patch with three lines of context.
struct UnifiedDiff {
    var file: String
    var old: [UInt8]
    var new: [UInt8]

    private static let context = 3

    /// The patch, as `patch -p0` and `git apply -p0` take it; empty when nothing differs.
    var text: String {
        let (before, after) = (Self.lines(old), Self.lines(new))
        guard before.count == after.count else { return "" }
        let changed = before.indices.filter { before[$0] != after[$0] }
        guard let first = changed.first else { return "" }
        var text = "--- \(Self.quoted(file))\n+++ \(Self.quoted(file))\n"
        var hunk = first...first
        var hunks: [ClosedRange<Int>] = []
        for line in changed.dropFirst() {
            if line - hunk.upperBound <= 2 * Self.context {
                hunk = hunk.lowerBound...line
            } else {
                hunks.append(hunk)
                hunk = line...line
            }
        }
        for hunk in hunks + [hunk] {
            let lines = max(0, hunk.lowerBound - Self.context)...min(before.count - 1, hunk.upperBound + Self.context)
            text += "@@ -\(lines.lowerBound + 1),\(lines.count) +\(lines.lowerBound + 1),\(lines.count) @@\n"
            var (removed, added) = ("", "")
            for line in lines {
                if before[line] == after[line] {
                    text += removed + added + Self.marked(" ", before[line])
                    (removed, added) = ("", "")
                } else {
                    removed += Self.marked("-", before[line])
                    added += Self.marked("+", after[line])
                }
            }
            text += removed + added
        }
        return text
    }

    /// A name as git writes it: one with characters that end the line or command a terminal stands in quotes, with their bytes.
    private static func quoted(_ name: String) -> String {
        guard TerminalText.line(name) != name else { return name }
        let escaped = name.utf8.map { byte in
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): "\\\(Character(UnicodeScalar(byte)))"
            case 0x20..<0x7F where byte != UInt8(ascii: "#"): String(UnicodeScalar(byte))
            default: "\\" + String(repeating: "0", count: 3 - String(byte, radix: 8).count) + String(byte, radix: 8)
            }
        }
        return "\"" + escaped.joined() + "\""
    }

    private static func marked(_ mark: String, _ line: ArraySlice<UInt8>) -> String {
        let text = mark + String(decoding: line, as: UTF8.self)
        return line.last == 0x0A ? text : text + "\n\\ No newline at end of file\n"
    }

    /// Lines with their ends, so that a missing last one shows.
    private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var start = 0
        for index in bytes.indices where bytes[index] == 0x0A {
            lines.append(bytes[start...index])
            start = index + 1
        }
        if start < bytes.count { lines.append(bytes[start...]) }
        return lines
    }
}
