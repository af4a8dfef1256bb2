import Foundation

/// The examples of the CommonMark specification, read from a package that brings them.
enum SpecificationExamples {
    private struct Example: Decodable { var markdown: String }

    /// Where Debian's `golang-github-yuin-goldmark-dev` keeps them; `COMMONMARK_SPEC` names another `spec.json`.
    private static let known = "/usr/share/gocode/src/github.com/yuin/goldmark/_test/spec.json"

    /// The Markdown of every example, or nothing when no package is installed.
    static func installed() -> [String] {
        let path = ProcessInfo.processInfo.environment["COMMONMARK_SPEC"] ?? known
        guard let data = FileManager.default.contents(atPath: path),
            let examples = try? JSONDecoder().decode([Example].self, from: data)
        else { return [] }
        return examples.map(\.markdown)
    }
}
