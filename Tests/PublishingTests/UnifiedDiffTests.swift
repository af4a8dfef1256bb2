import Testing

@testable import Publishing

struct UnifiedDiffTests {
    private func diff(_ old: String, _ new: String) -> String {
        UnifiedDiff(file: "a.md", old: Array(old.utf8), new: Array(new.utf8)).text
    }

    @Test func `a name that commands a terminal stands in quotes, as git writes it`() {
        let diff = UnifiedDiff(file: "a\n::error\u{1B}\"é.md", old: Array("1\n".utf8), new: Array("2\n".utf8)).text
        #expect(diff.hasPrefix(#"--- "a\012::error\033\"\303\251.md""# + "\n"))
    }

    @Test func `lines close together share a hunk, others have their own`() {
        let old = (1...20).map { "\($0)\n" }.joined()
        let new = old.replacing("\n2\n", with: "\ntwo\n").replacing("\n5\n6\n", with: "\nfive\nsix\n").replacing(
            "\n19\n", with: "\nnineteen\n")
        #expect(
            diff(old, new) == """
                --- a.md
                +++ a.md
                @@ -1,9 +1,9 @@
                 1
                -2
                +two
                 3
                 4
                -5
                -6
                +five
                +six
                 7
                 8
                 9
                @@ -16,5 +16,5 @@
                 16
                 17
                 18
                -19
                +nineteen
                 20

                """)
    }

    @Test func `a last line without an end is marked`() {
        #expect(
            diff("a\nb", "a\nc")
                == "--- a.md\n+++ a.md\n@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+c\n\\ No newline at end of file\n"
        )
    }

    @Test func `nothing to change is no patch`() { #expect(diff("a\n", "a\n").isEmpty) }
}
