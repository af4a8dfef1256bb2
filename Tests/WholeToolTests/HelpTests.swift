import Testing

/// Whoever knows a name of Keras or PyTorch gets on from the terminal.
struct HelpTests {
    @Test(arguments: [
        (["lstm"], "LSTM("), (["layer", "LSTM"], "i_t = σ("), (["nn.Linear"], "struct Dense"), (["loss"], "Loss.huber"),
        (["build"], "USAGE: lectern build"), (["adam"], "optim.Adam"), (["claims"], "0.525"), (["train"], "epochs: 200"),
        (["layer", "lstm", "--inputs", "2", "--units", "1"], "| h_2 |"), (["Network.training"], "Errors: throws `ShapeError`"),
        (["backpropagate"], "Errors: what can't be done ends the lesson"), (["Input"], "Network(inputs:"),
        (["gradient", "clipping"], "Optimizer.clipped"), (["own", "loss"], "Loss"), (["loss", "function"], "Loss.huber"),
        (["learning", "rate"], "rate:"),
        (["plot", "loss"], "plot"), (["precision"], "Metric"), (["regularization"], "Optimizer.penalized"),
        (["batchSize"], "is also an argument of `Network.trained`"), (["Activation"], "has to have\n\n  func slope(at"),
    ])
    func `a verb, a chapter and a name are told of`(words: [String], said: String) async throws {
        let tool = try Tool()
        defer { tool.remove() }
        let run = try await tool(["help"] + words)
        #expect(run.code == 0)
        #expect(run.output.contains(said), "\(run.all)")
    }

    @Test func `a wrong name leads to the right one and exits with 64`() async throws {
        let tool = try Tool()
        defer { tool.remove() }
        let run = try await tool("help", "LTSM")
        #expect(run.code == 64)
        #expect(run.errors.contains("`lectern help LSTM`"), "\(run.all)")
    }

    @Test func `sizes that make no small example, and names without one, are refused`() async throws {
        let tool = try Tool()
        defer { tool.remove() }
        for words in [
            ["help", "dense", "--units", "0"], ["help", "dense", "--units", "1000"], ["help", "Padding", "--units", "2"],
        ] {
            let run = try await tool(words)
            #expect(run.code == 64, "\(run.all)")
        }
    }

    @Test func `every example of the reference runs, and what it derives is what the engine computes`() async throws {
        let tool = try Tool()
        defer { tool.remove() }
        #expect(try await tool("reference", "reference").code == 0)
        let run = try await tool("verify", "--strict", "--quiet", "reference", "--sandbox", "best")
        #expect(run.code == 0, "\(run.all)")
        let again = try await tool("reference", "reference")
        #expect(again.code == 0, "\(again.all)")
    }

    @Test func `a folder with somebody's course is not written over`() async throws {
        let tool = try Tool(["mine/course.yml": "title: Mine\n"])
        defer { tool.remove() }
        #expect(try await tool("reference", "mine").code == 64)
    }

    @Test func `without a word the verbs and the chapters are listed`() async throws {
        let tool = try Tool()
        defer { tool.remove() }
        let run = try await tool("help")
        #expect(run.code == 0)
        for word in ["preview", "optimizer", "derivation"] { #expect(run.output.contains("  \(word) "), "\(run.output)") }
    }
}
