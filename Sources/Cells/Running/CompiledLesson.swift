import Exhibits

/// A lesson's program, compiled to be run many times, each time with another seed.
public struct CompiledLesson: Sendable {
    fileprivate let program: LessonProgram
    fileprivate let executable: String
    fileprivate let warnings: String
    /// Holds the executable as long as somebody may run it.
    fileprivate let work: WorkFolder
}

extension LessonRunner {
    /// What came of compiling a lesson for many runs.
    public enum Compilation: Sendable {
        case compiled(CompiledLesson)
        case failed([Finding])
    }

    /// Compiles all of a lesson, so that no run has to compile what it couldn't follow.
    public func compiled(_ program: LessonProgram) async throws -> Compilation {
        let program = program.compilingAll
        let broken = program.certainFaults
        if !broken.isEmpty { return .failed(broken) }
        let work = try WorkFolder()
        switch try await compile(Batch([program]), in: work.path) {
        case .executable(let executable, let warnings):
            return .compiled(CompiledLesson(program: program, executable: executable, warnings: warnings, work: work))
        case .failed(let output): return .failed(findings(in: output, of: program))
        case .gaveUp(let how): return .failed(gaveUp(how, on: program).failures)
        }
    }

    /// Runs a compiled lesson in a process of its own, isolated as any.
    public func run(_ lesson: CompiledLesson, in folder: String, variant: UInt64) async throws -> Transcript {
        var runner = self
        runner.variant = variant
        let ran = try await runner.execute(
            lesson.executable, [], of: lesson.program, in: folder, warnings: lesson.warnings)
        return lesson.program.fulfilled(ran.transcript)
    }
}
