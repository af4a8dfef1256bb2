import Foundation
import Subprocess
import SystemPackage

/// A small set of attacks, tried in the jail of this machine, and beside each what an honest lesson does.
public struct IsolationTrial: Sendable {
    /// One act and how it went.
    public struct Act: Hashable, Sendable {
        /// Such as `open a socket to the network`.
        public var name: String
        /// Whether the jail has to allow it.
        public var isAllowed: Bool
        /// Whether it went as it should.
        public var isRight: Bool
        /// The system's name of the error, such as `EPERM`; empty where there was none.
        public var error: String
    }

    public let acts: [Act]

    /// Whether everything forbidden was refused and everything else worked.
    public var isPassed: Bool { !acts.isEmpty && acts.allSatisfy(\.isRight) }

    /// Runs the attacks under this isolation; none where nothing isolates.
    public init(_ isolation: Isolation) async throws {
        guard let launcher = isolation.launcher, isolation.isAny else {
            acts = []
            return
        }
        let work = try WorkFolder()
        let course = work.path + "/course"
        let temporary = work.path + "/temporary"
        let outside = work.path + "/secret"
        for folder in [course + "/.lectern", temporary] {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        }
        for file in [course + "/data.csv", course + "/other.md", outside] {
            try Data("1\n".utf8).write(to: URL(filePath: file))
        }
        let jail = Jail(
            isolation: isolation, readable: Jail.system, shown: CourseView(course).shown, runnable: [launcher],
            writable: [temporary], hidesInput: true, seconds: 10, megabytes: 4096)
        let result = try await Subprocess.run(
            .path(FilePath(launcher)),
            arguments: Arguments(jail.arguments(launcher, ["--attack", course, temporary, outside])),
            environment: .custom([:]), workingDirectory: FilePath(course), input: .none, output: .string(limit: 1 << 16),
            error: .discarded)
        acts = result.standardOutput.split(separator: "\n").compactMap { line in
            let words = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard words.count == 3 else { return nil }
            return Act(
                name: words[1], isAllowed: ["works", "fails"].contains(words[0]),
                isRight: ["works", "refused"].contains(words[0]),
                error: words[2])
        }
    }
}
