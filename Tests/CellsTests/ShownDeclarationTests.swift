import Lessons
import Testing

@testable import Cells

/// What isn't run declares nothing, and an author who asks for it is told where it stands.
struct ShownDeclarationTests {
    static let advice = ShownDeclarations(
        Lesson.parsed(
            source: """
                # Lesson

                ```swift
                let (net, pass) = (1, 2)
                func loss() -> Double { let inner = 1.0; return inner }
                ```

                > ```Swift
                > struct Box { var width = 1 }
                > ```

                ```{swift}
                #| eval: false
                let later = 3
                ```

                ```{swift}
                let run = 4
                ```

                ```python
                let other = 5
                ```
                """, file: "l.md"))

    @Test(arguments: [("net", 3), ("pass", 3), ("loss", 3), ("Box", 8)])
    func `a name of a block that is only shown leads to its line and to what runs it`(name: String, line: Int) {
        let found = Self.advice.advice(on: name)
        #expect(
            found == "the code in line \(line) that declares `\(name)` is shown, not run; begin it with ```{swift} to run it")
    }

    @Test func `a name of a cell that isn't run leads to its line and its option`() {
        #expect(Self.advice.advice(on: "later")?.contains("`eval: false`") == true)
    }

    @Test(arguments: ["run", "inner", "width", "other", "unheard"])
    func `names of what runs, of insides and of other languages lead nowhere`(name: String) {
        #expect(Self.advice.advice(on: name) == nil)
    }
}
