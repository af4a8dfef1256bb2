import Testing

@testable import Publishing

/// A drawing's document type says where it stands and no more, in whatever quotation marks; it is looked for once.
@Suite(.timeLimit(.minutes(10)))
struct DocumentTypeTests {
    private func isRefused(_ text: String) -> Bool { ActiveContent.refusal(of: "a.svg", Array(text.utf8)) != nil }

    @Test(arguments: [
        "<!DOCTYPE svg SYSTEM \"a>b\" [ %x; ]><svg/>", "<!DOCTYPE svg SYSTEM 'a>b'\n[ %x; ]><svg/>", "<svg/><!DOCTYPE svg",
        "<!DOCTYPE svg><!DOCTYPE svg [ %x; ]><svg/>",
    ])
    func `one that says more stays out`(text: String) {
        #expect(isRefused(text))
    }

    @Test(arguments: [
        "<!DOCTYPE svg><svg>[</svg>", "<!DOCTYPE svg SYSTEM \"a[b\"><svg/>", "<!DOCTYPE svg SYSTEM 'a\"b'><svg/>",
    ])
    func `one that says no more goes with its page`(text: String) {
        #expect(!isRefused(text))
    }

    @Test func `two hundred thousand beginnings are looked through once`() {
        let many = String(repeating: "<!doctype", count: 200_000)
        #expect(isRefused(many))
        #expect(!isRefused("<svg></svg>" + many + ">"))
    }
}
