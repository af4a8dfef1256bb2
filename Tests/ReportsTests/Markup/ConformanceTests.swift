import Foundation
import Lessons
import Testing

@testable import Reports

/// A page without Lectern's own constructs is what libcmark makes of it, byte for byte.
///
/// What would break: notes written for any other Markdown tool would look different here.
struct ConformanceTests {
    static let texts = [
        "Hello *world*, **bold** and `code`\n", "# One\n\nTwo\n===\n\n###### Six ######\n", "a\nb  \nc\\\nd\n",
        "- a\n- b\n\n  c\n- d\n", "- tight\n- list\n  - nested\n\n1. one\n2. two\n", "3) three\n4) four\n",
        "> quote\n> - list\n>\n> more\nlazy\n", "```swift\nlet a = \"<&>\"\n```\n\n    indented\n\n~~~\ntilde\n~~~\n",
        "```\nopen\n",
        "[a](/url \"ti\\\"tle\") ![b *c*](</my url>) <http://x.y/?a=1&b=2> <a@b.c>\n",
        "[ref] and [Ref][]\n\n[ref]: /ü%20x 'T'\n",
        "<div>\n*raw*\n</div>\n\ntext <b>x</b> <!-- c -->\n", "***\n---\n___\n",
        "&copy; &amp; &#35; \\* \\a \"quotes\" 'single'\n",
        "a\tb\n\n-\ttab\n\n\tcode\n", "", "\n\n", "no end", "* a\n\n\n* b\n", "1. a\n\n   b\n\n   - c\n\n     d\n",
        "[x](javascript:alert(1)) ![y](data:text/html,z) ![z](data:image/png;base64,AA)\n", "***a** b* _c_d_ __e__\n",
        "![a\nb](c \"d\ne\")\n", "- \n- a\n-\n", "> \n\n>>> a\n", "Line one\r\nLine two\r\n\r\n- a\r\n- b\r\n", "a | b\n",
        "[!NOTE] text\n", "{#id} {.class}\n", "# Heading {not attributes}\n", "[^1] no definition\n", "a [b]{c} d\n",
        "\0 nul\n",
    ]

    @Test(arguments: texts, [true, false])
    func `plain Markdown renders as libcmark renders it`(text: String, allowsRawHTML: Bool) {
        let theirs = CommonMark.html(of: text, allowsRawHTML: allowsRawHTML)
        guard !Self.omits(theirs) else { return }
        #expect(PlainFilling.html(text, allowsRawHTML: allowsRawHTML) == theirs)
    }

    /// Where libcmark leaves HTML out, what GitHub lets through is read here.
    private static func omits(_ html: String) -> Bool { html.contains("<!-- raw HTML omitted -->") }

    /// An address in running text is a link here, as it is on GitHub.
    private static func leavesAddress(_ html: String) -> Bool {
        html.contains("http://") && !html.contains("href") && !html.contains("<code")
    }

    /// The examples of the CommonMark specification, from whichever package of the system or of Python brings them.
    static let specification = SpecificationExamples.installed()

    @Test(.enabled(if: !specification.isEmpty, "no package with the specification's examples is installed"))
    func `every example of the specification without a dollar renders as libcmark renders it`() {
        #expect(Self.specification.count > 600)
        for example in Self.specification where !example.contains("$") {
            for allowsRawHTML in [true, false] {
                let theirs = CommonMark.html(of: example, allowsRawHTML: allowsRawHTML)
                guard !Self.omits(theirs), !Self.leavesAddress(theirs) else { continue }
                #expect(PlainFilling.html(example, allowsRawHTML: allowsRawHTML) == theirs, "\(example.debugDescription)")
            }
        }
    }
}
