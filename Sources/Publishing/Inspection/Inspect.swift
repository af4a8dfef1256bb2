import Exhibits
import Lessons

/// A course as JSON: its lessons with cells, inline values and claims, and what the last build found for them. Runs nothing.
public func inspectCourse(at path: String) async throws -> String {
    let course = try Course.loaded(from: path)
    return try JSONText.encoded(await CourseForm(course))
}

private struct CourseForm: Encodable {
    struct CellForm: Encodable {
        var index: Int
        var label: String?
        var place: Place
        var code: String
        var runs: Bool
        var outputs: [Transcript.Output]?
    }
    struct ValueForm: Encodable {
        var expression: String
        var place: Place
        var outcome: Outcome?
    }
    struct ClaimForm: Encodable {
        var written, expression: String
        var expected: String?
        var place: Place
        var outcome: Outcome?
    }
    struct LessonForm: Encodable {
        var file, name, title: String
        var description: String?
        /// Whether outputs and outcomes are known: the lesson ran as it is now.
        var hasRun: Bool
        var cells: [CellForm]
        var values: [ValueForm]
        var claims: [ClaimForm]
        var findings: [Finding]
    }

    var folder: String
    var title: String?
    var description: String?
    var author: String?
    var lessons: [LessonForm]
    var findings: [Finding]

    init(_ course: Course) async throws {
        folder = course.folder
        title = course.settings.title
        description = course.settings.description
        author = course.settings.author
        findings = course.findings
        let build = CourseBuild(course: course, options: BuildOptions())
        lessons = try await build.inspected().map { item in
            let lesson = item.parsed?.lesson
            let transcript = item.ran?.transcript
            return LessonForm(
                file: item.file, name: item.entry.name, title: item.entry.title, description: item.entry.description,
                hasRun: transcript != nil,
                cells: (lesson?.cells ?? []).map { cell in
                    CellForm(
                        index: cell.index, label: cell.options.label, place: cell.place, code: cell.code,
                        runs: cell.options.eval,
                        outputs: transcript.map { $0.outputs[cell.index] ?? [] })
                },
                values: (lesson?.slots ?? []).compactMap { slot in
                    guard case .value(let value) = slot else { return nil }
                    return ValueForm(
                        expression: value.expression, place: value.place, outcome: transcript?.outcomes[value.slot])
                },
                claims: (lesson?.claims ?? []).map { claim in
                    ClaimForm(
                        written: claim.written, expression: claim.entry?.words ?? claim.expression, expected: claim.expected,
                        place: claim.place,
                        outcome: transcript?.outcomes[claim.slot])
                },
                findings: item.result.findings)
        }
    }
}
