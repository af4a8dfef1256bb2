import Cells
import FlyingFox
import FlyingSocks
import Foundation

/// The preview's door to this machine's network: lets a request through once its head has come whole, short and soon.
///
/// The server behind it takes in a line byte by byte and has no bound for one; its work grows with the square of the length, so
/// that a line of 600 kB kept everybody waiting for a minute, and any page in the browser can send one. So the server listens
/// where this program alone can reach it, at a socket in a private folder, and a connection here is for one request.
struct RequestGate: Sendable {
    let port: UInt16
    private let socket: Socket
    private let folder: WorkFolder
    private let line = WaitingLine()

    /// A gate at the first free port from `port` on. It listens from now on, and answers once it runs.
    init(from port: UInt16) throws {
        folder = try WorkFolder()
        guard (folder.path + Self.name).utf8.count <= Self.longestPath else {
            throw PreviewError.noSocket(folder.path)
        }
        for port in port...UInt16(clamping: Int(port) + PreviewError.portsTried) {
            guard let socket = try? Self.listening(at: port) else { continue }
            (self.port, self.socket) = (port, socket)
            return
        }
        throw PreviewError.noPort(Int(port))
    }

    /// Where the server behind has to listen.
    var server: sockaddr_un { .unix(path: folder.path + Self.name) }

    private static func listening(at port: UInt16) throws -> Socket {
        let socket = try Socket(domain: AF_INET)
        do {
            try socket.setValue(true, for: .localAddressReuse)
            // An answer comes in pieces. By Nagle's algorithm the second waits until the first is acknowledged, and the browser
            // delays that by 40 ms (RFC 9293, 3.7.4 and 3.8.6.3). Connections inherit what is set here.
            try socket.setValue(true, for: BoolSocketOption(level: Int32(IPPROTO_TCP), name: TCP_NODELAY))
            try socket.bind(to: .inet(ip4: "127.0.0.1", port: port))
            try socket.listen()
            return socket
        } catch {
            try? socket.close()
            throw error
        }
    }

    /// Lets requests through until it is cancelled; the server behind has to listen already.
    func run() async throws {
        defer { try? socket.close() }
        let pool = HTTPServer.defaultPool()
        try await pool.prepare()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await pool.run() }
            group.addTask { try await accept(from: AsyncSocket(socket: socket, pool: pool), in: pool) }
            defer { group.cancelAll() }
            try await group.next()
        }
    }

    private func accept(from door: AsyncSocket, in pool: some AsyncSocketPool) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            var open = 0
            for try await client in door.sockets {
                if open == Self.mostConnections {
                    try await group.next()
                    open -= 1
                }
                open += 1
                group.addTask {
                    defer { try? client.close() }
                    // Whatever happens to one connection, the others go on.
                    try? await answer(client, in: pool)
                }
            }
        }
    }

    private func answer(_ client: AsyncSocket, in pool: some AsyncSocketPool) async throws {
        try await within(Self.longestAnswer) {
            guard let head = try await awaitedHead(from: client) else {
                return try await refuse(client)
            }
            let server = try await AsyncSocket.connected(to: server, pool: pool, timeout: Self.longestHead / .seconds(1))
            defer { try? server.close() }
            try await server.write(head)
            // That was all: the server answers this request, finds no other and ends the connection.
            shutdown(server.socket.file.rawValue, Int32(SHUT_WR))
            while true { try await client.write(Data(server.read(atMost: 4096))) }
        }
    }

    private func refuse(_ client: AsyncSocket) async throws {
        try await client.write(Self.refusal)
        shutdown(client.socket.file.rawValue, Int32(SHUT_WR))
        // Where a connection ends with something unread, its other end isn't told what was said last.
        for _ in 0..<Self.mostPiecesDropped { _ = try await client.read(atMost: 4096) }
    }

    /// Waits for the head of `client`'s request, unless so many others come that it loses its place.
    private func awaitedHead(from client: AsyncSocket) async throws -> Data? {
        let place = await line.enter(client.socket)
        let head: Result<Data?, any Error>
        do { head = .success(try await within(Self.longestHead) { try await self.head(from: client) }) } catch {
            head = .failure(error)
        }
        // Before the socket is closed: its number would be another's.
        await line.leave(place)
        return try head.get()
    }

    /// What `client` sends to the end of its request's head, and what came with it. `nil` where it is too long.
    private func head(from client: AsyncSocket) async throws -> Data? {
        var bytes: [UInt8] = []
        while bytes.count < Self.mostBytes {
            let new = try await client.read(atMost: Self.mostBytes - bytes.count)
            let seen = max(0, bytes.count - 3)
            bytes += new
            if Self.holdsEmptyLine(bytes[seen...]) { return Data(bytes) }
        }
        return nil
    }

    /// Lines end in CR LF, and a reader may take a lone LF for it (RFC 9112, 2.2).
    private static func holdsEmptyLine(_ bytes: ArraySlice<UInt8>) -> Bool {
        let lineFeed = UInt8(ascii: "\n")
        return zip(bytes, bytes.dropFirst()).contains { $0 == (lineFeed, lineFeed) }
            || zip(bytes, bytes.dropFirst(2)).contains { $0 == (lineFeed, lineFeed) }
    }

    private func within<Result: Sendable>(
        _ limit: Duration, _ work: @escaping @Sendable () async throws -> Result
    ) async throws -> Result {
        try await withThrowingTaskGroup(of: Result.self) { group in
            group.addTask(operation: work)
            group.addTask {
                try await Task.sleep(for: limit)
                throw CancellationError()
            }
            defer { group.cancelAll() }
            guard let first = try await group.next() else { throw CancellationError() }
            return first
        }
    }

    private static let refusal = Data(
        "HTTP/1.1 431 Request Header Fields Too Large\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".utf8)

    private static let name = "/preview"
    /// In bytes, of a socket's path, on every system.
    private static let longestPath = 103

    /// In bytes, of a request's head. Common servers take 8 to 16 kB.
    static let mostBytes = 16_384
    private static let mostPiecesDropped = 250
    /// Long enough for a machine that is busy with a build.
    private static let longestHead: Duration = .seconds(30)
    /// An answer waits up to half a minute for news of a page.
    private static let longestAnswer: Duration = .seconds(120)
    /// Of these most wait for news of a page; a browser holds six a page.
    private static let mostConnections = 512
}

/// The connections whose request hasn't come yet: whoever opens very many loses the oldest, and nobody else waits.
private actor WaitingLine {
    private var sockets: [(place: Int, socket: Socket)] = []
    private var entered = 0

    func enter(_ socket: Socket) -> Int {
        if sockets.count == Self.most { shutdown(sockets.removeFirst().socket.file.rawValue, Int32(SHUT_RDWR)) }
        entered += 1
        sockets.append((entered, socket))
        return entered
    }

    func leave(_ place: Int) { sockets.removeAll { $0.place == place } }

    private static let most = 128
}
