import Exhibits

/// The compiler's messages as findings. An excerpt is drawn from the lesson later, so the compiler's own is dropped.
public enum Diagnostics {
    /// Errors, and warnings if asked for, that name a place in `file`; one finding for each place and message.
    public static func findings(in output: String, file: String, warnings: Bool = false) -> [Finding] {
        var findings: [Finding] = []
        for line in output.split(separator: "\n") {
            guard let match = line.wholeMatch(of: /(.+?):(\d+):(\d+): (error|warning|note): (.*)/),
                let number = Int(match.2), let column = Int(match.3)
            else { continue }
            let message = String(match.5)
            if match.4 == "note" {
                guard let last = findings.indices.last, match.1 == file else { continue }
                findings[last].notes.append("line \(number): \(message)")
                continue
            }
            guard match.4 == "error" || warnings else { continue }
            // A file-scope main program after a broken function repeats nothing the author could act on.
            guard match.1 == file else { continue }
            let finding = Finding(
                match.4 == "error" ? .error : .warning, code: match.4 == "error" ? "compile-error" : "compile-warning",
                at: Place(file: file, line: number, column: column), message)
            if !findings.contains(where: { $0.place == finding.place && $0.message == message }) { findings.append(finding) }
        }
        return findings
    }
}
