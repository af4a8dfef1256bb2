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

    func runOnce(_ program: LessonProgram, in folder: String) async throws -> Transcript {
        let broken = program.certainFaults
        if !broken.isEmpty { return Transcript(failures: broken) }
        let work = try WorkFolder()
        switch try await compile(Batch([program]), in: work.path) {
        case .executable(let executable, let warnings):
            return try await execute(executable, [], of: program, in: folder, warnings: warnings)
        case .failed(let output): return Transcript(failures: findings(in: output, of: program))
        case .gaveUp(let how): return gaveUp(how, on: program)
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
                notes: output.split(separator: "\n").prefix(5).map(String.init))
        ]
    }

    /// The limits that hold for one lesson.
    private func limits(for program: LessonProgram) -> Limits {
        var limits = limits
        limits.seconds = timeLimit ?? program.lesson.frontMatter.timeLimit ?? limits.seconds
        return limits
    }

    /// - Parameter warnings: What the compiler said, of other lessons too.
    func execute(
        _ executable: String, _ arguments: [String], of program: LessonProgram, in folder: String, warnings: String
    ) async throws -> Transcript {
        let limits = limits(for: program)
        if isolation.isAny, let scattered = view.finding(for: program.file) { return Transcript(failures: [scattered]) }
        let places = LessonFolder(folder, writes: program.lesson.frontMatter.writes, in: view)
        if let refused = places.finding(for: program.file, in: view) { return Transcript(failures: [refused]) }
        let records = try RecordPair()
        var reader = TranscriptReader(key: records.key, files: program.files, places: program.places)
        let hear = hear
        reader.hear = { hear(program.file, $0) }
        var options = PlatformOptions()
        options.processGroupID = 0
        let own = try WorkFolder()
        let command = command(executable, arguments, writable: places.writable, temporary: own.path, limits)
        let result = try await Subprocess.run(
            .path(FilePath(command.program)), arguments: Arguments(command.arguments), environment: command.environment,
            workingDirectory: FilePath(folder), platformOptions: options,
            input: .fileDescriptor(records.lessons, closeAfterSpawningProcess: true), output: .sequence, error: .sequence
        ) { [reader] child in
            try await ChildReader(limits: limits, command: command, folders: [own.path] + places.writable).read(
                child, records: records, into: reader)
        }
        let written = WrittenSources(setAsideFrom: places.writable)
        if let refused = written.finding(for: program.file, in: places.path) { return Transcript(failures: [refused]) }
        let ended = result.closureResult
        reader = ended.reader
        let errors = CellErrors(ended.errors, mark: records.key.mark, cells: reader.begun)
        // What could not be followed is compiled, and says what is wrong with it, if anything is.
        if reader.hasUnanswered, !program.compilesAll { return try await runOnce(program.compilingAll, in: folder) }
        if let finding = finding(
            for: ended.cause, status: result.terminationStatus, errors: errors.text, reader, program, limits)
        {
            reader.fail(finding)
        } else {
            for (cell, text) in errors.byCell.sorted(by: { $0.key < $1.key }) { reader.add(.warned(text), to: cell) }
        }
        var transcript = reader.transcript
        transcript.warnings = program.warnings(in: warnings)
        transcript.isolation = isolation.level
        return transcript
    }

    private func finding(
        for cause: ChildReader.Cause, status: TerminationStatus, errors: String, _ reader: TranscriptReader,
        _ program: LessonProgram, _ limits: Limits
    ) -> Finding? {
        let place = program.places[reader.currentCell] ?? Place(file: program.file, line: 1)
        switch cause {
        case .timedOut:
            return Finding(
                .error, code: "time-limit", at: place,
                "this cell was still running after \(NumberFormat.shortest.text(limits.seconds)) s and was stopped; look for a loop that doesn't end, or give it longer with "
                    + "`time-limit:` in the front matter")
        case .flooded(let bytes):
            return Finding(
                .error, code: "output-limit", at: place,
                "the lesson wrote more than \(bytes >> 20) MB and was stopped; print less")
        case .recorded:
            return Finding(
                .error, code: "output-limit", at: place,
                "the lesson showed more than \(limits.records) figures, tables, claims and the like and was stopped; show fewer")
        case .tooLarge:
            return Finding(
                .error, code: "memory-limit", at: place,
                "this cell used more than \(limits.megabytes) MB of memory and was stopped; work on less at a time")
        case .crowded:
            return Finding(
                .error, code: "thread-limit", at: place,
                "this cell had more than \(limits.threads) threads at once and was stopped; start fewer")
        case .filled:
            return Finding(
                .error, code: "disk-limit", at: place,
                "this cell wrote more than \(limits.diskMegabytes) MB to files and was stopped; write less, or remove what isn't "
                    + "needed any more")
        case .unmeasured:
            return Finding(
                .error, code: "disk-limit", at: place,
                "what this cell wrote can't be measured, because folders are more than \(HeldFolder.deepest) deep or can't be looked "
                    + "into, so the lesson was stopped; make fewer folders in each other, with the usual rights")
        case .multiplied:
            return Finding(
                .error, code: "started-program", at: place,
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
