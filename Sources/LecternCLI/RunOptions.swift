import ArgumentParser
import Publishing

extension ReportFormat: ExpressibleByArgument {}

extension Sandbox: ExpressibleByArgument {}

/// How lessons are run; the same for every command that runs them.
struct RunOptions: ParsableArguments {
    @Option(name: .shortAndLong, help: "Run so many lessons at a time (default: one per core).")
    var jobs: Int?

    @Option(help: "Show what stands under `when-profile` of this name; more than one may be given.")
    var profile: [String] = []

    @Option(
        help: """
            Stop a lesson that runs longer than so many seconds (default: its `time-limit`, of which 600 count where CI is \
            set, else 60).
            """)
    var timeLimit: Double?

    @Option(help: "Isolate lessons: require, best or off (default: best; require where CI=true or the course says so).")
    var sandbox: Sandbox?

    @Flag(help: "Run lessons with your own rights: you trust every one of them. The same as --sandbox off.")
    var trust = false

    @Flag(help: "Stop at the first lesson that fails.")
    var failFast = false

    @Flag(help: "Run everything again and keep nothing.")
    var noCache = false

    @Flag(help: "Report what the compiler warns of in cells.")
    var warnings = false

    @Flag(help: "Say why each lesson is run.")
    var why = false

    func validate() throws {
        if let jobs, !(1...1024).contains(jobs) { throw ValidationError("--jobs is between 1 and 1024") }
        if trust, let sandbox, sandbox != .off { throw ValidationError("--trust is --sandbox off; say one of them") }
        if let timeLimit, !(timeLimit > 0 && timeLimit <= BuildOptions.longestRun) {
            throw ValidationError("--time-limit is more than 0 and at most \(Int(BuildOptions.longestRun)) seconds")
        }
    }

    func options(output: String?) -> BuildOptions {
        var options = BuildOptions(output: output)
        if let jobs { options.jobs = jobs }
        options.profiles = profile
        options.timeLimit = timeLimit
        options.sandbox = trust ? .off : sandbox
        options.failsFast = failFast
        options.usesCache = !noCache
        options.showsWarnings = warnings
        options.progress = Progress(explains: why).show
        return options
    }
}

struct ReportOptions: ParsableArguments {
    @Option(help: "How findings are written: \(ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")).")
    var format = ReportFormat.text
}
