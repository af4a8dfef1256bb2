import Testing

@testable import Reference

/// What users of Keras and PyTorch would type leads to what Lectern has.
struct SearchTests {
    @Test(arguments: [
        ("lstm", "LSTM"), ("LSTM", "LSTM"), ("Dense", "Dense"), ("binary cross entropy", "Loss.binaryCrossEntropy"),
        ("show", "show"), ("layer lstm", "LSTM"), ("Network.trained", "Network.trained"), ("nn.Linear", "Dense"),
        ("CrossEntropyLoss", "Loss.categoricalCrossEntropyFromLogits"), ("make_moons", "Dataset.moons"),
        ("fit", "Network.trained"),
        ("optimizer adam", "Optimizer.adam"), ("to_categorical", "Dataset.oneHot"),
        ("xavier_uniform_", "Initializer.glorotUniform"),
        ("train_test_split", "Dataset.split"), ("loss.backward", "Network.backpropagate"),
    ])
    func `a name is found however it is written`(word: String, title: String) async throws {
        let reference = try await TheReference.get()
        guard case .entries(let entries) = reference.answer(to: word.split(separator: " ").map(String.init)) else {
            Issue.record("\(word): \(reference.answer(to: [word]))")
            return
        }
        #expect(entries.map(\.title).contains(title))
    }

    @Test(arguments: [("layers", Topic.layer), ("loss", .loss), ("losses", .loss), ("optimizers", .optimizer), ("data", .data)])
    func `a chapter is found in the plural too`(word: String, topic: Topic) async throws {
        guard case .topic(let found) = try await TheReference.get().answer(to: [word]) else {
            Issue.record("\(word)")
            return
        }
        #expect(found == topic)
    }

    @Test(arguments: [("LTSM", "LSTM"), ("Dens", "Dense"), ("Sigmod", "Sigmoid")])
    func `a slip of the finger leads to the name`(word: String, title: String) async throws {
        #expect(try await TheReference.get().nearest(to: word).contains(title))
    }

    @Test(arguments: ["", "🧠", "zzzzqqqq", String(repeating: "a", count: 100_000)])
    func `what means nothing leads nowhere, soon`(word: String) async throws {
        guard case .unknown = try await TheReference.get().answer(to: [word]) else {
            Issue.record("found")
            return
        }
    }
}
