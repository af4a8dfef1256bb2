import Foundation

@testable import Reference

/// Writes what the examples print behind them, in the files in which they stand.
enum ExampleRecording {
    static func write(_ results: [ExampleProgram.Place: String]) throws {
        let folder = URL(filePath: #filePath).appending(path: "../../../../Sources/Reference/Examples").standardizedFileURL
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        for file in files where file.lastPathComponent.hasSuffix("Examples.swift") {
            var lines = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n")
            for (number, example) in Examples.all.enumerated() {
                // Several examples may have one title: that which begins alike.
                let title = indented("// " + example.titles.joined(separator: ", "))
                let start = lines.indices.dropLast().first { line in
                    lines[line] == title && (example.given.first.map { lines[line + 1] == indented($0) } ?? true)
                }
                guard var place = start else { continue }
                for (index, use) in example.uses.enumerated() {
                    guard let result = results[.init(example: number, use: index)], let last = use.text.last,
                        let line = lines[place...].firstIndex(of: indented(last))
                    else { continue }
                    place = line
                    lines[line] = indented((use.lines.last ?? "") + " // " + result)
                }
            }
            try Data(lines.joined(separator: "\n").utf8).write(to: file, options: .atomic)
        }
    }

    private static func indented(_ line: String) -> String { "        " + line }
}
