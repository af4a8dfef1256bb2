import FlyingFox
import FlyingSocks
import Foundation
import Storage

/// Serves the pages to this machine alone, each with a small script that reloads it.
struct PreviewServer: Sendable {
    /// Where the pages lie.
    var root: String
    var state: PreviewState

    /// The server behind `gate`.
    func bound(behind gate: RequestGate) -> HTTPServer {
        // Connections are held open while a page waits for news.
        HTTPServer(
            address: gate.server, timeout: 30, logger: .disabled,
            handler: ClosureHTTPHandler { request in await response(to: request) })
    }

    func response(to request: HTTPRequest) async -> HTTPResponse {
        guard request.path.utf8.count <= Self.longestPath else { return refusal(.uriTooLong) }
        // A page elsewhere could have its own name resolve to this machine; it would still send that name here.
        let host = request.headers[.host]?.split(separator: ":", omittingEmptySubsequences: false).first
        guard host == "127.0.0.1" || host == "localhost" else { return refusal(.forbidden) }
        // Whatever a page of another site wants from here, it isn't to read.
        guard request.headers[HTTPHeader("Sec-Fetch-Site")] != "cross-site",
            !Self.isForeign(request.headers[HTTPHeader("Origin")])
        else { return refusal(.forbidden) }
        guard request.method == .GET || request.method == .HEAD else { return refusal(.methodNotAllowed) }
        if request.path == "/.lectern/changes" {
            let version = request.query.first { $0.name == "after" }.flatMap { Int($0.value) } ?? 0
            let report = await state.report(after: version)
            return answer(Array((try? JSONEncoder().encode(report)) ?? Data()), type: "application/json")
        }
        if request.path == "/.lectern/reload.js" { return answer(Array(PreviewScript.text.utf8), type: MediaType.of("x.js")) }
        return file(at: request.path)
    }

    /// Whether a request comes from a page of an address that isn't this machine's, as browsers say it that don't say more.
    private static func isForeign(_ origin: String?) -> Bool {
        guard let origin else { return false }
        return !["http://127.0.0.1:", "http://localhost:"].contains { origin.hasPrefix($0) }
    }

    private func file(at path: String) -> HTTPResponse {
        let path = path.removingPercentEncoding ?? path
        let parts = path.split(separator: "/").map(String.init)
        // Nothing above the root, nothing hidden.
        guard !parts.contains(where: { $0.hasPrefix(".") }), !path.contains("\0") else { return missing(path) }
        var name = parts.joined(separator: "/")
        if name.isEmpty || Files.isFolder(Files.join(root, name)) { name = Files.join(name, "index.html") }
        guard let bytes = OutputDoor(folder: root).contents(of: name) else { return missing(path) }
        guard name.hasSuffix(".html") else { return answer(bytes, type: MediaType.of(name)) }
        return answer(PreviewScript.added(to: bytes), type: MediaType.of(name))
    }

    /// The page for an address that has none: it waits like the others, and turns into the page once there is one.
    private func missing(_ path: String) -> HTTPResponse {
        let page = """
            <!doctype html><html lang="en"><meta charset="utf-8"><title>No page yet</title>
            <body style="font: 1.1rem/1.5 system-ui; margin: 4rem auto; max-width: 40rem">
            <h1>No page here yet</h1><p>\(XMLText.escaped(path)) hasn't been built. It appears as soon as its lesson is well.
            <a href="/">All lessons</a></p></body></html>
            """
        return answer(PreviewScript.added(to: Array(page.utf8)), type: MediaType.of("x.html"), status: .notFound)
    }

    private func answer(_ bytes: [UInt8], type: String, status: HTTPStatusCode = .ok) -> HTTPResponse {
        var headers = Self.headers
        headers[.contentType] = type
        return HTTPResponse(statusCode: status, headers: headers, body: Data(bytes))
    }

    private func refusal(_ status: HTTPStatusCode) -> HTTPResponse { HTTPResponse(statusCode: status, headers: Self.headers) }

    /// What every answer says: it isn't kept, no other site may embed it, it is what it says it is, and no request may follow
    /// it on its connection.
    private static let headers: HTTPHeaders = [
        HTTPHeader("Cache-Control"): "no-store", HTTPHeader("Cross-Origin-Resource-Policy"): "same-origin",
        HTTPHeader("X-Content-Type-Options"): "nosniff", .connection: "close",
    ]

    /// In bytes; no page of a course has a longer address.
    private static let longestPath = 4000
}

/// Why there is no preview.
public enum PreviewError: ExitingError {
    case noPort(Int)
    case noSocket(String)

    /// How many ports are tried after the first.
    static let portsTried = 200

    public var exitCode: Int32 { 69 }

    public var description: String {
        switch self {
        case .noPort(let port):
            "preview: error: no port from \(port) to \(min(65_535, port + Self.portsTried)) is free; choose another with --port"
        case .noSocket(let folder): "preview: error: \(folder) is too long a path for a socket; set TMPDIR to a shorter one"
        }
    }
}
