import Exhibits
import Foundation

/// The whole result for programs: one JSON object with sorted keys.
struct JSONReport {
    var result: CourseResult

    private struct Form: Encodable {
        struct Summary: Encodable {
            var lessons, failed, claims, holding, errors, warnings: Int
            var exitCode: Int32
        }
        struct LessonForm: Encodable {
            var file, title: String
            var claims: [CourseResult.ClaimLine]
            var unclaimed: [CourseResult.Unclaimed]
        }
        var summary: Summary
        var lessons: [LessonForm]
        var findings: [Finding]
    }

    var text: String {
        get throws {
            let counts = Counts(result)
            let form = Form(
                summary: .init(
                    lessons: counts.lessons, failed: counts.failedLessons, claims: counts.claims, holding: counts.holding,
                    errors: counts.errors, warnings: counts.warnings, exitCode: result.exitCode),
                lessons: result.lessons.map {
                    .init(file: $0.file, title: $0.title, claims: $0.claims, unclaimed: $0.unclaimed)
                },
                findings: result.allFindings)
            return try JSONText.encoded(form)
        }
    }
}

/// JSON as we print it: readable, and the same on every run.
enum JSONText {
    static func encoded(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
    }
}
