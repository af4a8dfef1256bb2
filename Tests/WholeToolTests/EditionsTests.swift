import Foundation
import Testing

/// Editions of a course, from the author's text to the files that are handed out.
@Suite(.serialized)
struct EditionsTests {
    private static let lesson = """
        # A

        ```{swift}
        let weight = 0.123456
        let key = weight * 3
        ```

        ::: {#exr-one points=2}
        Three times [0.123456](claim:weight) is [_.____](answer:key).
        :::

        ::: {#sol-one}
        ```{swift}
        let secret = key + 1
        print("printed-secret")
        ```
        Three of them stand side by side and are added up to [1.370368](claim:secret).
        :::

        ::: instructor
        note-secret
        :::

        It goes on with `{swift} secret * 0 + 2`.

        """

    @Test func `three editions come from one run, and the student's holds nothing of the others`() async throws {
        let tool = try Tool(["lessons/course.yml": "title: T\n", "lessons/a.md": Self.lesson])
        defer { tool.remove() }
        let built = try await tool("build", "lessons", "--output", "site", "--edition", "all")
        #expect(built.code == 0, "\(built.all)")
        let student = try tool.files(below: "site/student")
        for (name, bytes) in student {
            let text = String(decoding: bytes, as: UTF8.self)
            for word in ["secret", "0.3703", "0.37036", "1.3703", "side by side"] {
                #expect(!text.contains(word) && !name.contains(word), "\(word) in \(name)")
            }
        }
        #expect(student.count > 5)
        let page = try #require(tool.text("site/student/a.html"))
        #expect(page.contains("class=\"field\"") && page.contains("(2 points)"))
        let solutions = try #require(tool.text("site/solutions/a.html"))
        #expect(solutions.contains("0.3704") && solutions.contains("printed-secret") && !solutions.contains("note-secret"))
        #expect(try #require(tool.text("site/instructor/a.html")).contains("note-secret"))
        // Again, with nothing to do, and the same bytes.
        let again = try await tool("build", "lessons", "--output", "site", "--edition", "all")
        #expect(again.code == 0, "\(again.all)")
        #expect(try tool.files(below: "site/student") == student)
    }

    @Test(arguments: [
        "The answer is 0.37037, of course.", "![It falls to 0.37037](a.png)", "**0.370368**",
        "Three of them stand side by side and are added up.",
        "```{swift}\nprint(key)\n```", "```{swift}\nshow(Table([\"a\"], rows: [[0.123456 * 3]]))\n```",
        "```{swift}\nshow(Figure.curves([.init(\"s\", x: [1.0, 2], y: [0.123456 * 3, 1])], x: \"z\", y: \"s\"))\n```",
        "```{swift}\n// key = 0.37037\n```", "`0.370368`", "| a |\n|---|\n| 0.37036 |\n\n: The key", "$x = 0.37037$",
    ]) func `a student edition that gives an answer away isn't written, and says where it does`(planted: String) async throws {
        let tool = try Tool([
            "lessons/course.yml": "title: T\n", "lessons/a.md": Self.lesson, "lessons/a.png": "no picture",
            "lessons/b.md": "# B\n\n\(planted)\n".replacing("print(key)", with: "print(0.123456 * 3)"),
        ])
        defer { tool.remove() }
        let built = try await tool("build", "lessons", "--output", "site", "--edition", "student")
        #expect(built.code == 2, "\(built.all)")
        #expect(built.all.contains("in the student edition, at "), "\(built.all)")
        #expect(built.all.contains("b.html:") || built.all.contains("b.md:") || built.all.contains("b.js:"), "\(built.all)")
        #expect(built.all.contains("lessons/a.md:"))
        #expect(tool.text("site/student/b.html") == nil)
    }

    /// What a page is made of beside its text, each with a file that the answer would stand in.
    private static let hidden: [(String, String, String)] = [
        (
            "```{swift}\nshow(Figure.curves([.init(\"s\", x: [1.0, 2], y: [0.1, 1])], x: \"z = 0.37037\", y: \"s\"))\n```", "",
            "b.html"
        ),
        ("<span data-key=\"0.37037\">?</span>", "raw-html: true\n", "b.html"),
        ("Text.\n\n<!-- the key is 0.37037 -->\n", "raw-html: true\n", "b.html"),
        ("<svg><text>0.37<tspan>037</tspan></text></svg>", "raw-html: true\n", "b.html"),
        ("![A picture](key-0.37037.png)", "", "key-0.37037.png"),
        (
            "```{swift}\nshow(Figure.curves([.init(\"s\", x: (0..<60).map(Double.init), "
                + "y: (0..<60).map { $0 == 57 ? 0.123456 * 3 : Double($0) })], x: \"z\", y: \"s\"))\n```", "", "-numbers.csv"
        ),
        ("```{swift}\n// key = 0.37037\nlet y = 1\n```", "downloads: [notebook]\n", "b."),
    ]

    @Test(arguments: hidden) func `an answer in what readers don't see at once holds a student edition back`(
        planted: String, settings: String, file: String
    ) async throws {
        let tool = try Tool([
            "lessons/course.yml": "title: T\n" + settings, "lessons/a.md": Self.lesson, "lessons/key-0.37037.png": "no picture",
            "lessons/b.md": "# B\n\n\(planted)\n",
        ])
        defer { tool.remove() }
        let built = try await tool("build", "lessons", "--output", "site", "--edition", "student")
        #expect(built.code == 2 && built.all.contains("in the student edition, at "), "\(built.all)")
        #expect(built.all.contains(file) && built.all.contains("lessons/a.md:"), "\(built.all)")
        #expect(tool.text("site/student/b.html") == nil)
    }

    @Test func `with its own lesson four digits of an answer are enough`() async throws {
        let tool = try Tool(["lessons/course.yml": "title: T\n", "lessons/a.md": Self.lesson + "\nIt is 0.3704.\n"])
        defer { tool.remove() }
        let built = try await tool("build", "lessons", "--output", "site", "--edition", "student")
        #expect(built.code == 2 && built.all.contains("in the student edition, at a."), "\(built.all)")
    }

    @Test func `an edition that there isn't is a usage error`() async throws {
        let tool = try Tool(["lessons/a.md": "# A\n"])
        defer { tool.remove() }
        let built = try await tool("build", "lessons", "--edition", "teacher")
        #expect(built.code == 64 && built.all.contains("student, instructor, solutions, all"), "\(built.all)")
    }
}
