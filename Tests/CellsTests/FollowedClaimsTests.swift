import Exhibits
import Foundation
import Lessons
import Testing

@testable import Cells

/// Claims and inline values that the running lesson answers without their being compiled.
@Suite(.serialized)
struct FollowedClaimsTests {
    private static let cells = """
        ```{swift}
        let net = Network(inputs: 2) {
            Dense(2, weights: [[0.15, 0.20], [0.25, 0.30]], bias: 0.35)
            Sigmoid()
            Dense(2, weights: [[0.40, 0.45], [0.50, 0.55]], bias: 0.60)
            Sigmoid()
        }
        let pass = net.backpropagate([0.05, 0.10], toward: [0.01, 0.99], minimizing: .halfSquaredError)
        let run = net.trained(
            on: [[0.05, 0.10]: [0.01, 0.99]], minimizing: .halfSquaredError, by: .gradientDescent(rate: 0.5), epochs: 3)
        let outputs = pass.output
        let n = 7
        let name = "three"
        let maybe: Double? = 0.5
        let single: Float = 0.1
        let x = Variable("x", -2), y = Variable("y", 5)
        let f = (x + 3.0) * x
        let matrix = ConfusionMatrix(truths: [0, 1, 1], answers: [0, 1, 0], classes: 2)
        let matrices = [matrix, matrix]
        let rows = [[1, 2], [3, 4]]
        let drawn = (input: [0.5, 0.25], gradients: [[1.0, 2], [3, 4]], pass: pass, loss: 0.125)
        let runs = [run, run], passes = [pass], pairs = [(1, "a"), (2, "b")]
        func summary() -> (error: Double, outputs: [Double]) { (pass.loss, pass.output) }
        let summed = summary()
        ```


        """

    private static let expressions = [
        "n", "name", "maybe", "single", "outputs", "f", "rows", "pass.loss", "pass.output[1]", "pass[\"net_h1\"]",
        "pass[\"w5\"]", "net[\"w5\"]", "pass.network[\"b2\"]", "pass.gradient(of: \"w5\")",
        "pass.partial(\"E_total\", \"out_o1\")",
        "run.losses[3]", "run.losses.count", "run.losses[0] - run.losses[1]", "run.epochs", "run.network[\"w1\"]",
        "net.parameterCount", "f.value", "f.gradient(of: x)", "matrix.counts[1][0]", "matrix.recall(of: 1)", "matrix.accuracy",
        "1 - outputs[0]", "-outputs[0]", "2 * pass.loss / 3", "(outputs[0] - 0.01) * outputs[1]", "n - 1", "n / 2", "1/n",
        "rows[1][0]", "outputs[0] - 0.1 * 0.01 * 5", "matrices[0].counts[1][1]", "rows.count", "pass.gradients[0][0][1]",
        "drawn.input", "drawn.input[1]", "drawn.gradients[1][0]", "1 - drawn.loss", "runs.count", "runs[1].losses[2]",
        "passes[0][\"w5\"]", "pairs.count", "summed.outputs[1]", "summed.outputs.count",
        "pass.activations[1]", "1 - 2 * outputs[0] - 3e-2",
    ]

    private static func lesson(_ text: String) -> Lesson { Lesson.parsed(source: text, file: "a.md") { _ in nil } }

    private static func sentences(_ expressions: [String]) -> String {
        expressions.map { "It is `{swift} \($0)` or [1](<claim: \($0)>).\n" }.joined()
    }

    @Test func `what is followed comes to the same as what is compiled`() async throws {
        let lesson = Self.lesson(Self.cells + Self.sentences(Self.expressions))
        let program = LessonProgram(lesson)
        #expect(!program.text.contains("let _v"))
        #expect(program.compilingAll.text.components(separatedBy: "let _v").count == 2 * Self.expressions.count + 1)
        let runner = try await RunningTests.runner()
        let followed = try await runner.run(program, in: RunningTests.folder)
        let compiled = try await runner.run(program.compilingAll, in: RunningTests.folder)
        #expect(followed.failures.isEmpty && followed.outcomes.count == 2 * Self.expressions.count)
        for (index, expression) in Self.expressions.enumerated() {
            for slot in [2 * index, 2 * index + 1] {
                #expect(followed.outcomes[slot] == compiled.outcomes[slot], "\(expression)")
            }
        }
    }

    /// Each of these is Swift, and none of it is what it seems: a lesson's own member, a variable, an integer division.
    private static let compiled: [(cell: String, expression: String, value: Quantity)] = [
        ("extension BackpropagationPass { var loss: Double { 42 } }", "pass.loss", .number(42)),
        ("var later = 1.0\nlater += 1", "later", .number(2)),
        ("struct Own { var loss = 7.5 }\nlet own = Own()", "own.loss", .number(7.5)),
        ("let some: [Double]? = [1, 2]", "some?.count ?? 0", .integer(2)),
        ("let whole = 7", "3 * (whole / 2) - 7 / 2", .integer(6)),
        ("let s = Variable(\"s\", 4)", "2.0 * s", .number(8)),
        // Members of what elements are known by, not of what they hold.
        (
            "protocol Two {}\nextension Two { var loss: Double { 2 } }\nstruct Own: Two { var loss = 7.5 }\nlet own: [any Two] = [Own()]",
            "own[0].loss", .number(2)
        ),
        ("let some: [Double?] = [1, 2]", "some[1] == nil ? 0 : 1", .integer(1)),
        ("struct Own { var loss = 7.5 }\nlet own = (loss: Own(), 1)", "own.loss.loss", .number(7.5)),
    ]

    @Test func `what can't be followed is compiled`() async throws {
        let lessons = Self.compiled.map {
            Self.lesson(Self.cells + "```{swift}\n\($0.cell)\n```\n\n" + Self.sentences([$0.expression]))
        }
        for (transcript, expected) in zip(try await RunningTests.transcripts(of: lessons), Self.compiled) {
            #expect(transcript.failures.isEmpty, "\(expected.expression)")
            #expect(transcript.outcomes[0]?.value == expected.value, "\(expected.expression)")
            #expect(transcript.outcomes[1]?.value == expected.value, "\(expected.expression)")
        }
    }

    private static let failing = [
        ("run.losses[9]", "Index out of range"), ("pass.loss.count", "no member 'count'"), ("maybe + 1", "must be unwrapped"),
        ("n - 0.5", "binary operator"),
    ]

    @Test func `a claim of a name that isn't there is not computed, and the others are`() async throws {
        let missing = [("pass[\"w9\"]", "no parameter 'w9'"), ("net[\"net_h1\"]", "depends on the sample")]
        let lessons = missing.map { Self.lesson(Self.cells + "It is [1](<claim: \($0.0)>), and [1](<claim: pass.loss>).\n") }
        for (transcript, (expression, message)) in zip(try await RunningTests.transcripts(of: lessons), missing) {
            #expect(transcript.failures.isEmpty, "\(expression): \(transcript.failures)")
            #expect(transcript.outcomes[0]?.failure?.contains(message) == true, "\(expression)")
            #expect(transcript.outcomes[0]?.value == nil && transcript.outcomes[1]?.value?.number != nil, "\(expression)")
        }
    }

    @Test func `what fails is found at its place`() async throws {
        let lessons = Self.failing.map { Self.lesson(Self.cells + "It is [1](<claim: \($0.0)>).\n") }
        let line = Self.cells.split(separator: "\n", omittingEmptySubsequences: false).count
        for (transcript, (expression, message)) in zip(try await RunningTests.transcripts(of: lessons), Self.failing) {
            #expect(transcript.failures.count == 1, "\(expression)")
            #expect(transcript.failures.first?.message.contains(message) == true, "\(expression): \(transcript.failures)")
            #expect(transcript.failures.first?.place.line == line, "\(expression)")
        }
    }
}
