import FlyingFox
import Foundation
import Testing
import Storage
import TestFolders

@testable import Publishing

struct PreviewTests {
    private let folder: Folder
    private let server: PreviewServer

    init() throws {
        folder = try Folder([
            "out/a.html": "<html><body>hi</body></html>", "out/assets/x.css": "p{}", "out/.secret": "s", "top": "s",
        ])
        server = PreviewServer(root: folder("out"), state: PreviewState())
    }

    private func answer(
        _ path: String, host: String? = "localhost:4000", method: HTTPMethod = .GET, site: String? = nil
    ) async throws -> (Int, String) {
        let response = try await response(path, host: host, method: method, site: site)
        return (response.statusCode.code, String(decoding: try await response.bodyData, as: UTF8.self))
    }

    private func response(
        _ path: String, host: String? = "localhost:4000", method: HTTPMethod = .GET, site: String? = nil, origin: String? = nil
    ) async throws -> HTTPResponse {
        let parts = path.split(separator: "?", maxSplits: 1).map(String.init)
        var headers: [HTTPHeader: String] = [:]
        headers[.host] = host
        headers[HTTPHeader("Sec-Fetch-Site")] = site
        headers[HTTPHeader("Origin")] = origin
        let request = HTTPRequest(
            method: method, version: .http11, path: parts[0], query: [], headers: headers, body: Data())
        return await server.response(to: request)
    }

    @Test func `a page is served with the script before its end`() async throws {
        let (code, body) = try await answer("/a.html")
        #expect(code == 200)
        #expect(body == "<html><body>hi<script src=\"/.lectern/reload.js\"></script></body></html>")
    }

    @Test func `other files are served as they are`() async throws {
        #expect(try await answer("/assets/x.css") == (200, "p{}"))
    }

    @Test(arguments: ["/../top", "/%2e%2e/top", "/assets/../../top", "/.secret", "/%2E%2E%2Ftop"])
    func `nothing outside the pages can be had`(path: String) async throws {
        let (code, body) = try await answer(path)
        #expect(code == 404)
        #expect(!body.contains(">s<") && body != "s")
    }

    @Test func `a page elsewhere can't ask under a name of its own`() async throws {
        #expect(try await answer("/a.html", host: "evil.example").0 == 403)
        #expect(try await answer("/a.html", host: "127.0.0.1:4000").0 == 200)
    }

    @Test(arguments: [nil, "", ":4000", "localhost.evil.example", "127.0.0.1.evil.example:4000"] as [String?])
    func `who doesn't say this machine's name gets nothing`(host: String?) async throws {
        #expect(try await answer("/a.html", host: host).0 == 403)
    }

    @Test func `another site's page gets nothing, this one and a typed address do`() async throws {
        #expect(try await answer("/a.html", site: "cross-site").0 == 403)
        for site in ["same-origin", "none", nil] { #expect(try await answer("/a.html", site: site).0 == 200) }
    }

    @Test(arguments: [
        ("http://evil.example", 403), ("null", 403), ("", 403), ("http://localhost.evil.example:80", 403),
        ("https://127.0.0.1.evil.example:4000", 403), ("http://localhost:4000", 200), ("http://127.0.0.1:4000", 200),
    ])
    func `another site's page gets nothing, by whatever header it is told`(origin: String, code: Int) async throws {
        #expect(try await response("/a.html", origin: origin).statusCode.code == code)
    }

    @Test func `every answer says that no other site may embed it`() async throws {
        for response in [
            try await response("/a.html"), try await response("/gone.html"), try await response("/a.html", host: nil),
            try await response("/.lectern/reload.js"),
        ] {
            #expect(response.headers[HTTPHeader("Cross-Origin-Resource-Policy")] == "same-origin")
        }
    }

    @Test func `an address without end is refused`() async throws {
        #expect(try await answer("/" + String(repeating: "a", count: 100_000)).0 == 414)
    }

    @Test func `no link leads out of the pages`() async throws {
        try FileManager.default.createSymbolicLink(atPath: folder("out/link.html"), withDestinationPath: "../top")
        try FileManager.default.createSymbolicLink(atPath: folder("out/up"), withDestinationPath: "..")
        for path in ["/link.html", "/up/top"] {
            let (code, body) = try await answer(path)
            #expect(code == 404)
            #expect(body != "s")
        }
    }

    @Test func `nothing can be written`() async throws {
        #expect(try await answer("/a.html", method: .POST).0 == 405)
    }

    @Test func `an address without a page waits for one`() async throws {
        let (code, body) = try await answer("/later.html")
        #expect(code == 404)
        #expect(body.contains("reload.js"))
    }

    @Test func `a waiting page hears of all changes it missed`() async throws {
        let state = PreviewState()
        await state.publish(changed: ["a.html"], findings: "")
        await state.publish(changed: ["b.html"], findings: "x:1:1: error: no")
        let news = await state.report(after: 0)
        #expect(news.version == 2)
        #expect(news.changed == ["a.html", "b.html"])
        #expect(news.findings == "x:1:1: error: no")
        async let next = state.report(after: 2)
        await state.publish(changed: ["c.html"], findings: "")
        #expect(await next.changed == ["c.html"])
    }

    @Test func `a watcher sees new, changed and deleted files, and not what it is told to ignore`() throws {
        let folder = try Folder(["l/a.md": "1", "l/b.md": "1", "l/site/x": "1"])
        let watcher = Watcher(folder: folder("l"), ignored: [folder("l/site")])
        let before = watcher.state()
        try folder.write("2", to: "l/site/x")
        #expect(watcher.state() == before)
        try folder.write("22", to: "l/a.md")
        Files.remove(folder("l/b.md"))
        try folder.write("1", to: "l/c.md")
        let after = watcher.state()
        #expect(after.keys.sorted() == ["a.md", "c.md"])
        #expect(after["a.md"] != before["a.md"])
    }
}
