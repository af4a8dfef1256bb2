import Exhibits

/// One test suite per lesson, one test case per claim, in the XML that continuous integration services read.
struct JUnitReport {
    var result: CourseResult

    private struct Case {
        var name: String
        var failures: [Finding]
    }

    var text: String {
        let suites = result.lessons.map { suite($0.file, cases: cases(of: $0)) }
        let course =
            result.findings.isEmpty ? [] : [suite("course", cases: [Case(name: "course", failures: errors(result.findings))])]
        let counts = Counts(result)
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuites name="lectern" failures="\(counts.errors)">
            \((course + suites).joined(separator: "\n"))
            </testsuites>

            """
    }

    /// A claim's findings go with the claim; all others with a case that stands for the lesson running at all.
    private func cases(of lesson: CourseResult.LessonResult) -> [Case] {
        let errors = errors(lesson.findings)
        let places = Set(lesson.claims.map(\.place))
        let whole = Case(name: "runs", failures: errors.filter { !places.contains($0.place) })
        return [whole]
            + lesson.claims.map { claim in
                Case(
                    name: "\(claim.place.line):\(claim.place.column) \(claim.written) = \(claim.expression)",
                    failures: errors.filter { $0.place == claim.place })
            }
    }

    private func errors(_ findings: [Finding]) -> [Finding] { findings.filter { $0.severity == .error } }

    private func suite(_ name: String, cases: [Case]) -> String {
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
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
