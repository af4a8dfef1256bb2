import Foundation
import Subprocess
import Testing

/// Whatever a course writes speaks the course's language and has its decimal mark.
///
/// The same course is built in English and in another language. Its author's words are in letters of their own, so a word of
/// Latin letters that stands in both is one that nobody translated, or one that both languages share, and then it is listed here
/// with its reason.
@Suite(.serialized)
struct ForeignWordTests {
    /// Names: of functions, layers, methods and curves; of quantities, as formulas have them; of tools and formats.
    private static let names: Set<String> = [
        "sigmoid", "tanh", "relu", "softmax", "dense", "conv", "flatten", "lstm", "exp", "ln", "log", "lo", "max", "roc", "xor",
        "adam",
        "net", "out", "target", "total", "delta",
        // Labels, keys and the names of expressions, which the search knows a page by.
        "eq", "tbl", "fig", "exr", "sol", "thm", "def", "exm", "lst", "sec", "trm", "key", "valuepass", "claimpass",
        "lectern", "github", "jupyter", "markdown", "mathml", "moodle", "numerical", "multichoice", "vs", "course",
    ]
    /// Words that a language writes as English does.
    private static let shared: [String: Set<String>] = [
        "de": [
            "an", "auto", "bias", "browser", "code", "definition", "deltas", "fast", "gradient", "graph", "hand", "in",
            "listing",
            "matrix", "maximum", "minus", "name", "neuron", "notebook", "parameter", "positives", "rate", "so", "text", "top",
            "was", "backpropagation",
        ],
        "fr": [
            "auto", "code", "deltas", "exact", "figure", "gradient", "gradients", "important", "maximum", "notebook", "notes",
            "page", "pages", "passes", "pixels", "point", "points", "relative", "solution", "solutions", "source", "surface",
            "top", "validation", "verdict", "activation", "on",
        ],
        "es": ["auto", "central", "deltas", "error", "explorable", "factor", "no", "top"],
        "ar": [],
    ]

    /// The visible pieces of all that a course's build and export write, by file.
    private static func pieces(in language: String) async throws -> [String: [VisibleText]] {
        let tool = try Tool(WordCourse.files(in: language))
        defer { tool.remove() }
        let built = try await tool("build", "lessons", "--output", "site", "--epub", "--time-limit", "600")
        try #require(built.code == 0, "\(built.all)")
        let editions = try await tool("build", "lessons", "--output", "editions", "--edition", "all")
        try #require(editions.code == 0, "\(editions.all)")
        let exported = try await tool("export", "lessons/a.md", "--to", "moodle", "--output", "site/moodle")
        try #require(exported.code == 0, "\(exported.all)")
        let unpacked = try await Subprocess.run(
            .name("python3"), arguments: ["-m", "zipfile", "-e", tool.folder + "/site/book.epub", tool.folder + "/site/epub"],
            output: .discarded, error: .string(limit: 1 << 16))
        try #require(unpacked.terminationStatus.isSuccess, "\(unpacked.standardError)")
        var pieces: [String: [VisibleText]] = [:]
        for folder in ["site", "editions"] {
            for (name, bytes) in try tool.files(below: folder) {
                let text = String(decoding: bytes, as: UTF8.self)
                switch URL(filePath: name).pathExtension {
                // Where a page moved to, and what tells machines of a book.
                case "xml" where name.contains("moodle"):
                    // Questions are HTML in XML.
                    pieces["\(folder)/\(name)"] = VisibleText.pieces(ofPage: unwrapped(text)).flatMap { piece in
                        piece.text.contains("<") ? VisibleText.pieces(ofPage: piece.text) : [piece]
                    }
                case "html" where !name.hasSuffix("old.html"), "xhtml",
                    "xml" where !name.hasSuffix("container.xml"):
                    pieces["\(folder)/\(name)"] = VisibleText.pieces(ofPage: text)
                case "md": pieces["\(folder)/\(name)"] = VisibleText.pieces(ofMarkdown: text)
                case "js" where name.contains("search/"): pieces["\(folder)/\(name)"] = VisibleText.pieces(ofScript: text)
                default: break
                }
            }
        }
        return pieces
    }

    /// Moodle's questions are HTML in XML, once more escaped or in CDATA.
    private static func unwrapped(_ text: String) -> String {
        text.replacing("<![CDATA[", with: "").replacing("]]>", with: "")
    }

    @Test func `no file of a course says a word of another language, or writes a number as another language does`() async throws
    {
        let english = try await Self.pieces(in: "en")
        let said = english.mapValues { Set($0.flatMap(\.words)) }
        // The course does use what it is to use.
        let kinds: [String: [String]] = [
            "site/a.html": [
                "epochs", "quantity", "derivation", "verified", "exercise", "warning", "theorem", "step", "layer", "curve",
                "truncated",
                "bars", "picture", "unrolled", "graph", "network", "matrix",
            ],
            "site/404.html": ["address"], "site/verification.html": ["verdict"], "site/s.html": ["notes"],
            "editions/student/a.html": ["browser", "check"], "site/index.html": ["search"],
        ]
        for (name, words) in kinds {
            for word in words where said[name]?.contains(word) != true { Issue.record("\(name) doesn't say “\(word)”") }
        }
        for pieces in english.values {
            for piece in pieces where piece.hasForeignMark(comma: false) { Issue.record("en: \(piece.place): \(piece.text)") }
        }
        for (language, shared) in Self.shared.sorted(by: { $0.key < $1.key }) {
            let files = try await Self.pieces(in: language)
            #expect(Set(files.keys) == Set(english.keys))
            for (name, pieces) in files.sorted(by: { $0.key < $1.key }) {
                var seen: Set<String> = []
                for piece in pieces {
                    let known = language == "ar" ? piece.words : piece.words.intersection(said[name] ?? [])
                    let foreign = known.subtracting(Self.names).subtracting(shared).subtracting(seen)
                    seen.formUnion(foreign)
                    if !foreign.isEmpty {
                        Issue.record("\(language) \(name): \(foreign.sorted()) in \(piece.place): \(piece.text.prefix(120))")
                    }
                    // Moodle reads numbers with a point in every language.
                    if !name.contains("moodle"), piece.hasForeignMark(comma: language != "ar") {
                        Issue.record("\(language) \(name): the mark in \(piece.place): \(piece.text.prefix(120))")
                    }
                }
            }
        }
    }

    /// What the test above would overlook, it overlooks in no language.
    @Test func `every place where a reader sees words is looked at`() {
        let page = """
            <p title="one">two <code>no</code><img alt="three"></p><script>if (a < b) "no"</script><svg><text>four</text></svg>
            <a class="numbers-file" href="x">no</a><div data-back="five" data-part="no"></div><pre>no</pre>
            """
        let words = VisibleText.pieces(ofPage: page).reduce(into: Set<String>()) { $0.formUnion($1.words) }
        #expect(words == ["one", "two", "three", "four", "five"])
        #expect(VisibleText(text: "0.5", place: "").hasForeignMark(comma: true))
        #expect(VisibleText(text: "[0,5; 1]", place: "").hasForeignMark(comma: false))
        #expect(!VisibleText(text: "10,000 and w1,2", place: "").hasForeignMark(comma: false))
    }

    /// A page gives its scripts their words; what a script says itself would be in one language.
    @Test func `scripts say no words of their own`() async throws {
        let tool = try Tool(WordCourse.files(in: "de"))
        defer { tool.remove() }
        let built = try await tool("build", "lessons", "--output", "site", "--edition", "student")
        try #require(built.code == 0, "\(built.all)")
        // Keys, events and ciphers have names with capitals.
        let names: Set<String> = [
            "Enter", "Escape", "Arrow", "ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End", "PageUp", "PageDown",
            "PBKDF2",
            "SHA-256", "NFD", "HMAC", "IMG", "HTML",
        ]
        let scripts = try tool.files(below: "site").filter { $0.key.hasSuffix(".js") && !$0.key.contains("search/") }
        #expect(scripts.count >= 5)
        for (name, bytes) in scripts {
            for piece in VisibleText.pieces(ofScript: String(decoding: bytes, as: UTF8.self)) {
                let isProse = piece.text.contains(/^[A-Z][a-z]+$|^[A-Za-z]+( [a-z]+)+[.…]?$/)
                #expect(!isProse || names.contains(piece.text) || piece.text == "use strict", "\(name): \(piece.text)")
            }
        }
    }
}
