import Foundation
import Storage

/// A folder of its own for one test, gone when the test is over.
package final class Folder: Sendable {
    package let path: String

    /// - Parameter files: their content by path.
    package init(_ files: [String: String] = [:]) throws {
        path = NSTemporaryDirectory() + "lectern-test-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        for (name, text) in files { try write(text, to: name) }
    }

    deinit { Files.removeFolder(path) }

    package func write(_ text: String, to name: String) throws { try Files.write(Array(text.utf8), to: path + "/" + name) }

    package func text(_ name: String) -> String? {
        Files.contents(of: path + "/" + name).map { String(decoding: $0, as: UTF8.self) }
    }

    package func callAsFunction(_ name: String) -> String { path + "/" + name }
}
