import Exhibits

/// Findings as workflow commands, which GitHub shows beside the lines of a pull request.
struct GitHubReport {
    var result: CourseResult

    var text: String {
        let commands = result.allFindings.map { finding in
            let command = finding.severity == .note ? "notice" : finding.severity.rawValue
            let properties = [
                "file=\(escaped(finding.place.file, inProperty: true))", "line=\(finding.place.line)",
                "col=\(finding.place.column)",
                "title=\(escaped(finding.code, inProperty: true))",
            ]
            let message = ([finding.message] + finding.notes).joined(separator: "\n")
            return "::\(command) \(properties.joined(separator: ","))::\(escaped(message, inProperty: false))"
        }
        return (commands + [Counts(result).text]).joined(separator: "\n") + "\n"
    }

    /// The escapes of the actions toolkit: `%`, line ends, and in properties also `:` and `,`.
    private func escaped(_ text: String, inProperty: Bool) -> String {
        text.split(omittingEmptySubsequences: false) { ["\n", "\r\n", "\r"].contains($0) }.map { TerminalText.part(String($0)) }
            .joined(separator: "\n").map { character in
                switch character {
                case "%": "%25"
                case "\r": "%0D"
                case "\n": "%0A"
                case "\r\n": "%0D%0A"
                case ":" where inProperty: "%3A"
                case "," where inProperty: "%2C"
                default: String(character)
                }
            }.joined()
    }
}
