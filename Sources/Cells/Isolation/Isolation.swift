import Exhibits
import Foundation

/// How the lessons of a run are isolated: decided once, the same for each.
public struct Isolation: Hashable, Sendable {
    /// The program that starts lessons; nil where there is none, and then nothing isolates.
    public var launcher: String?
    public var means = IsolationMeans()

    public init(launcher: String? = nil) { self.launcher = launcher }

    /// The launcher beside the program, as a build leaves it, or in `../lib/lectern`, as an installation does.
    public static func launcher(executable: String) -> String? {
        guard Platform.hasLauncher else { return nil }
        let folder = URL(filePath: executable).resolvingSymlinksInPath().deletingLastPathComponent()
        return ["lectern-jail", "../lib/lectern/lectern-jail"]
            .map { folder.appending(path: $0).standardized.path(percentEncoded: false) }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// No rules: the launcher only ends what a lesson leaves behind.
    public static func unrestricted(executable: String) -> Isolation {
        Isolation(launcher: launcher(executable: executable))
    }

    /// All that this system offers.
    public static func best(executable: String) async -> Isolation {
        var isolation = unrestricted(executable: executable)
        if let launcher = isolation.launcher { isolation.means = await .found(by: launcher) }
        isolation.means.sandboxProfile =
            Platform.hasSandboxProfiles && FileManager.default.isExecutableFile(atPath: SandboxProfile.program)
        return isolation
    }

    /// Whether there is any rule.
    public var isAny: Bool { means != IsolationMeans() }

    public var level: IsolationLevel { means.isSufficient ? .isolated : isAny ? .partly : .none }

    /// For the person who waits: `isolated by Landlock 7, seccomp, namespaces`.
    public var words: String {
        switch level {
        case .isolated: "isolated by \(means.words)"
        case .partly: "isolated in part, by \(means.words): they may read what you may read, or reach the network"
        case .none: "not isolated: they have your rights"
        }
    }
}
