import Exhibits

/// The compiler's messages as findings. An excerpt is drawn from the lesson later, so the compiler's own is dropped.
public enum Diagnostics {
    /// The code of a warning that says what an old name is called now.
    public static let renamed = "renamed"

    /// More of a line isn't read: it may quote what its author made to be read for hours.
    private static let longest = 4000

    private static let line = Pattern(/(.+?):(\d+):(\d+): (error|warning|note): (.*)/)

    /// Errors, and warnings if asked for, that name a place in one of `files`; one finding for each message, at its first place.
    public static func findings(in output: String, files: Set<String>, warnings: Bool = false) -> [Finding] {
        var findings: [Finding] = []
        // Where a message was found first, and all that was noted of it.
        var first: [Message: Int] = [:]
        var noted: Set<Note> = []
        // What is noted of a message that isn't told isn't told either.
        var noting: Int?
        for whole in output.split(separator: "\n") {
            let line = whole.prefix(longest)
            guard [": error: ", ": warning: ", ": note: "].contains(where: { line.contains($0) }),
                let match = line.wholeMatch(of: Self.line.regex),
                let number = Int(match.2), let column = Int(match.3)
            else { continue }
            let message = worded(String(match.5))
            if match.4 == "note" {
                guard let noting, files.contains(String(match.1)) else { continue }
                let note = "line \(number): \(message)"
                if noted.insert(Note(finding: noting, text: note)).inserted { findings[noting].notes.append(note) }
                continue
            }
            noting = nil
            guard match.4 == "error" || warnings else { continue }
            // A file-scope main program after a broken function repeats nothing the author could act on.
            guard files.contains(String(match.1)) else { continue }
            let place = Place(file: String(match.1), line: number, column: column)
            let finding =
                match.4 == "error"
                ? Finding(.error, code: "compile-error", at: place, message)
                : renaming(message).map { Finding(.warning, code: renamed, at: place, $0) }
                    ?? Finding(.warning, code: "compile-warning", at: place, message)
            // A name that is missing in ten places is missing once.
            let said = Message(text: finding.message, severity: finding.severity)
            if let first = first[said] {
                noting = first
                let note = "also in line \(number)"
                if findings[first].place.line != number, noted.insert(Note(finding: first, text: note)).inserted {
                    findings[first].notes.append(note)
                }
                continue
            }
            first[said] = findings.count
            noting = findings.count
            findings.append(finding)
        }
        return findings
    }

    private struct Message: Hashable {
        var text: String
        var severity: Finding.Severity
    }

    private struct Note: Hashable {
        var finding: Int
        var text: String
    }

    private static let deprecation = Pattern(/'(.+)' is deprecated: (?:renamed to|replaced by) '(.+)'(?: \[#\w+\])?/)

    /// What an old name is called now, if that is what the compiler warns of.
    private static func renaming(_ message: String) -> String? {
        message.wholeMatch(of: Self.deprecation.regex).map {
            "'\($0.1)' is an old name; write '\($0.2)'"
        }
    }

    private static let closing = Pattern(/(\w+) declaration cannot close over value '(.+)' defined in outer scope/)

    /// The few messages that speak of the function around the cells, which no author has written.
    private static func worded(_ message: String) -> String {
        if message == "'async' call in a function that does not support concurrency" {
            return "this call is 'async' but is not marked with 'await'"
        }
        if let match = message.wholeMatch(of: Self.closing.regex) {
            return
                "this \(match.1) can't use '\(match.2)', which is computed by 'try' or 'await', has its value later or was used "
                + "before; pass it in, as in 'let \(match.2): Double' as a property and a value for it when one is made"
        }
        return message
    }
}
