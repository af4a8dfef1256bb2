import Foundation
import Subprocess
import SystemPackage
import Testing

/// A course in which nearly every lesson attacks, built as CI builds it. What would break: one of them reaches the machine,
/// another lesson or the verdict.
@Suite(.serialized)
struct HostileCourseOfLessonsTests {
    enum Builder: String, CaseIterable { case user, nobody, withoutNamespaces }

    private static let launcher = URL(filePath: Tool.path).deletingLastPathComponent().appending(path: "lectern-jail").path()
    private static let innocent =
        "# Good\n\n```{swift}\nlet sum = 1.0 + 2.0\n```\n\nIt is [3](<claim: sum>), and $2 \\cdot \\claim{3}{sum} = 6$.\n"

    private static func course() throws -> Tool {
        var files = [
            "c/.git/config": "TOPSECRET", "outside.md": "TOPSECRET", "secret": "TOPSECRET", "c/good.md": innocent,
            "c/better.md": innocent, "c/last/best.md": innocent, "c/data.csv": "1,2\n", "c/theme/theme.css": "b {}",
        ]
        for lesson in HostileLesson.all { files["c/\(lesson.name).md"] = lesson.text }
        let tool = try Tool(files)
        mkfifo(tool.folder + "/c/pipe.txt", 0o600)
        for (name, target) in [("leak.png", "../secret"), ("zero.bib", "/dev/zero"), ("l", ".")] {
            try FileManager.default.createSymbolicLink(atPath: tool.folder + "/c/" + name, withDestinationPath: target)
        }
        for name in ["home", "tmp"] {
            try FileManager.default.createDirectory(atPath: tool.folder + "/" + name, withIntermediateDirectories: true)
        }
        return tool
    }

    /// nil where this machine can't be asked so.
    private static func before(_ builder: Builder, in folder: String) throws -> [String]? {
        switch builder {
        case .user: return []
        case .nobody:
            guard getuid() == 0, FileManager.default.isExecutableFile(atPath: "/usr/bin/setpriv") else { return nil }
            for path in [""] + (FileManager.default.subpaths(atPath: folder) ?? []).map({ "/" + $0 }) {
                lchown(folder + path, 65534, 65534)
            }
            return ["/usr/bin/setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups"]
        case .withoutNamespaces: return [launcher, "--spawns", "--seccomp", "--"]
        }
    }

    @Test(arguments: Builder.allCases)
    func `every attack fails with its finding at its line, and innocent lessons are right`(builder: Builder) async throws {
        let tool = try Self.course()
        defer { tool.remove() }
        guard let before = try Self.before(builder, in: tool.folder) else { return }
        let words = before + [Tool.path, "build", "c", "--output", "out"]
        let result = try await Subprocess.run(
            .path(FilePath(words[0])), arguments: Arguments(Array(words.dropFirst())),
            environment: .inherit.updating([
                "CI": "true", "LECTERN_TEST_SECRET": "TOPSECRET", "HOME": tool.folder + "/home",
                "TMPDIR": tool.folder + "/tmp",
            ]), workingDirectory: FilePath(tool.folder), input: .none, output: .string(limit: 1 << 22),
            error: .combinedWithOutput)
        let all = result.standardOutput
        // Where nothing isolates, nothing is run; and where the build lies in a folder that only root enters, nothing can be.
        if case .exited(69) = result.terminationStatus, all.contains("can't be isolated") { return }
        if case .exited(126...127) = result.terminationStatus { return }
        #expect(result.terminationStatus == .exited(2), "\(all)")

        for lesson in HostileLesson.all {
            let findings = all.split(separator: "\n").filter { $0.hasPrefix("c/\(lesson.name).md:") }
            guard let line = lesson.line else { continue }
            let right = findings.contains { $0.hasPrefix("c/\(lesson.name).md:\(line):") && $0.contains(lesson.says) }
            #expect(right, "\(lesson.name) on line \(line): \(findings.joined(separator: "\n"))")
        }
        // Nothing of it spoke to the terminal or the runner, and nothing secret was said.
        #expect(!all.contains("\u{1B}") && !all.contains("\n::") && !all.contains("TOPSECRET"))
        #expect(all.utf8.count < 200_000)

        let files = try tool.files(below: "out")
        #expect(!files.values.contains { $0.firstRange(of: Data("TOPSECRET".utf8)) != nil })
        for name in ["good", "better", "last/best"] {
            let page = String(decoding: files["\(name).html"] ?? Data(), as: UTF8.self)
            #expect(page.contains("lectern") && !all.contains("c/\(name).md:"), "\(name)")
            #expect(tool.text("c/\(name).md") == Self.innocent)
        }
        #expect(tool.text("c/data.csv") == "1,2\n")
        #expect(!FileManager.default.fileExists(atPath: tool.folder + "/elsewhere"))
        #expect(!FileManager.default.fileExists(atPath: tool.folder + "/c/made/new.md"))
        let verified = tool.text("out/verification.json") ?? ""
        #expect(verified.components(separatedBy: "\"verdict\" : \"exact\"").count - 1 == 6, "\(verified)")
        let left = try FileManager.default.contentsOfDirectory(atPath: tool.folder + "/tmp")
        #expect(left.allSatisfy { $0.hasSuffix(".lock") }, "\(left)")
    }
}
