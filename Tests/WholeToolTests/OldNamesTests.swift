import Testing

/// A name that was changed stays for one release: lessons that use it still build, and are told the new one.
struct OldNamesTests {
    static let lesson = """
        # Old names

        ```{swift}
        let net = Network(inputs: 1) {
            Dense(1, weights: [[2]], bias: .none)
            Linear()
        }
        let loss = net.loss(on: [[1]: [0]], .halfSquaredError)
        let again = net.trainingLoss(on: [[1]: [0]], .halfSquaredError)
        let way = Path("way", [[0, 0], [1, 1]])
        ```

        The loss is [2](claim:loss), and in training [2](claim:again).
        """

    @Test func `a lesson with old names still holds, and each is told where it stands and what to write`() async throws {
        let tool = try Tool(["lessons/old.md": Self.lesson])
        defer { tool.remove() }
        let run = try await tool("verify", "lessons", "--sandbox", "best")
        #expect(run.code == 0, "\(run.all)")
        for (place, old, new) in [
            ("old.md:6:", "Linear", "Identity"), ("old.md:8:", "loss(on:_:", "loss(on:minimizing:"),
            ("old.md:9:", "trainingLoss(on:_:", "trainingLoss(on:minimizing:"), ("old.md:10:", "Path", ".path"),
        ] {
            #expect(
                run.all.split(separator: "\n").contains {
                    $0.contains(place) && $0.contains("'\(old)") && $0.contains("is an old name; write '") && $0.contains(new)
                }, "\(old): \(run.all)")
        }
    }

    @Test func `a lesson's own words don't collide with Lectern's`() async throws {
        let tool = try Tool([
            "lessons/own.md": """
            # Own words

            ```{swift}
            let entry = 3.0
            let sum = [1.0, 2.0].reduce(0, +)
            let mean = sum / 2
            let variables = [entry, mean]
            struct Path { var length = 2.0 }
            let losses = [[sum, mean], [entry, Path().length]]
            ```

            | a | b |
            |---|---|
            | 3 | 1.5 |
            | 3 | 2 |

            : Losses {#tbl-losses claim="losses"}

            The sum is [3](claim:sum), the mean [1.5](claim:mean), the entry [3](claim:entry).
            """
        ])
        defer { tool.remove() }
        let run = try await tool("verify", "lessons", "--sandbox", "best")
        #expect(run.code == 0, "\(run.all)")
        #expect(run.all.contains("7 claims"), "\(run.all)")
    }
}
