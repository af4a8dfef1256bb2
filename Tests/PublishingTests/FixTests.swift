import Exhibits
import Testing
import TestFolders

@testable import Publishing

struct FixTests {
    private func result(_ file: String, _ claims: [(bytes: Range<Int>, old: String, new: String?, holds: Bool)]) -> CourseResult
    {
        CourseResult(lessons: [
            .init(
                file: file,
                claims: claims.map {
                    .init(
                        place: Place(file: file, line: 1, column: $0.bytes.lowerBound + 1), written: $0.old, expression: "x",
                        verdict: "wrong", computed: nil, holds: $0.holds, correction: $0.new, bytes: $0.bytes)
                })
        ])
    }

    @Test func `exactly the false numbers change, every other byte stays`() throws {
        let folder = try Folder(["a.md": "\t[0.1](x) [0.25](y)\r\nend, no newline [0.3](z)"])
        let file = folder("a.md")
        let fixes = result(
            file, [(2..<5, "0.1", "0.125", false), (11..<15, "0.25", nil, false), (38..<41, "0.3", "0.4", true)]
        ).fixes(strict: false)
        let fixed = try FixedFiles(fixes)
        #expect(
            fixed.diff == """
                --- \(file)
                +++ \(file)
                @@ -1,2 +1,2 @@
                -\t[0.1](x) [0.25](y)\r
                +\t[0.125](x) [0.25](y)\r
                 end, no newline [0.3](z)
                \\ No newline at end of file

                """)
        #expect(folder.text("a.md")?.contains("0.125") == false)
        try fixed.write()
        #expect(folder.text("a.md") == "\t[0.125](x) [0.25](y)\r\nend, no newline [0.3](z)")
    }

    @Test func `a file that changed meanwhile is left alone`() throws {
        let folder = try Folder(["a.md": "x[0.1](x)"])
        let fixed = try FixedFiles(result(folder("a.md"), [(1..<4, "0.1", "0.2", false)]).fixes(strict: false))
        #expect(fixed.diff.isEmpty)
    }

    @Test func `digits that are cut off are rounded where that is asked for, in lists number by number`() throws {
        let folder = try Folder(["a.md": "x[0.75 0.772](y)"])
        let place = Place(file: folder("a.md"), line: 1, column: 3)
        func line(_ written: String, _ verdict: String, _ correction: String?, _ bytes: Range<Int>) -> CourseResult.ClaimLine {
            CourseResult.ClaimLine(
                place: place, written: written, expression: "y", verdict: verdict, computed: nil, holds: true,
                correction: correction, bytes: bytes)
        }
        var list = line("0.75 0.772", "truncated", nil, 2..<12)
        list.numbers = [line("0.75", "exact", nil, 2..<6), line("0.772", "truncated", "0.773", 7..<12)]
        let result = CourseResult(lessons: [.init(file: folder("a.md"), claims: [list])])
        #expect(result.fixes(strict: false).isEmpty)
        #expect(result.fixes(strict: true).map(\.new) == ["0.773"])
    }
}
