import Subprocess

/// What the launcher is called with for one program.
struct Jail: Sendable {
    var isolation: Isolation
    /// Files and folders that may be read, absolute.
    var readable: [String] = []
    /// What of the course may be read: reached through no link, whatever lessons put there meanwhile.
    var shown: [String] = []
    /// Links of the course, with where what they show lies.
    var links: [CourseView.Link] = []
    /// Those whose programs may be started, too.
    var runnable: [String] = []
    var writable: [String] = []
    /// Whether it starts programs of its own, as a compiler does.
    var spawns = false
    /// Whether standard input holds nothing for the program.
    var hidesInput = false
    /// Seconds on processors.
    var seconds: Int
    /// The whole of what a process may take; a hard end behind the limit that is watched.
    var megabytes: Int

    /// What starts a program in it; nil where there is neither a launcher nor, for a program that starts no others, a profile.
    func command(_ program: String, _ arguments: [String], _ environment: Environment) -> ChildCommand? {
        if let launcher = isolation.launcher {
            return ChildCommand(
                program: launcher, arguments: self.arguments(program, arguments), environment: environment, isGuarded: true,
                launchers: isolation.means.namespaces ? 2 : 1)
        }
        guard isolation.means.sandboxProfile, !spawns else { return nil }
        return ChildCommand(
            program: SandboxProfile.program,
            arguments: ["-p", SandboxProfile(jail: self).text, LimitedShell.program]
                + LimitedShell.arguments(seconds, program, arguments), environment: environment)
    }

    /// The launcher's arguments.
    func arguments(_ program: String, _ arguments: [String]) -> [String] {
        var all: [String] = []
        if let version = isolation.means.landlock { all += ["--landlock", "\(version)"] }
        if isolation.means.seccomp { all.append("--seccomp") }
        if isolation.means.namespaces { all.append("--namespaces") }
        if spawns { all.append("--spawns") }
        if hidesInput { all.append("--lifeline") }
        for (option, paths) in [
            ("--read", readable), ("--show", shown), ("--run", runnable), ("--write", writable),
        ] {
            for path in paths { all += [option, path] }
        }
        for link in links { all += ["--link", link.path, link.target] }
        all += ["--seconds", "\(seconds)", "--megabytes", "\(megabytes)", "--file-megabytes", "1024", "--files", "512"]
        return all + ["--processes", "1024", "--", program] + arguments
    }

    /// Folders of the system that hold libraries and what they look up.
    static let system = [
        "/usr/lib", "/usr/lib64", "/lib", "/lib64", "/usr/local/lib", "/usr/share/zoneinfo", "/etc/alternatives",
        "/etc/ld.so.cache", "/etc/localtime", "/etc/os-release", "/sys/devices/system/cpu",
    ]
    /// What starts every program of the system.
    static let loaders = ["/lib64/ld-linux-x86-64.so.2", "/lib/ld-linux-aarch64.so.1"]
}
