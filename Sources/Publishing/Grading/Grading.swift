import Exhibits
import Foundation
import Lessons
import Storage

/// How a class's answers are marked.
public struct GradingOptions: Sendable {
    /// The table of answers.
    public var answers: String
    /// The key that `lectern variants` wrote, or the folder it is in.
    public var key: String
    /// The folder for marks and pages; nil only counts.
    public var output: String?

    public init(answers: String, key: String, output: String?) {
        self.answers = answers
        self.key = key
        self.output = output
    }
}

/// What `lectern grade` came to.
public struct GradingResult: Sendable {
    public var findings: [Finding] = []
    /// What the marks come to; empty where something is in the way.
    public var summary = ""
    /// Everything for programs, as JSON.
    public var json = ""

    public var failed: Bool { findings.contains { $0.severity == .error } }
}

/// Marks a class's answers by a key of variants: right or not, following from an own mistake, and which slip explains what is
/// wrong. Nothing is run: the key has what the answers are computed from.
public func gradeAnswers(_ options: GradingOptions) async throws -> GradingResult {
    let path = options.key.hasSuffix(".json") ? options.key : Files.join(options.key, "key.json")
    let bytes = try Files.read(path)
    guard let key = try? JSONDecoder().decode(GradingKey.self, from: Data(bytes)), key.isWhole else {
        return GradingResult(findings: [
            Finding(
                .error, code: "unreadable-key", at: Place(file: path, line: 1),
                "this is no key of this version of Lectern; make it again with `lectern variants`, with the same roster and salt"
            )
        ])
    }
    let table = AnswerTable(try Files.read(options.answers), file: options.answers, key: key)
    var result = GradingResult(findings: table.findings)
    guard !result.failed else { return result }
    // Slips are told in the language of the sheet.
    var style = PageStyle.current
    style.language = PageLanguage(tag: key.language)
    let marked = PageStyle.$current.withValue(style) { ClassMarks(key, table.sheets) }
    result.summary = marked.summary
    result.json = try marked.json
    if let output = options.output { try await GradeReports(marked, output: output).write() }
    return result
}
