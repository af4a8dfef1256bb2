import Exhibits
import Foundation
import Lessons
import Testing

@testable import Reports

#if canImport(FoundationXML)
import FoundationXML
#endif

/// What a page's tree holds is what a reader of HTML or XML finds in it, whatever it is.
struct PageWriterTests {
    private static let pieces = [
        "&", "<", ">", "\"", "'", "&amp;", "]]>", "<!--", "-->", "é", "😀", "\u{1}", "\u{FFFF}", "a b", "%41", "</p>",
        "<script>",
        "\\", "\n",
    ]
    private static let foreign = [
        "<b>", "</b>", "<i class=x", ">", "<br>", "<img src=a.png alt='q\" & <'>", "<!-- ", " -->",
        "<script>alert('<b>')</script>",
        "&nbsp;", "&unknown;", "& ", "text < 3", "</div>", "<div id=\"a\" id='b' onclick=\"x()\">",
        "<svg><path d=\"M0\"/></svg>",
        "\u{0}", "<a href=javascript:x>", "<a href=\"#a&amp;b\">", "<style>p{}</style>", "&#x1F600;", "&#99999999;", "<td",
        "<?php", "<!x",
        "<input disabled>", "<script>",
    ]

    private static func text(_ generator: inout SplitMix, of pieces: [String]) -> String {
        (0..<Int.random(in: 0...6, using: &generator)).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
    }

    private static func tree(_ generator: inout SplitMix, depth: Int) -> PageNode {
        if depth == 0 || Int.random(in: 0..<3, using: &generator) == 0 { return .text(text(&generator, of: pieces)) }
        let children = (0..<Int.random(in: 0...4, using: &generator)).map { _ in tree(&generator, depth: depth - 1) }
        let tag = [Tag.p, .div, .span, .em, .br, .img, .details].randomElement(using: &generator) ?? .p
        return tag(
            .id(text(&generator, of: pieces)), .present(.open, if: tag == .details), .href(text(&generator, of: pieces))
        ) { children }
    }

    @Test(arguments: 0..<200) func `XML of any tree is read back as that tree`(seed: Int) throws {
        var generator = SplitMix(state: UInt64(seed))
        let tree = Tag.html { Self.tree(&generator, depth: 4) }
        let read = try XMLReading(PageWriter.text([tree], as: .xml))
        #expect(read.text == Self.plain([tree]))
        #expect(read.identifiers == Self.identifiers([tree]))
    }

    @Test(arguments: 0..<400) func `HTML of somebody else becomes well-formed, and holds nothing that runs`(seed: Int) throws {
        var generator = SplitMix(state: UInt64(seed) &* 7919)
        let parts = (0..<4).map { _ in PageNode.markup(Self.text(&generator, of: Self.foreign)) }
        let tree = Tag.html {
            for part in parts {
                Tag.p {
                    part; "own"; part
                }
            }
        }
        let read = try XMLReading(PageWriter.text([tree], as: .xml))
        #expect(read.names.isDisjoint(with: ["script", "style", "svg", "img", "input"]))
        #expect(read.attributes.allSatisfy { !$0.name.hasPrefix("on") && !$0.value.hasPrefix("javascript") })
    }

    @Test func `every example of CommonMark's specification is well-formed XML, with the author's HTML in it`() throws {
        for text in ConformanceTests.texts + SpecificationExamples.installed() {
            let markup = HTMLMarkup(filling: PlainFilling(), allowsRawHTML: true)
            let nodes = markup.nodes(of: Lesson.parsed(source: text, file: "a.md").blocks)
            _ = try XMLReading(PageWriter.text([Tag.html { nodes }], as: .xml))
        }
    }

    @Test func `foreign elements end where their parent ends, also across parts`() {
        let tree = Tag.p {
            PageNode.markup("<b>")
            "x & y"
            PageNode.markup("<i>z</u>")
        }
        #expect(PageWriter.text([tree], as: .xml) == "<p><b>x &amp; y<i>z</i></b></p>")
        #expect([tree].html == "<p><b>x &amp; y<i>z</u></p>")
    }

    @Test func `each form has its own empty elements and flags`() {
        let tree = Tag.div {
            Tag.br()
            Tag.input(.text(.type, "range"))
            Tag.details(.present(.open)) { "a" }
        }
        #expect([tree].html == "<div><br /><input type=\"range\"><details open>a</details></div>")
        #expect(
            PageWriter.text([tree], as: .xml)
                == "<div><br/><input type=\"range\"/><details open=\"open\">a</details></div>")
    }

    @Test func `a line begins once, and an address is encoded once`() {
        let nodes = Tag.p.line { "a" } + [.line] + Tag.p.line { Tag.a(.href("a b.html?x=1&y=%20'")) { "b" } }
        #expect(nodes.html == "<p>a</p>\n<p><a href=\"a%20b.html?x=1&amp;y=%20&#x27;\">b</a></p>\n")
        #expect([Tag.a(.place("a%20b"))].html == "<a href=\"#a%2520b\"></a>")
    }

    /// The text of a tree as XML can hold it.
    private static func plain(_ nodes: [PageNode]) -> String {
        nodes.map { node in
            switch node {
            case .text(let text): clean(text)
            case .element(let tag, _, let content): tag.isVoid ? "" : plain(content)
            default: ""
            }
        }.joined()
    }

    private static func identifiers(_ nodes: [PageNode]) -> [String] {
        nodes.flatMap { node -> [String] in
            guard case .element(let tag, let attributes, let content) = node else { return [] }
            // A line's end in an attribute is read as a space (XML 1.0, 3.3.3).
            let own = attributes.filter { $0.name == .id }.compactMap(\.plain)
                .map { clean($0).replacing("\n", with: " ") }
            return own + (tag.isVoid ? [] : identifiers(content))
        }
    }

    private static func clean(_ text: String) -> String {
        text.replacing("\u{1}", with: "\u{FFFD}").replacing("\u{FFFF}", with: "\u{FFFD}")
    }
}

/// A generator that gives the same numbers on every machine.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

/// What libxml2 finds in a document.
final class XMLReading: NSObject, XMLParserDelegate {
    struct Malformed: Error { var reason: String }

    private(set) var text = ""
    private(set) var names: Set<String> = []
    private(set) var identifiers: [String] = []
    private(set) var attributes: [(name: String, value: String)] = []

    init(_ document: String) throws {
        super.init()
        let parser = XMLParser(data: Data(document.utf8))
        parser.delegate = self
        guard parser.parse() else { throw Malformed(reason: "\(parser.parserError.map { "\($0)" } ?? ""): \(document)") }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        names.insert(name)
        if let id = attributes["id"] { identifiers.append(id) }
        self.attributes += attributes.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
}
