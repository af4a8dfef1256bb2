import Exhibits

/// One test suite per lesson, one test case per claim, in the XML that continuous integration services read.
struct JUnitReport {
    var result: CourseResult

    private struct Case {
        var name: String
        var failures: [Finding]
    }

    var text: String {
        var suites = result.lessons.map { (name: $0.file, cases: cases(of: $0)) }
        if !result.findings.isEmpty {
            suites.insert(("course", [Case(name: "course", failures: errors(result.findings))]), at: 0)
        }
        let all = suites.flatMap(\.cases)
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuites name="lectern" tests="\(all.count)" failures="\(all.count { !$0.failures.isEmpty })">
            \(suites.map(suite).joined(separator: "\n"))
            </testsuites>

            """
    }

    /// A claim's findings go with the claim; all others with a case that stands for the lesson running at all.
    private func cases(of lesson: CourseResult.LessonResult) -> [Case] {
        var whole = Case(name: "runs", failures: [])
        var claims = ClaimsCut(lesson.claims).claims.map { claim in
            Case(name: "\(claim.place.line):\(claim.place.column) \(claim.written) = \(claim.expression)", failures: [])
        }
        for finding in errors(lesson.findings) {
            // A matrix is one claim, and what is said of its numbers stands behind where it begins.
            let owner = lesson.claims.lastIndex { $0.place.file == finding.place.file && $0.place <= finding.place }
            if finding.kind == .claim, finding.code != "missing-claims", let owner {
                claims[owner].failures.append(finding)
            } else {
                whole.failures.append(finding)
            }
        }
        return [whole] + claims
    }

    /// All of them, since each makes its case fail; those behind the first fifty in a few words.
    private func errors(_ findings: [Finding]) -> [Finding] {
        findings.filter { $0.severity == .error }.enumerated().map { position, finding in
            var finding = FindingsCut.cut(finding)
            guard position >= FindingsCut.most else { return finding }
            finding.message = finding.message.cut(toBytes: ClaimsCut.longestOfMany)
            finding.notes = []
            return finding
        }
    }

    private func suite(_ name: String, _ cases: [Case]) -> String {
        let failed = cases.count { !$0.failures.isEmpty }
        let lines = cases.map { item in
            let attributes = "classname=\"\(XMLText.escaped(name))\" name=\"\(XMLText.escaped(item.name))\""
            if item.failures.isEmpty { return "    <testcase \(attributes)/>" }
            let failures = item.failures.map { finding in
                let detail = (["\(finding.place): \(finding.message)"] + finding.notes).joined(separator: "\n")
                return
                    "      <failure type=\"\(XMLText.escaped(finding.code))\" message=\"\(XMLText.escaped(finding.message))\">\(XMLText.escaped(detail))</failure>"
            }
            return "    <testcase \(attributes)>\n\(failures.joined(separator: "\n"))\n    </testcase>"
        }
        return """
              <testsuite name="\(XMLText.escaped(name))" tests="\(cases.count)" failures="\(failed)">
            \(lines.joined(separator: "\n"))
              </testsuite>
            """
    }
}

enum XMLText {
    /// Escaped for text and attributes; control characters, which XML can't hold at all, become U+FFFD.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\n": result += "&#10;"
            case "\t": result += "&#9;"
            case "\r": result += "&#13;"
            case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
            case _ where TerminalText.isControl(scalar): result += "&#\(scalar.value);"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return TerminalText.commands.reduce(result) { $0.replacing($1, with: "&#35;" + $1.dropFirst()) }
    }
}
