import Claims
import Exhibits

/// Findings for a person: each with its place and the author's line, then the counts.
struct TextReport {
    var result: CourseResult
    /// The bytes of a file the findings point into.
    var source: (String) -> [UInt8]?
    var listing = ReportListing()

    var text: String {
        var lines: [String] = []
        if listing.claims { lines += result.lessons.flatMap { $0.claims.map(line(of:)) } }
        if listing.unclaimed {
            lines += result.lessons.flatMap { $0.unclaimed.map(line(of:)) }
        }
        for finding in result.allFindings { lines += self.lines(of: finding) }
        let open = result.unclaimed.count
        if result.subject == .lessons, listing.claims, !listing.unclaimed, open > 0 {
            let results = open == 1 ? "1 result in the text has" : "\(open) results in the text have"
            lines.append("\(results) no claim (--unclaimed lists them)")
        }
        lines.append(Counts(result).text)
        return lines.joined(separator: "\n") + "\n"
    }

    /// `lessons/06.md:41:14: right: 0.298371109 = pass.loss`
    private func line(of whole: CourseResult.ClaimLine) -> String {
        let claim = ClaimsCut.line(whole)
        let verdict = Verdict(rawValue: claim.verdict)
        let computed = verdict == .exact ? "" : claim.computed.map { ", computed \($0)" } ?? ""
        let expected = result.subject == .lessons && claim.holds && verdict?.isTrue == false ? " (as expected)" : ""
        return TerminalText.line(
            "\(claim.place): \(verdict?.word ?? claim.verdict): \(claim.written) = \(claim.expression)\(computed)\(expected)")
    }

    private func line(of whole: CourseResult.Unclaimed) -> String {
        let number = ClaimsCut.line(whole)
        let why = number.reason.map { "unchecked: \(number.text): \($0)" } ?? "unclaimed: \(number.text)"
        return TerminalText.line("\(number.place): \(why)")
    }

    private func lines(of finding: Finding) -> [String] {
        var lines = [TerminalText.lines("\(finding.place): \(finding.severity.rawValue): \(finding.message)")]
        if let source = source(finding.place.file) {
            lines += Excerpt.lines(of: source, at: finding.place, length: finding.length)
        }
        return lines + finding.notes.map { TerminalText.lines("  note: \($0)") }
    }
}
