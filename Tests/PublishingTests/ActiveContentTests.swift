import Testing
import Storage
import TestFolders

@testable import Publishing

/// With `raw-html: false` nothing that a lesson links to runs in a reader's browser.
struct ActiveContentTests {
    @Test(arguments: [
        "<script>alert(1)</script>", "<svg:script/>", "<SCRIPT>", "<rect onload=\"x()\"/>", "<rect\nonclick = 'x()'/>",
        "<a href=\"javascript:x()\"/>", "<a href=\"java\nscript:x()\"/>", "<a href=\"&#106;avascript&#x3A;x()\"/>",
        "<foreignObject><p/></foreignObject>", "<set attributeName=\"href\" to=\"JavaScript:x()\"/>",
        "<use href=\"data:text/html,x\"/>",
        "<rect id=\"a\"onload=\"x()\"/>", "<rect/onload=\"x()\"/>",
        "<h:iframe xmlns:h=\"http://www.w3.org/1999/xhtml\" srcdoc=\"x\"/>", "<h:embed src=\"//e.example/x.svg\"/>",
        "<x:b xmlns:x='http://www.w3.org/1999/&#x78;html'/>", "<use href=\"data:image/svg+xml,x\"/>",
    ])
    func `a drawing with a script stays out`(inside: String) {
        #expect(ActiveContent.refusal(of: "a.svg", Array("<svg>\(inside)</svg>".utf8)) != nil)
    }

    @Test(arguments: [
        "<?xml-stylesheet href=\"x.xsl\"?><svg/>", "<!DOCTYPE svg [<!ENTITY x \"y\">]><svg/>",
        "<?xml encoding=\"UTF-16\"?><svg/>", "<!DOCTYPE svg [<!ATTLIST svg onload CDATA \"x()\">]><svg/>",
        "<!DOCTYPE svg\n[ %x; ]><svg/>", "<svg><scr\u{1B}(Bipt>x()</scr\u{1B}(Bipt></svg>",
        "<?xml version=\"1.0\"" + String(repeating: " ", count: 300) + "encoding=\"ISO-2022-JP\"?><svg/>",
    ])
    func `a drawing that could hide one stays out`(text: String) {
        #expect(ActiveContent.refusal(of: "a.SVG", Array(text.utf8)) != nil)
        #expect(ActiveContent.refusal(of: "a.svg", Array(text.utf16).flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }) != nil)
    }

    @Test(arguments: [
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?><svg width=\"30\"><text>once upon a time, on = off</text></svg>",
        "<svg><path d=\"M 0 0\" fill=\"#fff\"/><use xlink:href=\"#a\"/><style>p{color:red}</style></svg>",
        "<svg><image href=\"data:image/png;base64,AAAA\"/></svg>",
        "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\"><svg><text>[</text></svg>",
    ])
    func `a plain drawing goes with its page`(text: String) {
        #expect(ActiveContent.refusal(of: "a.svg", Array(text.utf8)) == nil)
    }

    @Test(arguments: ["a.htm", "a.HTML", "a.xhtml", "b/a.js", "a.svgz", "a.xml", "a.mht"])
    func `what a browser runs stays out`(name: String) {
        #expect(ActiveContent.refusal(of: name, []) != nil)
    }

    @Test(arguments: [
        "a.mml", "a.rdf", "a.rss", "a.hta", "a.html.de", "a.js.gz", "a.html5", "a.htmlx", "x.url", "a.svg.de",
        "_redirects", "b/_headers", "CNAME", "b/Web.Config", "_config.yml", "vercel.json", ".htaccess",
        "a.php", "a.PHP", "a.php.txt", "a.phtml", "b/a.cgi", "a.shtml.csv", "a.aspx", "a.jsp", "a.asis", "a.var", "a.php ",
        "evil.html.foo", "evil.xhtml.zz1", "a.js.backup.old", "a.svg.foo",
    ])
    func `what a host runs or obeys stays out`(name: String) {
        #expect(ActiveContent.refusal(of: name, Array("<svg onload=\"x()\"/>".utf8)) != nil)
    }

    @Test(arguments: [
        "a.py", "a.swift", "a.json", "headers", "redirects.csv", "cname.txt", "web.config.md.pdf", "a.tar.gz", "a.wasm",
        "b.php/a.csv", "x.var.csv", "a.js.csv", "a.css", "a.vtt", "page.html.pdf", "a.b.foo",
    ])
    func `data, programs to read and names that only look so go with the page`(name: String) {
        #expect(ActiveContent.refusal(of: name, []) == nil)
    }

    @Test(arguments: ["a.csv", "a.png", "a.pdf", "notes", "a.txt", "a.ipynb", "a.zip"])
    func `what it only shows doesn't`(name: String) {
        #expect(ActiveContent.refusal(of: name, Array("<script>".utf8)) == nil)
    }

    @Test func `the course decides, and the link says why`() throws {
        let folder = try Folder(["l/a.md": "", "l/x.htm": "<script>", "l/y.svg": "<svg onload=\"x()\"/>"])
        let door = CourseDoor(folder("l"))
        let html = "<a href=\"x.htm\">x</a><a href=\"y.svg\">y</a>"
        #expect(Enclosures(html, on: "a", of: folder("l"), door: door).files.isEmpty)
        #expect(Enclosures(html, on: "a", of: folder("l"), door: door, allowsActive: true).files.count == 2)
        #expect(Enclosures.refusal(of: "x.htm", in: folder("l"), door: door, allowsActive: false)?.contains("raw-html") == true)
    }
}
