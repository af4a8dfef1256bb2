import Foundation
import Testing

@testable import Reference

/// The tables for those who come from elsewhere say what `lectern help` says.
struct ComingFromTests {
    @Test func `each name of another library leads to the one beside it`() async throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Documentation/coming-from.md")
        let text = try String(contentsOf: root, encoding: .utf8)
        let reference = try await TheReference.get()
        var tried = 0
        for section in text.split(separator: "\n## ").dropFirst()
        where !section.hasPrefix("Quarto") && !section.hasPrefix("R Markdown") {
            let library = section.prefix { !$0.isNewline }
            for match in section.matches(of: /\| `([^`]+)` \| `([^`]+)` \|/) {
                let found = reference.found(String(match.1), in: nil)
                #expect(found.map(\.title).contains(String(match.2)), "\(match.1) → \(found.map(\.title))")
                #expect(
                    found.contains { $0.comment.elsewhere.contains { $0.library == library } }
                        || found.first?.title == String(match.2),
                    "\(library) \(match.1)")
                tried += 1
            }
        }
        #expect(tried > 50)
    }
}
