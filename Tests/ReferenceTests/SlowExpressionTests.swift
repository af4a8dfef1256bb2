import Cells
import Foundation
import Testing

@testable import Reference

/// An expression in which the compiler would look for types for half a minute is named, with what to write.
struct SlowExpressionTests {
    private static let lesson = """
        import Lectern
        let n = 4
        let weights = (0..<4).map { i in
            (0..<4).map { j in (i == j ? 0.5 : -0.25) * 2 + 0.1 * Double(i) + 0.2 * Double(j) - 1 / Double(i + j + 1) - 3 / -Double(i - j - 9) }
        }
        """

    private static let option = "-solver-expression-time-threshold="

    @Test func `the line of an expression that takes too long is named, and what to write`() async throws {
        let toolchain = try Toolchain.located(executable: CommandLine.arguments[0])
        let folder = URL(filePath: NSTemporaryDirectory()).appending(path: "lectern-slow-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data(Self.lesson.utf8).write(to: folder.appending(path: "main.swift"))
        let usual = toolchain.arguments(compiling: ["main.swift"], to: "slow", moduleCache: "modules")
        #expect(usual.contains { $0.hasPrefix(Self.option) })
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: toolchain.compiler)
        // As every lesson is compiled, but with a patience of one second, so that nobody waits for this test.
        process.arguments = usual.map { $0.hasPrefix(Self.option) ? Self.option + "1" : $0 }
        process.currentDirectoryURL = folder
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let said = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus != 0)
        let errors = said.matches(of: /main\.swift:(\d+):\d+: error: (.*)/)
        let error = try #require(errors.first, "\(said)")
        #expect(["3", "4"].contains(String(error.1)))
        let advice = CompilerAdvice(try await TheReference.get())
        #expect(advice.note(for: String(error.2), code: "", column: 1)?.contains("-> Double in") == true, "\(error.2)")
    }

    @Test func `with its types said the same expression compiles`() throws {
        let said = Self.lesson.replacing("{ i in", with: "{ (i: Int) -> [Double] in")
            .replacing(
                "{ j in (i == j ? 0.5 : -0.25) * 2 +",
                with: "{ (j: Int) -> Double in\n let part: Double = (i == j ? 0.5 : -0.25) * 2\n return part +")
        let toolchain = try Toolchain.located(executable: CommandLine.arguments[0])
        let folder = URL(filePath: NSTemporaryDirectory()).appending(path: "lectern-slow-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data(said.utf8).write(to: folder.appending(path: "main.swift"))
        let process = Process()
        process.executableURL = URL(filePath: toolchain.compiler)
        process.arguments = toolchain.arguments(compiling: ["main.swift"], to: "slow", moduleCache: "modules")
        process.currentDirectoryURL = folder
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }
}
