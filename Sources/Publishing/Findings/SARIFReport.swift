import Exhibits

/// Findings in the Static Analysis Results Interchange Format, version 2.1.0, for code scanning services.
struct SARIFReport {
    var result: CourseResult

    private struct Log: Encodable {
        var schema = "https://json.schemastore.org/sarif-2.1.0.json"
        var version = "2.1.0"
        var runs: [Run]
        enum CodingKeys: String, CodingKey { case schema = "$schema", version, runs }
    }
    private struct Run: Encodable {
        var tool: Tool
        /// SARIF counts UTF-16 units or code points; we convert to code points.
        var columnKind = "unicodeCodePoints"
        var results: [Result]
    }
    private struct Tool: Encodable { var driver: Driver }
    private struct Driver: Encodable {
        var name = "lectern"
        var rules: [Rule]
    }
    private struct Rule: Encodable {
        var id: String
        var shortDescription: Text
    }
    private struct Text: Encodable { var text: String }
    private struct Result: Encodable {
        var ruleId, level: String
        var message: Text
        var locations: [Location]
    }
    private struct Location: Encodable { var physicalLocation: Physical }
    private struct Physical: Encodable {
        var artifactLocation: Artifact
        var region: Region
    }
    private struct Artifact: Encodable { var uri: String }
    private struct Region: Encodable { var startLine, startColumn, endColumn: Int }

    var source: (String) -> [UInt8]?

    var text: String {
        get throws {
            let findings = result.allFindings
            let rules = Set(findings.map(\.code)).sorted().map { code in
                Rule(id: code, shortDescription: Text(text: code.replacing("-", with: " ")))
            }
            let run = Run(tool: Tool(driver: Driver(rules: rules)), results: findings.map(self.result(of:)))
            return try JSONText.encoded(Log(runs: [run]))
        }
    }

    private func result(of finding: Finding) -> Result {
        // Both may be anything that a lesson's process says.
        var place = finding.place
        place.column = min(max(1, place.column), Self.farthest)
        var end = place
        end.column += min(max(1, finding.length), Self.farthest)
        let start = column(of: place)
        let region = Region(startLine: max(1, place.line), startColumn: start, endColumn: max(start + 1, column(of: end)))
        return Result(
            ruleId: finding.code, level: finding.severity.rawValue,
            message: Text(text: ([finding.message] + finding.notes).joined(separator: "\n")),
            locations: [
                Location(physicalLocation: Physical(artifactLocation: Artifact(uri: URIText.path(place.file)), region: region))
            ])
    }

    /// No line is longer.
    private static let farthest = 1 << 30

    /// The column in code points for one counted in bytes.
    private func column(of place: Place) -> Int {
        guard place.line > 0, let source = source(place.file), let line = Excerpt.line(place.line, of: source) else {
            return max(1, place.column)
        }
        return String(decoding: line.prefix(max(1, place.column) - 1), as: UTF8.self).unicodeScalars.count + 1
    }
}
