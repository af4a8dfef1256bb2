import Exhibits

extension Judgement {
    /// What is said to the author about this claim: nothing when it holds and nothing needs saying.
    ///
    /// A false claim is an error (exit code 1), a truncated or vague one a warning, or an error when `strict`. A list gives one
    /// finding for each of its numbers that doesn't hold, each at its own place.
    ///
    /// - Parameter place: where the written text begins.
    public func findings(at place: Place, strict: Bool = false) -> [Finding] {
        if expected == nil, !entries.isEmpty, verdict != .exact {
            return entries.flatMap { entry in
                // A zero among other numbers is how a list is printed; in a list that is vague as a whole it is what is told.
                entry.judgement.verdict == .vague && verdict != .vague
                    ? []
                    : entry.judgement.findings(at: advanced(place, by: entry.offset), label: entry.label, strict: strict)
            }
        }
        return findings(at: place, label: "", strict: strict)
    }

    private func findings(at place: Place, label: String, strict: Bool) -> [Finding] {
        let needsWord = verdict == .truncated || verdict == .vague
        guard !holds || (expected == nil && needsWord) else { return [] }
        let severity: Finding.Severity = !holds || strict ? .error : .warning
        return [
            Finding(
                severity, .claim, code: code, at: place, length: firstLine(of: written).utf8.count,
                Wording.message(for: self, label: label), notes: hints.map(\.message))
        ]
    }

    private var code: String {
        if expected != nil { return "unexpected-verdict" }
        switch verdict {
        case .exact: return "right-claim"
        case .truncated: return "truncated-claim"
        case .vague: return "vague-claim"
        case .roundingPath: return "rounding-path"
        case .wrong: return "wrong-claim"
        case .notComputed: return "claim-not-computed"
        }
    }

    /// Where a number of a list stands, whose text begins at `place`.
    public func place(of entry: Entry, from place: Place) -> Place { advanced(place, by: entry.offset) }

    /// The place of a number inside a claim that may run over several lines.
    private func advanced(_ place: Place, by offset: Int) -> Place {
        let before = written.utf8.prefix(offset)
        guard let lastBreak = before.lastIndex(of: UInt8(ascii: "\n")) else {
            return Place(file: place.file, line: place.line, column: place.column + offset)
        }
        let breaks = before.count { $0 == UInt8(ascii: "\n") }
        let column = written.utf8.distance(from: lastBreak, to: before.endIndex)
        return Place(file: place.file, line: place.line + breaks, column: column)
    }

    private func firstLine(of text: String) -> Substring { text.prefix { !$0.isNewline } }
}

/// The finding for a link title that states no verdict, so that a misspelled `"wrnog"` can't pass unnoticed.
public func finding(forExpectation text: String, at place: Place) -> Finding? {
    guard Verdict(stated: text) == nil else { return nil }
    return Finding(.error, .lesson, code: "unknown-verdict", at: place, Wording.unknownExpectation(text))
}
