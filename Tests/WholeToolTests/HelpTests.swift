import Testing

/// Whoever knows a name of Keras or PyTorch gets on from the terminal.
struct HelpTests {
    @Test(arguments: [
        (["lstm"], "LSTM("), (["layer", "LSTM"], "i_t = σ("), (["nn.Linear"], "struct Dense"), (["loss"], "Loss.huber"),
        (["build"], "USAGE: lectern build"), (["adam"], "optim.Adam"),
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

    @Test func `without a word the verbs and the chapters are listed`() async throws {
        let tool = try Tool()
        defer { tool.remove() }
        let run = try await tool("help")
        #expect(run.code == 0)
        for word in ["preview", "optimizer", "derivation"] { #expect(run.output.contains("  \(word) "), "\(run.output)") }
    }
}
