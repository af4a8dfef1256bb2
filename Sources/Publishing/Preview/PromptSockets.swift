import FlyingFox
import FlyingSocks
import Foundation

/// Sockets that send what they are given at once.
///
/// The server writes an answer's head and its body one after the other. By Nagle's algorithm the second waits until the first
/// is acknowledged, and the browser delays that by 40 ms (RFC 9293, 3.7.4 and 3.8.6.3), for every style sheet, font and script
/// of a page. `TCP_NODELAY` sends both; connections inherit it from the socket that listens.
struct PromptSockets<Pool: AsyncSocketPool>: AsyncSocketPool {
    var pool: Pool

    func prepare() async throws { try await pool.prepare() }

    func run() async throws { try await pool.run() }

    func suspendSocket(_ socket: Socket, untilReadyFor events: Socket.Events) async throws {
        // A socket that isn't of TCP has no such option, and needs none.
        if events == .connection {
            try? socket.setValue(true, for: BoolSocketOption(level: Int32(IPPROTO_TCP), name: TCP_NODELAY))
        }
        try await pool.suspendSocket(socket, untilReadyFor: events)
    }
}
