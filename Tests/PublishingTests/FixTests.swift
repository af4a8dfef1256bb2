import Exhibits
import Testing

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
        ).fixes
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
        let fixed = try FixedFiles(result(folder("a.md"), [(1..<4, "0.1", "0.2", false)]).fixes)
        #expect(fixed.diff.isEmpty)
    }
}
