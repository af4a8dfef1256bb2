import Exhibits
import Foundation
import Subprocess
import SystemPackage

/// Compiles and runs lessons' programs as child processes.
public struct LessonRunner: Sendable {
    public var toolchain: Toolchain
    public var limits: Limits
    /// Where compiled modules are kept between runs.
    public var moduleCache: String

    public init(toolchain: Toolchain, limits: Limits = Limits(), moduleCache: String) {
        self.toolchain = toolchain
        self.limits = limits
        self.moduleCache = moduleCache
    }

    /// Runs `program` in `folder`, the folder of its lesson. What goes wrong is a failure in the transcript.
    public func run(_ program: LessonProgram, in folder: String) async throws -> Transcript {
        let work = try WorkFolder()
        switch try await compile(Batch([program]), in: work.path) {
        case .executable(let executable): return try await execute(executable, [], of: program, in: folder)
        case .failed(let output): return Transcript(failures: findings(in: output, of: program))
        }
    }

    enum Compiled: Sendable {
        case executable(String)
        /// What the compiler said.
        case failed(String)
    }

    func compile(_ batch: Batch, in work: String) async throws -> Compiled {
        let folder = work + "/" + batch.name
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let files = batch.files
        for (name, text) in files { try text.write(toFile: "\(folder)/\(name)", atomically: false, encoding: .utf8) }
        let result = try await Subprocess.run(
            .path(FilePath(toolchain.compiler)),
            arguments: Arguments(
                toolchain.arguments(
                    compiling: files.map { "\(folder)/\($0.name)" }, to: folder + "/lesson", moduleCache: moduleCache)),
            output: .string(limit: 1 << 24), error: .combinedWithOutput)
        return result.terminationStatus.isSuccess ? .executable(folder + "/lesson") : .failed(result.standardOutput)
    }

    /// What the compiler said of a program that was compiled alone.
    func findings(in output: String, of program: LessonProgram) -> [Finding] {
        let findings = Diagnostics.findings(in: output, file: program.file)
        guard findings.isEmpty else { return findings }
        return [
            Finding(
                .error, code: "compiler-failed", at: Place(file: program.file, line: 1),
                "the lesson's program did not compile, and the compiler names no line of the lesson",
                notes: output.split(separator: "\n").prefix(5).map(String.init))
        ]
    }

    func execute(
        _ executable: String, _ arguments: [String], of program: LessonProgram, in folder: String
    ) async throws -> Transcript {
        var options = PlatformOptions()
        options.processGroupID = 0
        let kilobytes = limits.megabytes * 1024
        let result = try await Subprocess.run(
            .path("/bin/sh"),
            arguments: Arguments(["-c", "ulimit -v \(kilobytes); exec \"$0\" \"$@\"", executable] + arguments),
            environment: .inherit.updating(["SWIFT_BACKTRACE": "enable=yes,color=no,interactive=no,limit=16"]),
            workingDirectory: FilePath(folder), platformOptions: options, input: .none, output: .sequence, error: .sequence
        ) { child in
            try await ChildReader(limits: limits).read(child)
        }
        let (ended, errors) = result.closureResult
        var reader = ended.reader
        reader.end()
        if let finding = finding(for: ended.cause, status: result.terminationStatus, errors: errors, reader, program) {
            reader.fail(finding)
        } else if !errors.isEmpty {
            reader.add(Transcript.Output.warned(errors))
        }
        return reader.transcript
    }

    private func finding(
        for cause: ChildReader.Cause, status: TerminationStatus, errors: String, _ reader: TranscriptReader,
        _ program: LessonProgram
    ) -> Finding? {
        let place = program.places[reader.currentCell] ?? Place(file: program.file, line: 1)
        switch cause {
        case .timedOut:
            return Finding(
                .error, code: "time-limit", at: place,
                "this cell was still running after \(Int(limits.seconds)) s and was stopped; look for a loop that doesn't end")
        case .flooded:
            return Finding(
                .error, code: "output-limit", at: place,
                "the lesson wrote more than \(limits.outputBytes >> 20) MB and was stopped; print less")
        case .ended: break
        }
        if let stopped = Crash.stopped(errors, file: program.file) { return stopped }
        if status.isSuccess, reader.isFinished { return nil }
        if let trapped = Crash.trapped(errors, file: program.file) { return trapped }
        if let thrown = errors.split(separator: "\n").first(where: { $0.hasPrefix("lectern: the lesson threw: ") }) {
            let message = thrown.dropFirst("lectern: the lesson threw: ".count)
            return Finding(
                .error, code: "thrown-error", at: place, "this cell threw an error: \(message); catch it or mend its cause")
        }
        return Finding(
            .error, code: "ended-early", at: place,
            status.isSuccess
                ? "the lesson's program ended here by itself; don't call exit in a cell"
                : "the lesson's program ended here (\(status))")
    }
}
