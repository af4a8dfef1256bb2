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
            var isolation: IsolationLevel?
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
                    .init(
                        file: $0.file, title: $0.title.cut(toBytes: ClaimsCut.longestOfMany), isolation: $0.isolation,
                        claims: ClaimsCut($0.claims).claims, unclaimed: $0.unclaimed.map { ClaimsCut.line($0) })
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
        return escaped(String(decoding: try encoder.encode(value), as: UTF8.self)) + "\n"
    }

    /// An object whose last field, in the order of names, is a list of objects that are written and indented already.
    static func encoded(_ object: some Encodable, and name: String, _ list: [String]) throws -> String {
        let object = try encoded(object).dropLast("\n}\n".count)
        return object + ",\n  \"\(name)\" : [\n" + list.joined(separator: ",\n") + "\n  ]\n}\n"
    }

    /// An object as it stands in such a list.
    static func indented(_ object: String) -> String {
        object.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n")
    }

    /// The same JSON, with what a terminal or a runner might obey written by its code.
    private static func escaped(_ json: String) -> String {
        let bytes = Array(json.utf8)
        let commands = TerminalText.commands.filter { bytes.holds(Array($0.utf8)) }
        if commands.isEmpty, !json.unicodeScalars.contains(where: isWrittenByCode) { return json }
        var result = ""
        for scalar in json.unicodeScalars {
            if isWrittenByCode(scalar) {
                let code = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - code.count) + code
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return commands.reduce(result) { $0.replacing($1, with: "\\u0023" + $1.dropFirst()) }
    }

    private static func isWrittenByCode(_ scalar: Unicode.Scalar) -> Bool {
        scalar != "\n" && (scalar.value < 0x20 || TerminalText.isControl(scalar))
    }
}
