import Exhibits
import Lessons
import Testing
import Storage
import TestFolders

@testable import Publishing

/// What would break: a reader gets Lectern's file where the lesson means the course's, and nobody is told.
struct HiddenFilesTests {
    private static func findings(_ text: String, in folder: Folder) -> [Finding] {
        let lesson = Lesson.parsed(source: text, file: "a.md")
        return HiddenFiles(
            lesson, of: folder("l"), door: CourseDoor(folder("l")), written: ["a/fig-x.svg": Array("ours".utf8)],
            shared: { $0 == "assets/katex.css" ? Array("ours".utf8) : nil }
        ).findings
    }

    @Test(arguments: [
        "[x](assets/katex.css)", "![x](a/fig-x.svg)", "See ![x](a/fig-x.svg).", "[x](./assets/search/b.js?v#w)",
    ])
    func `a file that can't be published beside Lectern's own is a finding at its link`(link: String) throws {
        let files = ["l/assets/katex.css": "mine", "l/a/fig-x.svg": "mine", "l/assets/search/b.js": "mine"]
        let folder = try Folder(files)
        let findings = Self.findings("# A\n\n\(link)\n", in: folder)
        #expect(findings.map(\.code) == ["same-file"])
        #expect(findings.map(\.place.line) == [3])
        #expect((findings.first?.place.column ?? 1) > 1)
    }

    @Test(arguments: [
        "[x](assets/katex.css)", "[x](assets/own.css)", "[x](https://a.example/assets/katex.css)", "![x](a/fig-x.svg)",
        "[x](b.csv)",
    ])
    func `where the course has no such file, or the same, nothing is said`(link: String) throws {
        let folder = try Folder(["l/assets/own.css": "mine", "l/b.csv": "1", "l/a/fig-x.svg": "ours"])
        #expect(Self.findings("# A\n\n\(link)\n", in: folder).isEmpty)
    }
}
