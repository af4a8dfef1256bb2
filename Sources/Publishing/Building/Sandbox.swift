import Cells
import Exhibits
import Foundation

/// How much is asked of the isolation of lessons.
public enum Sandbox: String, CaseIterable, Hashable, Sendable {
    /// Lessons run with the user's rights.
    case off
    /// Whatever the system offers.
    case best
    /// Nothing runs without.
    case require

    /// What holds when nobody at the machine said anything. A course may ask for more, never for less: it may be a stranger's.
    static func usual(for course: Sandbox?, environment: [String: String]) -> Sandbox {
        isWithoutPerson(environment) || course == .require ? .require : .best
    }

    /// Whether nobody sits at the machine: what CI services say, each in its own spelling.
    static func isWithoutPerson(_ environment: [String: String]) -> Bool {
        !["", "0", "false", "no", "off"].contains(environment["CI"]?.lowercased() ?? "")
    }

    /// What holds for a build.
    static func holding(_ options: BuildOptions, _ course: Course) -> Sandbox {
        options.sandbox ?? usual(for: course.settings.sandbox, environment: ProcessInfo.processInfo.environment)
    }

    /// Whether the result of a run is taken that was isolated so. Whoever requires isolation doesn't take what came out without:
    /// such a lesson could reach what others depend on.
    func takes(_ level: IsolationLevel?) -> Bool { self != .require || level == .isolated }

    /// What this machine offers, as far as it is asked for.
    func isolation(executable: String) async throws -> Isolation {
        if self == .off { return .unrestricted(executable: executable) }
        let isolation = await Isolation.best(executable: executable)
        if self == .require, !isolation.means.isSufficient {
            throw ToolMissing(
                message:
                    "lessons can't be isolated here: the system offers \(isolation.means.words), and it takes seccomp with "
                    + "Landlock or namespaces; to run lessons that you trust with your own rights say --trust, to take what "
                    + "there is --sandbox best")
        }
        return isolation
    }
}
