import Exhibits

/// Findings as many as are read: of each kind in each file the first fifty and a word on the rest, each of a length that a screen
/// holds. A lesson can be wrong ten thousand times in the same way.
struct FindingsCut {
    private(set) var findings: [Finding] = []

    static let most = 50
    /// In bytes.
    static let longestMessage = 2000
    static let longestNote = 500
    static let mostNotes = 20

    private struct Kind: Hashable {
        var file: String
        var code: String
        var severity: Finding.Severity
    }

    init(_ all: [Finding]) {
        let counts = all.reduce(into: [Kind: Int]()) { $0[Self.kind(of: $1), default: 0] += 1 }
        var seen: [Kind: Int] = [:]
        for finding in all {
            let kind = Self.kind(of: finding)
            seen[kind, default: 0] += 1
            guard let position = seen[kind], let count = counts[kind], position <= Self.most else { continue }
            var cut = Self.cut(finding)
            if position == Self.most, count > Self.most {
                cut.notes.append("\(count - Self.most) more of this kind in \(kind.file) are not listed")
            }
            findings.append(cut)
        }
    }

    private static func kind(of finding: Finding) -> Kind {
        Kind(file: finding.place.file, code: finding.code, severity: finding.severity)
    }

    /// Of a length that a screen holds.
    static func cut(_ finding: Finding) -> Finding {
        var finding = finding
        finding.message = finding.message.cut(toBytes: longestMessage)
        finding.code = finding.code.cut(toBytes: 100)
        let left = finding.notes.count - mostNotes
        finding.notes =
            finding.notes.prefix(mostNotes).map { $0.cut(toBytes: longestNote) }
            + (left > 0 ? ["\(left) more notes are not listed"] : [])
        return finding
    }
}
