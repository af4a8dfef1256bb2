import Cells
import Exhibits
import Foundation
import Lessons
import Storage

/// Compiling and running lessons with the Swift compiler of this machine.
struct LessonRuns: Sendable {
    private let options: BuildOptions
    private let course: Course

    init(_ options: BuildOptions, course: Course) {
        self.options = options
        self.course = course
    }

    static func toolchain() throws -> Toolchain {
        do {
            return try Toolchain.located(executable: Files.executable ?? CommandLine.arguments[0])
        } catch let missing as Toolchain.Missing {
            throw ToolMissing(message: missing.description)
        }
    }

    /// Runs lessons side by side; each in its own process, in its own folder.
    @Sendable
    func run(_ lessons: [Lesson], jobs: Int, goesOn: @Sendable (Int, Transcript) -> Bool) async throws {
        // What the system offers is tried while the programs are written.
        async let found = runner()
        let work = lessons.map { lesson in
            let folder = Files.folder(of: lesson.file)
            return LessonRunner.Job(LessonProgram(lesson), in: folder.isEmpty ? "." : folder)
        }
        let runner = try await found
        options.progress(.isolated(runner.isolation.words, runner.isolation.level))
        try await runner.run(work, atOnce: jobs, goesOn: goesOn)
    }

    /// A lesson may be a stranger's, and where nobody waits nobody sees that it takes a week.
    static func longestOwnTime(in environment: [String: String]) -> Double {
        Sandbox.isWithoutPerson(environment) ? 600 : FrontMatter.longestRun
    }

    /// What compiles and runs one lesson's program after the other.
    func runner() async throws -> LessonRunner {
        let isolation = try await Sandbox.holding(options, course).isolation(
            executable: Files.executable ?? CommandLine.arguments[0])
        var runner = LessonRunner(
            toolchain: try Self.toolchain(), moduleCache: Self.moduleCache(), isolation: isolation,
            course: course.folder.isEmpty ? "." : course.folder, hidden: [options.output, options.results].compactMap { $0 })
        runner.timeLimit = options.timeLimit
        runner.longestOwnTime = Self.longestOwnTime(in: ProcessInfo.processInfo.environment)
        let progress = options.progress
        runner.hear = { progress(.running(file: $0, $1)) }
        return runner
    }

    /// What every run depends on besides its lesson.
    @Sendable
    static func inputs(_ tools: Fingerprints) async throws -> [String: Digest] {
        let toolchain = try toolchain()
        var inputs: [String: Digest] = [:]
        inputs["the runtime library"] = tools.digest(of: toolchain.runtime)
        inputs["the runtime's interface"] = Digest(
            of: Dictionary(
                ["Claims", "Derivations", "Exhibits", "Lectern", "Networks"].compactMap { name in
                    tools.digest(of: "\(toolchain.modules)/\(name).swiftmodule").map { (name, $0) }
                }
            ) { first, _ in first })
        // The compiler is asked for its version, not read: it has hundreds of megabytes. It is asked again when it changed.
        let compiler = Files.absolute(toolchain.compiler)
        inputs["the compiler"] = await tools.digest(
            of: compiler, as: "version of", asking: { _ in await version(of: toolchain.compiler) })
        // Where things are installed makes no difference.
        let flags = toolchain.arguments(compiling: [], to: "", moduleCache: "").filter { !$0.contains("/") }
        inputs["the compiler's flags"] = Digest(of: flags.joined(separator: " "))
        return inputs
    }

    private static func version(of compiler: String) async -> Digest? {
        // It makes a folder for temporary files and leaves it.
        let temporary = NSTemporaryDirectory() + "lectern-version-\(UUID().uuidString)"
        try? FileManager.default.createDirectory(atPath: temporary, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: temporary) }
        return await ToolCall(compiler, ["--version"], seconds: 60, variables: ["TMPDIR": temporary]).output().map {
            Digest(of: $0)
        }
    }

    /// The compiler's own cache of the C modules it has read.
    static func moduleCache() -> String {
        UserCache.folder("modules") ?? NSTemporaryDirectory() + "lectern-modules-\(getuid())"
    }
}

/// A tool that building needs is not on this machine.
public struct ToolMissing: ExitingError, Hashable {
    public var message: String

    public var exitCode: Int32 { 69 }

    public var description: String { "lectern: error: \(message); `lectern doctor` says what else is missing" }
}
