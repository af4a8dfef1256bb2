import Exhibits
import Foundation
import Lessons
import Subprocess
import Storage

extension LessonRunner {
    /// A lesson's program under the limits and the rules of its run.
    func command(
        _ executable: String, _ arguments: [String], writable: [String], temporary: String, _ limits: Limits
    ) -> ChildCommand {
        // The clock and the memory are watched from here; this ends what escapes the watch.
        let seconds = Int(limits.seconds) * ProcessInfo.processInfo.activeProcessorCount + 2
        let added = [
            "SWIFT_BACKTRACE": "enable=yes,color=no,interactive=no,limit=16",
            RecordSequence.variable.name: RecordSequence.variable.value,
            // Always: what stands in the user's environment is no variant.
            LessonVariant.variable: "\(variant)",
        ]
        var jail = Jail(isolation: isolation, seconds: seconds, megabytes: 2 * limits.megabytes + 2048)
        var environment = Environment.inherit.updating(ChildVariables.keyed(added).mapValues { $0 })
        if isolation.isAny {
            jail.readable = Jail.system + toolchain.libraryFolders + [toolchain.runtime]
            jail.shown = view.shown
            jail.links = view.linked
            jail.runnable = Jail.loaders + toolchain.backtracer + [executable]
            jail.writable = [temporary] + writable
            environment = ChildVariables.lesson(temporary: temporary).environment(adding: added)
        }
        guard var command = jail.command(executable, arguments, environment) else {
            return ChildCommand(
                program: LimitedShell.program, arguments: LimitedShell.arguments(seconds, executable, arguments),
                environment: environment)
        }
        // The one call by which the backtracer is started could start the lesson's own program as well, and no rule tells one from
        // the other: the watch does.
        if isolation.means.seccomp {
            command.helpers = toolchain.backtracer.map { RealPath.of($0) ?? $0 } + toolchain.backtracer
        }
        return command
    }

    /// What the compiler is called in for as many seconds: the toolchain and the runtime's modules to be read, its folder and its
    /// cache to write to.
    func compilerJail(in work: String, seconds: Double) -> Jail {
        var jail = Jail(
            isolation: isolation, seconds: Int(min(seconds, 1e7).rounded(.up)),
            megabytes: 2 * limits.megabytes + 2048)
        jail.spawns = true
        jail.hidesInput = true
        if isolation.isAny {
            jail.readable =
                ["/etc/ld.so.cache", "/etc/alternatives", "/etc/localtime", "/etc/os-release", "/sys/devices/system/cpu"]
                + toolchain.interfaces
            jail.runnable = ["/usr", "/bin", "/lib", "/lib64"] + toolchain.roots
            jail.writable = [work, RealPath.of(moduleCache) ?? moduleCache]
        }
        return jail
    }

    /// The lesson wasn't run: a rule could not be applied.
    func notRun(_ status: TerminationStatus, _ errors: String, _ program: LessonProgram) -> Finding? {
        let start = "lectern-jail: "
        guard case .exited(125) = status, let line = errors.split(separator: "\n").first(where: { $0.hasPrefix(start) }) else {
            return nil
        }
        return Finding(
            .error, code: "not-isolated", at: Place(file: program.file, line: 1),
            "the lesson was not run, because it could not be isolated (\(line.dropFirst(start.count))); `lectern doctor` says what "
                + "this machine offers, and --trust runs lessons with your own rights")
    }
}
