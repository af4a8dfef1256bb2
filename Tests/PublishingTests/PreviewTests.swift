import FlyingFox
import Foundation
import Testing

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

    private func answer(_ path: String, host: String = "localhost:4000", method: HTTPMethod = .GET) async throws -> (
        Int, String
    ) {
        let parts = path.split(separator: "?", maxSplits: 1).map(String.init)
        let request = HTTPRequest(
            method: method, version: .http11, path: parts[0], query: [], headers: [.host: host], body: Data())
        let response = await server.response(to: request)
        return (response.statusCode.code, String(decoding: try await response.bodyData, as: UTF8.self))
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
