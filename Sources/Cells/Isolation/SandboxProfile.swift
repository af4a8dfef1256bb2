/// A jail in the language of macOS' `sandbox-exec`: everything is refused but what is named. Written after what the system's own
/// `sandbox(7)` and `system.sb` say and untried on a Mac.
struct SandboxProfile {
    let jail: Jail

    /// The program that applies it.
    static let program = "/usr/bin/sandbox-exec"

    var text: String {
        var lines = [
            "(version 1)", "(deny default)", "(import \"system.sb\")", "(allow file-read-metadata)", "(allow sysctl-read)",
        ]
        lines += ["(allow signal (target self))", "(deny network*)"]
        lines += rules("file-read*", on: jail.readable + course + jail.runnable + jail.writable + [LimitedShell.program])
        lines += rules("file-write*", on: jail.writable)
        lines += rules("file-map-executable", on: jail.readable + jail.runnable)
        lines += rules("process-exec", on: jail.runnable + [LimitedShell.program])
        return lines.joined(separator: "\n")
    }

    private var course: [String] { jail.shown + jail.links.flatMap { [$0.path, $0.target] } }

    private func rules(_ act: String, on paths: [String]) -> [String] {
        let places = paths.map { "(literal \(Self.quoted($0))) (subpath \(Self.quoted($0)))" }
        return places.isEmpty ? [] : ["(allow \(act) \(places.joined(separator: " ")))"]
    }

    private static func quoted(_ path: String) -> String {
        let escaped = path.flatMap { $0 == "\"" || $0 == "\\" ? ["\\", $0] : [$0] }
        return "\"\(String(escaped))\""
    }
}
