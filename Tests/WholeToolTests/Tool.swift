import Foundation
import Subprocess
import SystemPackage

/// The real program, run on a small course in a folder of its own.
struct Tool {
    /// What a run left.
    struct Run {
        var code: Int32
        var output: String
        var errors: String
        /// What a person sees.
        var all: String { output + errors }
    }

    /// Where the build put the program: beside the tests.
    static let path: String = {
        if let named = ProcessInfo.processInfo.environment["LECTERN"] { return named }
        let tests = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
        return tests.appending(path: "lectern").path()
    }()

    /// The folder it is run in.
    let folder: String

    /// - Parameter files: their content by path.
    init(_ files: [String: String] = [:]) throws {
        folder = NSTemporaryDirectory() + "lectern-whole-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for (name, text) in files { try write(text, to: name) }
    }

    func remove() { try? FileManager.default.removeItem(atPath: folder) }

    func write(_ text: String, to name: String) throws {
        let url = URL(filePath: folder).appending(path: name)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    func text(_ name: String) -> String? { try? String(contentsOfFile: folder + "/" + name, encoding: .utf8) }

    /// Every file below a folder, with its bytes.
    func files(below name: String) throws -> [String: Data] {
        let root = folder + "/" + name
        let paths = FileManager.default.subpaths(atPath: root) ?? []
        var files: [String: Data] = [:]
        for path in paths {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: root + "/" + path, isDirectory: &isFolder), !isFolder.boolValue else {
                continue
            }
            files[path] = try Data(contentsOf: URL(filePath: root + "/" + path))
        }
        return files
    }

    func callAsFunction(_ arguments: String...) async throws -> Run { try await self(arguments) }

    /// A program can't be started while anybody has it open for writing, a child of another test between fork and exec among
    /// them: then it is tried again a moment later.
    func callAsFunction(_ arguments: [String], environment: [Environment.Key: String] = [:]) async throws -> Run {
        for _ in 0..<50 {
            do {
                return try await once(arguments, environment)
            } catch  where "\(error)".contains("Text file busy") {
                try await Task.sleep(for: .milliseconds(100))
            }
        }
        return try await once(arguments, environment)
    }

    private func once(_ arguments: [String], _ environment: [Environment.Key: String]) async throws -> Run {
        let result = try await Subprocess.run(
            .path(FilePath(Self.path)), arguments: Arguments(arguments),
            // What CI=true asks of isolation, not every machine has that runs these tests.
            environment: .inherit.updating(["CI": "false"].merging(environment) { $1 }.mapValues { $0 }),
            workingDirectory: FilePath(folder), output: .string(limit: 1 << 24), error: .string(limit: 1 << 24))
        let code: Int32 =
            switch result.terminationStatus {
            case .exited(let code): code
            default: -1
            }
        return Run(code: code, output: result.standardOutput, errors: result.standardError)
    }

    /// Runs the program and kills it, with no chance to tidy up.
    func killed(_ arguments: String..., after delay: Duration) async throws {
        let process = Process()
        process.executableURL = URL(filePath: Self.path)
        process.arguments = arguments
        process.currentDirectoryURL = URL(filePath: folder)
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        try await Task.sleep(for: delay)
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }
}
