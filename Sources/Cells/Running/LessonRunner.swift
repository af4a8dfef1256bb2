import Exhibits
import Foundation
import Lessons
import Subprocess
import SystemPackage

/// Compiles and runs lessons' programs as child processes.
public struct LessonRunner: Sendable {
    public let toolchain: Toolchain
    /// Located once: it looks for its parts on the disk.
    let direct: DirectCompiler?
    public var limits: Limits
    /// How many seconds every lesson may run, whatever it says itself.
    public var timeLimit: Double?
    /// How many seconds a lesson may give itself at most, where nobody says how long it may run.
    public var longestOwnTime = FrontMatter.longestRun
    /// The seed of the exercises that a lesson draws; 0 for its sample.
    public var variant: UInt64 = 0
    /// Told how far a long cell has come, by the lesson's file.
    public var hear: @Sendable (_ file: String, RunProgress) -> Void = { _, _ in }
    /// Where compiled modules are kept between runs.
    public var moduleCache: String
    /// What keeps lessons to themselves.
    public var isolation: Isolation
    /// What lessons see of their course.
    public let view: CourseView

    /// - Parameters:
    ///   - course: The folder whose data lessons read.
    ///   - hidden: Files and folders in it that no lesson sees, such as the pages.
    public init(
        toolchain: Toolchain, limits: Limits = Limits(), moduleCache: String, isolation: Isolation = Isolation(),
        course: String, hidden: [String] = []
    ) {
        self.toolchain = toolchain
        direct = DirectCompiler(toolchain)
        self.limits = limits
        self.moduleCache = moduleCache
        self.isolation = isolation
        view = CourseView(course, hidden: hidden)
    }

    /// Runs `program` in `folder`, the folder of its lesson. What goes wrong is a failure in the transcript.
    public func run(_ program: LessonProgram, in folder: String) async throws -> Transcript {
        try await goneOn(from: try await runOnce(program, in: folder), of: program, in: folder)
    }

    /// - Parameter seconds: What is left of the lesson's time; nil for all of it.
    func runOnce(_ program: LessonProgram, in folder: String, seconds: Double? = nil) async throws -> Ran {
        let broken = program.certainFaults
        if !broken.isEmpty { return Ran(transcript: Transcript(failures: broken)) }
        let work = try WorkFolder()
        switch try await compile(Batch([program]), in: work.path) {
        case .executable(let executable, let warnings):
            return try await execute(executable, [], of: program, in: folder, warnings: warnings, seconds: seconds)
        case .failed(let output): return Ran(transcript: Transcript(failures: findings(in: output, of: program)))
        case .gaveUp(let how): return Ran(transcript: gaveUp(how, on: program))
        }
    }

    /// What the compiler said of a program that was compiled alone.
    func findings(in output: String, of program: LessonProgram) -> [Finding] {
        let statements = program.statementsForValues
        if !statements.isEmpty { return statements }
        let findings = Diagnostics.findings(in: output, files: program.files)
        guard findings.isEmpty else { return findings }
        return [
            Finding(
                .error, code: "compiler-failed", at: Place(file: program.file, line: 1),
                "the lesson's program did not compile, and the compiler names no line of the lesson",
                notes: output.split(separator: "\n").prefix(5).map { String($0).replacing(Self.workPath.regex, with: "") })
        ]
    }

    /// Where a program lay while it was compiled, which tells nobody anything.
    private static let workPath = Pattern(/\S*\/lectern-[-0-9A-F]{36}\/(?:part[-0-9]+\/)?/)

    /// The limits that hold for one lesson, for all its runs together.
    func limits(for program: LessonProgram) -> Limits {
        var limits = limits
        limits.seconds =
            timeLimit ?? program.lesson.frontMatter.timeLimit.map { min($0, longestOwnTime) } ?? limits.seconds
        return limits
    }

    /// - Parameters:
    ///   - warnings: What the compiler said, of other lessons too.
    ///   - seconds: What is left of the lesson's time; nil for all of it.
    func execute(
        _ executable: String, _ arguments: [String], of program: LessonProgram, in folder: String, warnings: String,
        seconds: Double? = nil
    ) async throws -> Ran {
        var limits = limits(for: program)
        let whole = limits.seconds
        limits.seconds = max(0, seconds ?? whole)
        func refused(_ finding: Finding) -> Ran { Ran(transcript: Transcript(failures: [finding])) }
        if isolation.isAny, let scattered = view.finding(for: program.file) { return refused(scattered) }
        let places = LessonFolder(folder, writes: program.lesson.frontMatter.writes, in: view)
        if let finding = places.finding(for: program.file, in: view) { return refused(finding) }
        let records = try RecordPair()
        var reader = TranscriptReader(key: records.key, files: program.files, places: program.places)
        let hear = hear
        reader.hear = { hear(program.file, $0) }
        var options = PlatformOptions()
        options.processGroupID = 0
        let own = try WorkFolder()
        let command = command(executable, arguments, writable: places.writable, temporary: own.path, limits)
        let start = ContinuousClock.now
        let result = try await Subprocess.run(
            .path(FilePath(command.program)), arguments: Arguments(command.arguments), environment: command.environment,
            workingDirectory: FilePath(folder), platformOptions: options,
            input: .fileDescriptor(records.lessons, closeAfterSpawningProcess: true), output: .sequence, error: .sequence
        ) { [reader] child in
            try await ChildReader(limits: limits, command: command, folders: [own.path] + places.writable).read(
                child, records: records, into: reader)
        }
        let taken = (ContinuousClock.now - start) / .seconds(1)
        let written = WrittenSources(setAsideFrom: places.writable)
        if let finding = written.finding(for: program.file, in: places.path) { return refused(finding) }
        let ended = result.closureResult
        reader = ended.reader
        let errors = CellErrors(ended.errors, mark: records.key.mark, cells: reader.begun)
        // What could not be followed is compiled, and says what is wrong with it, if anything is.
        if reader.hasUnanswered, !program.compilesAll {
            var again = try await runOnce(program.compilingAll, in: folder, seconds: limits.seconds - taken)
            again.seconds += taken
            return again
        }
        if let finding = finding(
            for: ended.cause, status: result.terminationStatus, errors: errors.text, reader, program, limits,
            whole: whole)
        {
            reader.fail(finding)
        } else {
            for (cell, text) in errors.byCell.sorted(by: { $0.key < $1.key }) { reader.add(.warned(text), to: cell) }
        }
        var transcript = reader.transcript
        transcript.warnings = program.warnings(in: warnings)
        transcript.isolation = isolation.level
        return Ran(transcript: transcript, seconds: taken)
    }

    private func finding(
        for cause: ChildReader.Cause, status: TerminationStatus, errors: String, _ reader: TranscriptReader,
        _ program: LessonProgram, _ limits: Limits, whole seconds: Double
    ) -> Finding? {
        let place = program.places[reader.currentCell] ?? Place(file: program.file, line: 1)
        switch cause {
        case .timedOut:
            let time = NumberFormat.shortest.text(seconds)
            let again =
                limits.seconds < seconds
                ? ", all runs of the lesson together, of which each cell that may fail and each claim that can't be computed takes "
                    + "one more," : ""
            return Finding(
                .error, code: RunLimit.time.rawValue, at: place,
                "this cell was still running after \(time) s\(again) and was stopped; look for a loop that doesn't end, or give it "
                    + "longer with `time-limit:` in the front matter")
        case .flooded(let bytes):
            return Finding(
                .error, code: RunLimit.output.rawValue, at: place,
                "the lesson wrote more than \(bytes >> 20) MB and was stopped; print less")
        case .recorded:
            return Finding(
                .error, code: RunLimit.output.rawValue, at: place,
                "the lesson showed more than \(limits.records) figures, tables, claims and the like and was stopped; show fewer"
            )
        case .tooLarge:
            return Finding(
                .error, code: RunLimit.memory.rawValue, at: place,
                "this cell used more than \(limits.megabytes) MB of memory and was stopped; work on less at a time")
        case .crowded:
            return Finding(
                .error, code: RunLimit.threads.rawValue, at: place,
                "this cell had more than \(limits.threads) threads at once and was stopped; start fewer")
        case .filled:
            return Finding(
                .error, code: RunLimit.disk.rawValue, at: place,
                "this cell wrote more than \(limits.diskMegabytes) MB to files and was stopped; write less, or remove what isn't "
                    + "needed any more")
        case .unmeasured:
            return Finding(
                .error, code: RunLimit.disk.rawValue, at: place,
                "what this cell wrote can't be measured, because folders are more than \(HeldFolder.deepest) deep or can't be looked "
                    + "into, so the lesson was stopped; make fewer folders in each other, with the usual rights")
        case .multiplied:
            return Finding(
                .error, code: RunLimit.programs.rawValue, at: place,
                "this cell started another process and was stopped; a lesson may start threads, but no programs")
        case .ended: break
        }
        if let broken = notRun(status, errors, program) { return broken }
        if let stopped = Crash.stopped(errors, files: program.files) { return stopped }
        if status.isSuccess, reader.isFinished { return nil }
        if let thrown = Crash.threw(errors, files: program.files, cell: place) { return thrown }
        var signal: Int32?
        if case .signaled(let number) = status { signal = number }
        if let trapped = Crash.trapped(errors, files: program.files, signal: signal, cell: place) { return trapped }
        return Finding(
            .error, code: "ended-early", at: place,
            status.isSuccess
                ? "the lesson ended in this cell, before its last line; don't return from a cell and don't call exit"
                : "the lesson's program ended in this cell (\(status)); don't call exit")
    }
}
