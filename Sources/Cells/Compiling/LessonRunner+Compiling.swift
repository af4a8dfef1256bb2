import Exhibits
import Foundation

extension LessonRunner {
    enum Compiled: Sendable {
        /// The program, and what the compiler said of it.
        case executable(String, warnings: String)
        /// What the compiler said.
        case failed(String)
        /// It came to no end, or to none of its own.
        case gaveUp(Surrender)

        init(_ outcome: CompilerCall.Outcome, executable: String) {
            switch outcome {
            case .ended(let output, isSuccess: true): self = .executable(executable, warnings: output)
            case .ended(let output, isSuccess: false): self = .failed(output)
            case .timedOut: self = .gaveUp(.tookTooLong)
            case .crashed: self = .gaveUp(.crashed)
            }
        }
    }

    enum Surrender: Sendable { case tookTooLong, crashed }

    func compile(_ batch: Batch, in work: String) async throws -> Compiled {
        let folder = work + "/" + batch.name
        for path in [folder, moduleCache] {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        }
        let files = batch.files
        for (name, text) in files { try text.write(toFile: "\(folder)/\(name)", atomically: false, encoding: .utf8) }
        let sources = files.map { "\(folder)/\($0.name)" }
        let executable = folder + "/lesson"
        let seconds = limits.compilingSeconds(for: batch.programs.count)
        let isShared = batch.programs.count > 1
        if let direct {
            let object = executable + ".o"
            let call = direct.call(
                compiling: sources, to: object, linkedTo: executable, moduleCache: moduleCache, seconds: seconds)
            let compiled = Compiled(try await isolated(call, in: work, isShared: isShared).run(), executable: executable)
            // With an object file what failed was the linker.
            guard case .failed = compiled, FileManager.default.fileExists(atPath: object) else { return compiled }
        }
        let call = CompilerCall(
            compiler: toolchain.compiler,
            arguments: toolchain.arguments(compiling: sources, to: executable, moduleCache: moduleCache), seconds: seconds)
        return Compiled(try await isolated(call, in: work, isShared: isShared).run(), executable: executable)
    }

    /// The same call under the rules that hold for compilers.
    private func isolated(_ call: CompilerCall, in work: String, isShared: Bool) -> CompilerCall {
        var call = call
        if isShared { call.patience = Limits.sharedPatience }
        call.jail = compilerJail(in: work, seconds: call.seconds)
        if isolation.isAny { call.environment = ChildVariables.compiler(temporary: work).environment() }
        return call
    }

    /// What is said of a lesson whose compilation came to no end of its own.
    func gaveUp(_ surrender: Surrender, on program: LessonProgram) -> Transcript {
        let place = Place(file: program.file, line: 1)
        let finding =
            switch surrender {
            case .tookTooLong:
                Finding(
                    .error, code: "compile-limit", at: place,
                    "the compiler was still busy with this lesson after \(NumberFormat.shortest.text(limits.compilingSeconds)) s "
                        + "and was stopped; give long literals their type (`let x: [Double] = …`), put many numbers into a data "
                        + "file, and divide long expressions")
            case .crashed:
                Finding(
                    .error, code: "compiler-crash", at: place,
                    "the compiler itself crashed on this lesson; expressions of thousands of terms, or nested very deeply, do that: "
                        + "divide them, and put many numbers into a data file")
            }
        return Transcript(failures: [finding])
    }
}
