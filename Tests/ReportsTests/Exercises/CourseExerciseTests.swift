import Claims
import Exhibits
import Foundation
import Lessons
import Testing

/// The keys of the course's blanks. Each is computed by the engine as the blank says, claimed in the solution, where the course's
/// verification holds it against the engine, and computed a second time by `Tests/References/exercises.py`. A drawn exercise has
/// other keys for each student and claims none: its solution says the values, and `DrawnExerciseTests` runs its cell.
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
                case .block(let node):
                    guard case .mathematics(let formula) = node.block else { return }
                    claims += formula.parts.compactMap { if case .claim(let claim) = $0 { claim } else { nil } }
                case .inline(.mathematics(let formula)):
                    claims += formula.parts.compactMap { if case .claim(let claim) = $0 { claim } else { nil } }
                default: break
                }
            }
        }
        return claims
    }

    /// What a claim writes, number by number where it is a list.
    private static func numbers(in claim: Claim) -> [String] {
        guard claim.written.hasPrefix("("), claim.written.hasSuffix(")") else { return [claim.written] }
        return claim.written.dropFirst().dropLast().split(separator: ", ").map(String.init)
    }

    /// What the cells of a lesson that draw declare.
    private static func drawnNames(in lesson: Lesson) -> Set<String> {
        var names: Set<String> = []
        lesson.walk { visit in
            guard case .block(let node) = visit, case .cell(let cell) = node.block, cell.code.contains("Exercise.drawn(") else {
                return
            }
            names.formUnion(cell.code.matches(of: /(?m)^let (\w+)/).map { String($0.output.1) })
        }
        return names
    }

    /// The values that the solution of an exercise prints.
    private static func values(solving label: String, in lesson: Lesson) -> [String] {
        var values: [String] = []
        lesson.walk { visit in
            guard case .block(let node) = visit, case .division(let division) = node.block,
                division.label == "sol-" + label.dropFirst(4)
            else { return }
            walk(division.content) { visit in
                if case .inline(.value(let value)) = visit { values.append(value.expression) }
            }
        }
        return values
    }

    @Test func `every key of the course is claimed in its solution, and NumPy has the same number`() throws {
        let data = try Data(contentsOf: Self.root.appending(path: "Tests/References/exercises.json"))
        let keys = try JSONDecoder().decode([String: [Double]].self, from: data)
        var seen: Set<String> = []
        for lesson in try Self.lessons() {
            #expect(lesson.findings.filter { $0.severity == .error }.isEmpty, "\(lesson.file): \(lesson.findings)")
            let drawn = Self.drawnNames(in: lesson)
            for exercise in lesson.exercises where !exercise.blanks.isEmpty {
                let label = try #require(exercise.label), values = try #require(keys[label], "\(label)")
                seen.insert(label)
                #expect(values.count == exercise.blanks.reduce(0) { $0 + $1.form.fields.count }, "\(label)")
                if exercise.blanks.contains(where: { drawn.contains($0.name) }) {
                    let said = Self.values(solving: label, in: lesson).joined(separator: "\n")
                    for blank in exercise.blanks where drawn.contains(blank.name) {
                        #expect(said.contains(blank.answer.expression.prefix { $0 != "[" }), "\(label): \(blank.name)")
                    }
                    continue
                }
                let claims = Self.claims(solving: label, in: lesson)
                for blank in exercise.blanks {
                    #expect(
                        claims.contains { $0.expression.hasPrefix(blank.answer.expression) },
                        "\(label): \(blank.answer.expression)")
                }
                for value in values {
                    let isClaimed = claims.flatMap { Self.numbers(in: $0) }.contains { number in
                        judge(written: number, outcome: Outcome(.number(value)), language: lesson.frontMatter.lang)
                            .verdict == .exact || Double(number) == value
                    }
                    #expect(isClaimed, "\(label): \(value) stands in no claim of \(claims.map(\.written))")
                }
            }
        }
        #expect(seen == Set(keys.keys))
    }

    @Test func `every teaching lesson asks for a derivation, a mistake and a prediction, and has four exercises`() throws {
        let lessons = try Self.lessons()
        for name in Self.teaching {
            let lesson = try #require(lessons.first { $0.file == name + ".md" }, "\(name)")
            let labels = lesson.exercises.compactMap(\.label)
            #expect(labels.count >= 4, "\(name)")
            let source = try String(contentsOf: Self.root.appending(path: "lessons/\(name).md"), encoding: .utf8)
            for words in [/Complete the (?:derivation|calculation)/, /Find the mistake\./, /A program to change\./] {
                #expect(source.firstMatch(of: words) != nil, "\(name)")
            }
            #expect(!Self.drawnNames(in: lesson).isEmpty, "\(name)")
        }
    }

    private static let teaching = [
        "activation-functions", "loss-functions", "forward-pass", "backpropagation-step-by-step", "gradient-descent",
        "optimisers", "xor", "binary-classification", "multi-class-classification", "deep-networks", "generalisation",
        "convolutional-networks", "recurrent-networks", "attention",
    ]
}

extension Blank {
    /// What the expression of its answer begins with.
    fileprivate var name: String { String(answer.expression.prefix { $0.isLetter || $0.isNumber }) }
}
