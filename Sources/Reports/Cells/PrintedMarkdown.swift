import Exhibits
import Lessons

/// What a cell printed as Markdown.
enum PrintedMarkdown {
    /// Its blocks: text like any other, but without cells and claims of its own, and without a look of what was verified. `nil`
    /// where it has any, and is shown as it was printed.
    static func blocks(of text: String, file: String) -> [BlockNode]? {
        let printed = Lesson.parsed(source: text, file: file)
        let isForged = printed.findings.contains { forging.contains($0.code) }
        return printed.steps.isEmpty && !isForged ? printed.blocks : nil
    }

    private static let forging: Set<String> = ["redefined-number", "reserved-class", "reserved-name"]
}
