import Foundation
import Testing

/// Texts kept beside the tests, compared to the last character.
///
/// `LECTERN_RECORD=1 swift test …` writes them anew and fails, so that nobody commits a recording unread; never where CI is set.
enum GoldenFile {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")

    static func expect(_ text: String, matches name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let file = folder.appending(path: name)
        let environment = ProcessInfo.processInfo.environment
        if environment["LECTERN_RECORD"] == "1", environment["CI"] == nil {
            try Data(text.utf8).write(to: file)
            Issue.record(
                "recorded \(name): read its diff, then run again without LECTERN_RECORD", sourceLocation: sourceLocation)
            return
        }
        let kept = try String(decoding: Data(contentsOf: file), as: UTF8.self)
        let difference = zip(kept.split(separator: "\n"), text.split(separator: "\n")).first { $0 != $1 }
        #expect(
            kept == text, "first difference: \(difference.map { "kept \($0.0), now \($0.1)" } ?? "in length")",
            sourceLocation: sourceLocation)
    }
}
