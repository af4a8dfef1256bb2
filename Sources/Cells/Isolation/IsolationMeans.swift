import Subprocess
import SystemPackage

/// What a system offers to keep a lesson to itself. Every means that was found has to hold for every lesson.
public struct IsolationMeans: Hashable, Sendable {
    /// The version of Landlock's interface, which limits access to files; nil without.
    public var landlock: Int?
    /// Whether system calls can be filtered.
    public var seccomp = false
    /// Whether a lesson can have processes, files, network and users of its own.
    public var namespaces = false
    /// Whether macOS' `sandbox-exec` keeps a lesson to a profile; nobody has tried that yet, so it never suffices by itself.
    public var sandboxProfile = false

    public init() {}

    /// Reads what the launcher says of this system.
    init(_ report: String) {
        for line in report.split(separator: "\n") {
            let words = line.split(separator: " ")
            switch words.first {
            case "landlock": landlock = words.dropFirst().first.flatMap { Int($0) }
            case "seccomp": seccomp = true
            case "namespaces": namespaces = true
            default: break
            }
        }
    }

    /// Whether files, programs, network and signals outside are out of reach.
    public var isSufficient: Bool { seccomp && (landlock != nil || namespaces) }

    /// `Landlock 7, seccomp, namespaces`, or `nothing`.
    public var words: String {
        let all = [
            landlock.map { "Landlock \($0)" }, seccomp ? "seccomp" : nil, namespaces ? "namespaces" : nil,
            sandboxProfile ? "sandbox-exec (untried)" : nil,
        ].compactMap { $0 }
        return all.isEmpty ? "nothing" : all.joined(separator: ", ")
    }

    /// Tried by the launcher, in processes of its own.
    static func found(by launcher: String) async -> IsolationMeans {
        let result = try? await Subprocess.run(
            .path(FilePath(launcher)), arguments: ["--probe"], environment: .custom([:]), input: .none,
            output: .string(limit: 1 << 12), error: .discarded)
        return IsolationMeans(result?.standardOutput ?? "")
    }
}
