import Exhibits
import Foundation
import Testing

@testable import Lessons

/// The lessons that come with Lectern, as a sample of real text.
struct CourseTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "lessons")

    static let files = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? [])
        .filter { $0.hasSuffix(".md") }.sorted()

    @Test(arguments: files)
    func `every claim's bytes hold its written number, and nothing is found wrong`(file: String) throws {
        let source = try String(contentsOf: Self.folder.appending(path: file), encoding: .utf8)
        let lesson = Lesson.parsed(source: source, file: file)
        #expect(lesson.findings.isEmpty)
        // A page without cells, like the glossary, has nothing to claim.
        #expect(lesson.claims.isEmpty == lesson.cells.isEmpty)
        // Code shows how a claim is written, and claims nothing.
        let prose = source.replacing(/`[^`\n]+`/, with: "")
        #expect(lesson.claims.count == prose.matches(of: /\]\(<?claim:|\\claim\{/).count)
        let bytes = Array(source.utf8)
        let lines = source.split(separator: "\n", omittingEmptySubsequences: false).map { Array($0.utf8) }
        for claim in lesson.claims {
            #expect(String(decoding: bytes[claim.bytes], as: UTF8.self) == claim.written)
            let line = lines[claim.expressionPlace.line - 1].dropFirst(claim.expressionPlace.column - 1)
            // A link's address has its angle brackets behind a backslash.
            let text = String(decoding: line, as: UTF8.self).replacing("\\<", with: "<").replacing("\\>", with: ">")
            #expect(text.hasPrefix(claim.expression))
        }
    }
}
