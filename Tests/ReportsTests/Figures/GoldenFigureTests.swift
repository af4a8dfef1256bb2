import Foundation
import Testing

@testable import Reports

/// The drawings of the samples, held to the byte. Recorded with `LECTERN_RECORD=1`, never when `CI` is set; a run that records fails,
/// so that nobody mistakes it for a check. Read the picture of a re-recorded file before keeping it.
struct GoldenFigureTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")
    static var records: Bool {
        let environment = ProcessInfo.processInfo.environment
        return environment["LECTERN_RECORD"] == "1" && environment["CI"] == nil
    }

    @Test(arguments: Samples.figures.map(\.name))
    func `a figure is drawn as recorded`(name: String) throws {
        let sample = try #require(Samples.figures.first { $0.name == name })
        let drawn = SVG.file(of: sample.figure, id: name)
        let file = Self.folder.appending(path: "\(name).svg")
        if Self.records {
            try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
            try drawn.write(to: file, atomically: true, encoding: .utf8)
            Issue.record("recorded \(name).svg; look at it, then run without LECTERN_RECORD")
        } else {
            let expected = try String(contentsOf: file, encoding: .utf8)
            #expect(drawn == expected, "\(name).svg differs; LECTERN_RECORD=1 records it anew")
        }
    }

    @Test func `every recorded figure is still used`() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path())
        #expect(Set(files) == Set(Samples.figures.map { "\($0.name).svg" }))
    }
}
