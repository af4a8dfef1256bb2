import Claims
import Exhibits
import Foundation
import Lessons
import Testing

/// The keys of the course's blanks. Each is computed by the engine as the blank says, claimed in the solution, where the course's
/// verification holds it against the engine, and computed a second time by `Tests/References/exercises.py`.
struct CourseExerciseTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..")

    private static func lessons() throws -> [Lesson] {
        let folder = root.appending(path: "lessons")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        var defaults = FrontMatter()
        defaults.edition = .instructor
        return try files.filter { $0.pathExtension == "md" }.sorted { $0.path < $1.path }.map { file in
            Lesson.parsed(
                source: try String(contentsOf: file, encoding: .utf8), file: file.lastPathComponent, defaults: defaults)
        }
    }

    /// The claims in the solution of an exercise.
    private static func claims(solving label: String, in lesson: Lesson) -> [Claim] {
        var claims: [Claim] = []
        lesson.walk { visit in
            guard case .block(let node) = visit, case .division(let division) = node.block,
                division.label == "sol-" + label.dropFirst(4)
            else { return }
            walk(division.content) { visit in
                switch visit {
                case .inline(.claim(let claim)): claims.append(claim)
                case .inline(.mathematics(let formula)):
                    claims += formula.parts.compactMap { if case .claim(let claim) = $0 { claim } else { nil } }
                default: break
                }
            }
        }
        return claims
    }

    @Test func `every key of the course is claimed in its solution, and NumPy has the same number`() throws {
        let data = try Data(contentsOf: Self.root.appending(path: "Tests/References/exercises.json"))
        let keys = try JSONDecoder().decode([String: [Double]].self, from: data)
        var seen: Set<String> = []
        for lesson in try Self.lessons() {
            #expect(lesson.findings.filter { $0.severity == .error }.isEmpty, "\(lesson.file): \(lesson.findings)")
            for exercise in lesson.exercises where !exercise.blanks.isEmpty {
                let label = try #require(exercise.label), values = try #require(keys[label], "\(label)")
                seen.insert(label)
                let claims = Self.claims(solving: label, in: lesson)
                for blank in exercise.blanks {
                    #expect(
                        claims.contains { $0.expression.hasPrefix(blank.answer.expression) },
                        "\(label): \(blank.answer.expression)")
                }
                #expect(values.count == exercise.blanks.reduce(0) { $0 + $1.form.fields.count }, "\(label)")
                for value in values {
                    let isClaimed = claims.contains { claim in
                        judge(written: claim.written, outcome: Outcome(.number(value)), language: lesson.frontMatter.lang)
                            .verdict == .exact
                    }
                    #expect(isClaimed, "\(label): \(value) stands in no claim of \(claims.map(\.written))")
                }
            }
        }
        #expect(seen == Set(keys.keys))
    }
}
