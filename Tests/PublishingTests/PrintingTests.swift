import TestFolders
import Foundation
import Testing

@testable import Publishing

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// What would break: a lesson reaches services of the machine that prints it, or tells another one that it is being printed.
struct PrintingTests {
    /// A socket that listens on this machine alone, and its port.
    private static func listener() throws -> (socket: Int32, port: UInt16) {
        #if canImport(Glibc)
        let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue)
        #else
        let kind = SOCK_STREAM
        #endif
        let descriptor = socket(AF_INET, kind, 0)
        try #require(descriptor >= 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        var length = size
        let isBound = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(descriptor, address, size) == 0 && listen(descriptor, 8) == 0
                    && getsockname(descriptor, address, &length) == 0
            }
        }
        try #require(isBound)
        return (descriptor, UInt16(bigEndian: address.sin_port))
    }

    @Test(.enabled(if: (try? PDFPrinter()) != nil, "no Chromium"))
    func `a printed page asks nobody for its pictures`() async throws {
        let (socket, port) = try Self.listener()
        defer { close(socket) }
        let folder = try Folder([
            "a.html": """
            <!doctype html><title>t</title><p>text</p><img alt="r" src="http://127.0.0.1:\(port)/x.png">
            <img alt="s" src="http://localhost:\(port)/y.png"><iframe src="http://127.0.0.1:\(port)/z"></iframe>
            """
        ])
        let pdf = try await PDFPrinter().pdf(of: folder("a.html"), for: "a.pdf")
        #expect(pdf.count > 1000)
        #expect(accept(socket, nil, nil) < 0, "the page fetched something")
    }
}
