import Testing

/// What a person hears of a training that takes long, and what of it gets into the page.
@Suite(.serialized)
struct LongTrainingTests {
    /// Each of 40 epochs sleeps 20 ms at least.
    private static func lesson(recording: Bool) -> String {
        """
        # Long

        ```{swift}
        import Foundation

        struct Slow: Activation {
            func value(at z: Double) -> Double {
                usleep(20_000)
                return z
            }
            func slope(at z: Double, output: Double) -> Double { 1 }
        }
        let run = Network(inputs: 1, seed: 1) { Dense(1); Slow() }
            .trained(
                on: [[1]: [2]], minimizing: .halfSquaredError, by: .gradientDescent(rate: 0.1), epochs: 40,
                recordsSeconds: \(recording))
        show(run)
        ```

        Seconds kept: `{swift} run.seconds.count`, long enough: `{swift} run.seconds.allSatisfy { $0 >= 0.02 }`.

        """
    }

    @Test func `it is heard at the terminal, not in the page, and no clock either`() async throws {
        let tool = try Tool(["lessons/a.md": Self.lesson(recording: false)])
        defer { tool.remove() }
        let run = try await tool("build", "lessons", "--output", "site")
        #expect(run.code == 0, "\(run.all)")
        let heard = run.errors.split(separator: "\n").filter { $0.contains("training") }
        let form = /lessons\/a\.md: training \d+ %, epoch \d+ of 40, loss [0-9.]+( × 10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)?/
        #expect(!heard.isEmpty && heard.allSatisfy { $0.wholeMatch(of: form) != nil }, "\(run.errors)")
        #expect(heard.last?.contains("training 100 %, epoch 40 of 40") == true, "\(run.errors)")
        let page = tool.text("site/a.md") ?? ""
        #expect(page.contains("Seconds kept: 0,"), "\(page)")
        #expect(!page.contains("training") && tool.text("site/a.html")?.contains("epoch 40 of") == false)
        let first = try tool.files(below: "site")
        #expect(try await tool("build", "lessons", "--output", "again", "--no-cache").code == 0)
        #expect(try tool.files(below: "again") == first)
    }

    @Test func `how long each epoch took is there when it is asked for`() async throws {
        let tool = try Tool(["lessons/a.md": Self.lesson(recording: true)])
        defer { tool.remove() }
        #expect(try await tool("build").code == 0)
        #expect(tool.text("output/a.md")?.contains("Seconds kept: 40, long enough: true.") == true)
    }
}
