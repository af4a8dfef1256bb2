import Exhibits

/// A comment by which an author says that a number is meant as it stands: `% audit-ok 0.3774: quoted from the first edition`.
///
/// It stands on the number's line or in the three lines above it, in LaTeX behind `%`, in Markdown in `<!-- … -->`.
public struct Silence: Hashable, Sendable {
    public var place: Place
    public var number: String
    /// Why; without a reason nothing is silenced.
    public var reason: String?
    /// Whether a number there would have been reported.
    public var isNeeded = false
    var file: Int

    static let mark: StaticString = "audit-ok"

    /// All of a file.
    static func all(in file: SourceFile, number fileNumber: Int) -> [Silence] {
        guard file.bytes.holds(Array("audit-ok".utf8)) else { return [] }
        var found: [Silence] = []
        var start = 0
        while let position = file.bytes.position(of: mark, from: start) {
            start = position + mark.utf8CodeUnitCount
            // A number and a reason are no longer, however long the line is.
            let near = file.bytes[start..<min(start + 1000, file.bytes.count)]
            var line = String(decoding: near.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }, as: UTF8.self)
            if let close = line.firstRange(of: "-->") { line = String(line[..<close.lowerBound]) }
            let halves = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            // In a notebook the line's end and its quotation mark are written out.
            let reason = halves.count > 1 ? halves[1].replacing("\\n", with: "").trimmed(of: " \t\",") : ""
            found.append(
                Silence(
                    place: file.place(of: position), number: String(halves[0]).trimmed(of: " \t"),
                    reason: reason.isEmpty ? nil : reason, file: fileNumber))
        }
        return found
    }

    func covers(_ number: AuditedNumber) -> Bool {
        number.file == file && (place.line...place.line + 3).contains(number.place.line) && number.text == self.number
    }
}

extension StringProtocol {
    fileprivate func trimmed(of characters: String) -> String {
        var text = self[...]
        while let first = text.first, characters.contains(first) { text = text.dropFirst() }
        while let last = text.last, characters.contains(last) { text = text.dropLast() }
        return String(text)
    }
}
