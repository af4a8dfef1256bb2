import Cells
import Exhibits
import Foundation
import Storage

/// What `lectern doctor` says of isolation: it is tried, not looked up.
public struct IsolationReport: Sendable {
    public private(set) var lines: [String] = []
    /// Whether a rule that should hold here doesn't.
    public private(set) var isBroken = false

    public init() async {
        let isolation = await Isolation.best(executable: Files.executable ?? CommandLine.arguments[0])
        switch isolation.level {
        case .isolated: lines.append("ok       isolation of lessons: \(isolation.means.words)")
        case .partly, .none:
            lines.append(
                "optional isolation of lessons: this system offers \(isolation.means.words); it takes seccomp with Landlock (Linux "
                    + "5.13 or newer) or namespaces. Until then lessons of strangers are for another machine")
        }
        guard isolation.isAny else { return }
        do {
            let trial = try await IsolationTrial(isolation)
            for act in trial.acts { lines.append(Self.line(of: act)) }
            isBroken = isolation.level == .isolated && !trial.isPassed
            if trial.acts.isEmpty { lines.append("broken   isolation of lessons: the trial said nothing") }
        } catch {
            lines.append("broken   isolation of lessons: it can't be tried (\(error))")
            isBroken = true
        }
    }

    private static func line(of act: IsolationTrial.Act) -> String {
        switch (act.isAllowed, act.isRight) {
        case (false, true): "  refused  \(act.name) (\(act.error))"
        case (false, false): "  HAPPENED \(act.name)"
        case (true, true): "  works    \(act.name)"
        case (true, false): "  FAILS    \(act.name) (\(act.error))"
        }
    }
}
