import Exhibits
import Foundation
import Testing

@testable import Cells

/// What would break: what a lesson writes to standard error keeps Lectern reading for hours, or a cause isn't told any more.
struct CrashTests {
    private static let files: Set = ["week/a.md", "a.md"]
    private static let cell = Place(file: "week/a.md", line: 1)

    @Test func `a stop is told at the line it names, if that is the lesson's`() {
        let found = Crash.stopped("text\nb.md:1:2: error: no\nweek/a.md:3:7: error: x: is: no\n", files: Self.files)
        #expect(found?.place == Place(file: "week/a.md", line: 3, column: 7) && found?.message == "x: is: no")
        for text in ["week/a.md:3: error: no", "week/a.md:x:7: error: no", "in week/a.md:3:7: error: no", "week/a.md:3:7: no"] {
            #expect(Crash.stopped(text, files: Self.files) == nil, "\(text)")
        }
    }

    @Test func `an error is told where it was thrown, else where its cell begins`() {
        let known = Crash.threw("lectern: the lesson threw at a.md:4:2: No()\n", files: Self.files, cell: Self.cell)
        #expect(known?.place == Place(file: "a.md", line: 4, column: 2) && known?.end == .threw("No()"))
        let unknown = Crash.threw("lectern: the lesson threw: No()\n", files: Self.files, cell: Self.cell)
        #expect(unknown?.place == Self.cell && unknown?.end == .threw("No()"))
    }

    @Test(arguments: [
        ("lesson/x.swift:3: Fatal error: Index out of range", CellEnd.trapped("Index out of range")),
        ("x: Precondition failed", .unmet), ("x: Precondition failed: Fatal error: y", .trapped("Fatal error: y")),
        (
            "Could not cast value of type 'Swift.String' (0x7f) to '(unknown context at $1f2e).Bad' (0x8e).",
            .wrongCast(from: "String", to: "Bad")
        ),
    ])
    func `a trap has the runtime's words and the innermost line of the lesson`(line: String, end: CellEnd) {
        let trace = "at a.md:9:9\n*** Program crashed:\n0 f() in x at /swift/a.swift:1:1\n1 g() in x at /c/week/a.md:5:6\n"
        let found = Crash.trapped(line + "\n" + trace, files: Self.files, signal: nil, cell: Self.cell)
        #expect(found?.end == end)
        #expect(found?.place == Place(file: "week/a.md", line: 5, column: 6))
    }

    @Test(
        .timeLimit(.minutes(10)),
        arguments: [
            "Could not cast value of type '", "' () to '", " at ", " at a.md:", "a.md:1:", ": error: ", "Fatal error",
            "Fatal error: ", "(unknown context at $", "lesson.", "lectern: the lesson threw", "week/", "crashed:\n",
        ])
    func `a megabyte of anything that causes are told by is read to its end`(piece: String) {
        for start in ["", "Could not cast value of type '", "Fatal error: ", "lectern: the lesson threw at ", "a.md:1:"] {
            let text = start + String(repeating: piece, count: (1 << 20) / piece.utf8.count)
            _ = Crash.stopped(text, files: Self.files)
            _ = Crash.threw(text, files: Self.files, cell: Self.cell)
            #expect(Crash.trapped(text, files: Self.files, signal: 5, cell: Self.cell) != nil)
        }
    }

    @Test func `many marks are found as few are, wherever the text is cut`() {
        let mark = RecordKey().mark
        let text = (0..<500).flatMap { Array("\($0)".utf8) + mark + mark.prefix($0 % mark.count) }
        for size in [1, 7, text.count] {
            var marked = Cells.MarkedText(mark: mark)
            for start in stride(from: 0, to: text.count, by: size) { marked.take(text[start..<min(start + size, text.count)]) }
            var found: [[UInt8]] = []
            while let piece = marked.nextMarked() { found.append(piece) }
            #expect(found.count == 500)
            #expect(found.joined(separator: mark) + mark + marked.rest == text)
        }
    }
}
