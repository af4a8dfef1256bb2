import Foundation

@testable import Publishing

/// A folder of its own for one test, gone when the test is over.
final class Folder: Sendable {
    let path: String

    /// - Parameter files: their content by path.
    init(_ files: [String: String] = [:]) throws {
        path = NSTemporaryDirectory() + "lectern-test-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        for (name, text) in files { try write(text, to: name) }
    }

    deinit { Files.removeFolder(path) }

    func write(_ text: String, to name: String) throws { try Files.write(Array(text.utf8), to: path + "/" + name) }

    func text(_ name: String) -> String? { Files.contents(of: path + "/" + name).map { String(decoding: $0, as: UTF8.self) } }

    func callAsFunction(_ name: String) -> String { path + "/" + name }
}
