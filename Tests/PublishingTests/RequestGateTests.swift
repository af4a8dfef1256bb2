import FlyingFox
import FlyingSocks
import Foundation
import Testing
import TestFolders

@testable import Publishing

/// A true gate and a true server behind it, asked over the network.
struct RequestGateTests {
    @Test func `a request gets its answer, and the connection ends with it`() async throws {
        try await withPreview { gate in
            let connection = try await connection(to: gate)
            try await connection.write(request("/a.html"))
            let answer = await all(from: connection)
            #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
            #expect(answer.contains("\r\nConnection: close\r\n"))
            #expect(answer.contains("<html><body>hi<script"))
        }
    }

    @Test func `a request that comes in pieces is one request`() async throws {
        try await withPreview { gate in
            let connection = try await connection(to: gate)
            for byte in request("/a.html") { try await connection.write(Data([byte])) }
            #expect(await all(from: connection).hasPrefix("HTTP/1.1 200 OK\r\n"))
        }
    }

    @Test func `a picture of many pieces comes whole`() async throws {
        try await withPreview { gate in
            let connection = try await connection(to: gate)
            try await connection.write(request("/big.txt"))
            #expect(await all(from: connection).hasSuffix("\r\n\r\n" + Self.big))
        }
    }

    @Test func `an address, a header or a line without end isn't read to its end`() async throws {
        let much = String(repeating: "a", count: 4 * RequestGate.mostBytes)
        try await withPreview { gate in
            for text in ["GET /\(much)", "GET / HTTP/1.1\r\nCookie: \(much)", "\(much)", "GET / HTTP/1.1\r\n" + much] {
                let connection = try await connection(to: gate)
                try await connection.write(Data(text.utf8))
                #expect(await all(from: connection).hasPrefix("HTTP/1.1 431 "))
            }
        }
    }

    @Test func `the longest request is let through`() async throws {
        try await withPreview { gate in
            let rest = request("/a.html", cookie: "").count
            for (more, wanted) in [(0, "HTTP/1.1 200 "), (1, "HTTP/1.1 431 ")] {
                let cookie = String(repeating: "c", count: RequestGate.mostBytes - rest + more)
                let connection = try await connection(to: gate)
                try await connection.write(request("/a.html", cookie: cookie))
                #expect(await all(from: connection).hasPrefix(wanted))
            }
        }
    }

    @Test func `who doesn't end its request keeps nobody waiting`() async throws {
        try await withPreview { gate in
            var held: [AsyncSocket] = []
            for _ in 0..<300 {
                held.append(try await connection(to: gate))
                try await held.last?.write(Data("GET / HTTP/1.1\r\nHo".utf8))
            }
            let connection = try await connection(to: gate)
            try await connection.write(request("/a.html"))
            #expect(await all(from: connection).hasPrefix("HTTP/1.1 200 OK\r\n"))
            // The first of them lost their places.
            #expect(await all(from: held.removeFirst()).isEmpty)
            for socket in held { try socket.close() }
        }
    }

    @Test func `what can't be read as a request ends its connection, and no other`() async throws {
        try await withPreview { gate in
            for text in [
                "\r\n\r\n", "\n\n", "GET\r\n\r\n", "\u{0}\u{1}\r\n\r\n", "GET / HTTP/1.1\r\nContent-Length: 9\r\n\r\n",
            ] {
                let connection = try await connection(to: gate)
                try await connection.write(Data(text.utf8))
                #expect(await !all(from: connection).hasPrefix("HTTP/1.1 200 "))
            }
            let connection = try await connection(to: gate)
            try await connection.write(request("/a.html"))
            #expect(await all(from: connection).hasPrefix("HTTP/1.1 200 OK\r\n"))
        }
    }

    @Test func `two previews have two ports, and the last port of all is none`() throws {
        let first = try RequestGate(from: 41_000)
        let second = try RequestGate(from: first.port)
        #expect(second.port > first.port)
        #expect(try RequestGate(from: 65_535).port == 65_535)
    }

    /// In seconds: a thousand other tests may come first.
    private static let patience = 600.0
    private static let big = String(repeating: "0123456789abcdef", count: 40_000)

    private func withPreview(_ work: (RequestGate) async throws -> Void) async throws {
        let folder = try Folder(["out/a.html": "<html><body>hi</body></html>", "out/big.txt": Self.big])
        let gate = try RequestGate(from: 42_000)
        let server = PreviewServer(root: folder("out"), state: PreviewState()).bound(behind: gate)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await server.run() }
            try await server.waitUntilListening(timeout: Self.patience)
            group.addTask { try await gate.run() }
            defer { group.cancelAll() }
            try await work(gate)
        }
    }

    private func connection(to gate: RequestGate) async throws -> AsyncSocket {
        try await AsyncSocket.connected(to: .inet(ip4: "127.0.0.1", port: gate.port), timeout: Self.patience)
    }

    private func request(_ path: String, cookie: String? = nil) -> Data {
        let cookies = cookie.map { "Cookie: \($0)\r\n" } ?? ""
        return Data("GET \(path) HTTP/1.1\r\nHost: localhost\r\nConnection: keep-alive\r\n\(cookies)\r\n".utf8)
    }

    /// What comes until the connection ends, which this side then ends too.
    private func all(from connection: AsyncSocket) async -> String {
        var bytes: [UInt8] = []
        while let new = try? await connection.read(atMost: 4096) { bytes += new }
        try? connection.close()
        return String(decoding: bytes, as: UTF8.self)
    }
}
