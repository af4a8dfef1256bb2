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

    private static func keys() throws -> [String: [Double]] {
        let data = try Data(contentsOf: root.appending(path: "Tests/References/exercises.json"))
        return try JSONDecoder().decode([String: [Double]].self, from: data)
    }

    private static func isWritten(_ number: String, _ value: Double, in lesson: Lesson) -> Bool {
        judge(written: number, outcome: Outcome(.number(value)), language: lesson.frontMatter.lang).verdict == .exact
            || Double(number) == value
    }

    @Test func `every key of the course is claimed in its solution, and NumPy has the same number`() throws {
        let keys = try Self.keys()
        var asked: Set<String> = [], seen: Set<String> = []
        for lesson in try Self.lessons() {
            #expect(lesson.findings.filter { $0.severity == .error }.isEmpty, "\(lesson.file): \(lesson.findings)")
            let drawn = Self.drawnNames(in: lesson)
            asked.formUnion(lesson.exercises.compactMap(\.label))
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
                    let isClaimed = claims.flatMap { Self.numbers(in: $0) }.contains { Self.isWritten($0, value, in: lesson) }
                    #expect(isClaimed, "\(label): \(value) stands in no claim of \(claims.map(\.written))")
                }
            }
        }
        #expect(seen.isSubset(of: keys.keys) && asked.isSuperset(of: keys.keys))
    }

    /// Exercises whose answer has no number to compute, each with what it is instead.
    private static let inWords = [
        "exr-linear": "a proof", "exr-scale": "which of two steps changes", "exr-drawing": "names of weights, to be chosen",
        "exr-multi-balance": "what an accuracy hides", "exr-deep-zero": "why there is no gradient",
        "exr-leak": "an order of two steps", "exr-curves": "a diagnosis", "exr-conv-tie": "a convention",
        "exr-equal-scores": "what a mean is, and why there is no gradient",
    ]

    @Test func `every exercise of a teaching lesson has its numbers from NumPy, or is answered in words`() throws {
        let keys = try Self.keys()
        var reasons: Set<String> = []
        for lesson in try Self.lessons() where Self.teaching.contains(lesson.name) {
            for exercise in lesson.exercises where exercise.blanks.isEmpty {
                let label = try #require(exercise.label, "\(lesson.file): an exercise without a label")
                let claimed = Self.claims(solving: label, in: lesson).flatMap { Self.numbers(in: $0) }
                    .filter { $0.contains(where: \.isNumber) && !$0.contains(" ") }
                if Self.inWords[label] != nil {
                    reasons.insert(label)
                    #expect(keys[label] == nil && claimed.isEmpty, "\(label) has numbers: \(claimed)")
                    continue
                }
                let values = try #require(keys[label], "\(label) of \(lesson.file) is in no reference script")
                #expect(!values.isEmpty, "\(label)")
                for number in claimed {
                    #expect(
                        values.contains { Self.isWritten(number, $0, in: lesson) }, "\(label): \(number) isn't among \(values)")
                }
                let written = claimed.isEmpty ? Self.numbers(answering: label, in: lesson) : claimed
                for value in values {
                    #expect(
                        written.contains { Self.isWritten($0, value, in: lesson) }, "\(label): \(value) isn't among \(written)")
                }
            }
        }
        #expect(reasons == Set(Self.inWords.keys))
    }

    /// The numbers of a solution and of right choices as their source has them, for a solution that claims none.
    private static func numbers(answering label: String, in lesson: Lesson) -> [String] {
        let solution = lesson.source.components(separatedBy: "::: {#sol-\(label.dropFirst(4))").dropFirst().first?
            .components(separatedBy: "\n:::").first
        let exercise = lesson.source.components(separatedBy: "::: {#\(label)").dropFirst().first?
            .components(separatedBy: "::: {#sol-").first
        let chosen = exercise?.split(separator: "\n").filter { $0.hasPrefix("- [x]") }.joined(separator: "\n")
        return [solution, chosen].compactMap(\.self).flatMap { text in
            text.matches(of: /\d+(?:\.\d+)?/).map { String($0.output) }
        }
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
