import Testing

/// What users of Keras and PyTorch would type, put before the real compiler: each line is answered with the right name.
struct ForeignLessonTests {
    /// A line, and what the finding at it must contain.
    static let lines: [(String, String)] = [
        ("_ = nn.Linear(2, 4)", "`Dense`"), ("_ = keras.layers.Dense(4)", "`Dense`"),
        ("_ = torch.optim.Adam(0.1)", "`Optimizer.adam`"),
        ("_ = tf.keras.Sequential()", "`Network`"), ("_ = Input(shape: [2])", "Network(inputs:"), ("_ = PReLU()", "LeakyReLU("),
        ("_ = SmoothL1Loss()", "Loss.huber"), ("_ = EarlyStopping(patience: 5)", "patience:"), ("_ = Linear(4)", "`Dense`"),
        ("_ = MaxPooling2D(2)", "`MaxPool2D`"), ("_ = Conv3D(4)", "Conv2D("), ("_ = Concatenate()", "Bidirectional("),
        ("_ = tensor([1.0])", "[[0.5, -0.3], [0.1, 0.2]]"), ("_ = np.array([1.0])", "[[0.5, -0.3], [0.1, 0.2]]"),
        ("plt.plot([1.0])", "`plot`"),
        ("_ = DataLoader(data)", "batchSize:"), ("manual_seed(1)", "seed: 7"),
        ("net.fit(data)", "Network.trained"), ("net.compile()", "Network.trained"),
        ("net.add(Dense(1))", "Network(inputs: 2) {"),
        ("_ = net.summary()", "leave out the brackets"), ("net.zero_grad()", "backpropagate"),
        ("pass.loss.backward()", "Network.backpropagate"),
        ("_ = net.predict([1, 2])", "Network.prediction"), ("_ = net.evaluate(data)", "Network."),
        ("net.eval()", "net([1, 2])"),
        ("net.load_weights(\"a\")", "Network(contentsOf:"), ("_ = net.state_dict()", "Network.write"),
        ("_ = net([1, 2]).item()", "net([1, 2])[0]"),
        ("net.set_weights([])", "Dense(1, weights:"), ("_ = data.to_categorical(3)", "Dataset.oneHot"),
        ("_ = net.trainable", "updating: .weights"),
        ("_ = Loss.mse", "Loss.meanSquaredError"), ("_ = Loss.SmoothL1Loss", "Loss.huber"),
        ("_ = Loss.crossEntropy", "ategoricalCrossEntropy"),
        ("_ = Optimizer.sgd(rate: 0.1)", "Optimizer.gradientDescent"), ("_ = Optimizer.RAdam(rate: 0.1)", "UpdateMethod"),
        ("_ = Metric.Precision", "precision"), ("_ = Schedule.OneCycleLR", "Schedule.own"),
        ("_ = Dense(4, activation: Sigmoid())", "layer of its own"),
        ("_ = Dense(units: 4)", "Dense(_ units: Int"), ("_ = Dense(4, input_shape: [2])", "Network(inputs: 2)"),
        ("_ = Dense(4, use_bias: false)", "usesBias:"),
        ("_ = Dense(in_features: 2, out_features: 4)", "the network says what comes in"),
        ("_ = Conv2D(8, kernel_size: 3)", "kernel:"), ("_ = LSTM(4, return_sequences: true)", "returnsSequences:"),
        ("_ = LSTM(4, dropout: 0.2)", "Dropout(0.2)"), ("_ = Dropout(p: 0.5)", "Dropout(0.5)"),
        ("_ = BatchNorm(eps: 0.1)", "epsilon:"),
        ("_ = Embedding(num_embeddings: 9, embedding_dim: 2)", "vocabulary:"), ("_ = SelfAttention(num_heads: 2)", "heads:"),
        ("_ = Optimizer.adam(learning_rate: 0.1)", "rate:"), ("_ = Optimizer.adam(lr: 0.1)", "rate:"),
        ("_ = Optimizer.gradientDescent(rate: 0.1, momentum: 0.9)", "Optimizer.momentum"),
        ("_ = net.trained(on: data, loss: .meanSquaredError)", "minimizing:"),
        ("_ = net.trained(x: [], y: [], epochs: 5)", "on:"),
        (
            "_ = net.trained(on: data, minimizing: .meanSquaredError, by: .adam(rate: 0.1), epochs: 5, batch_size: 2)",
            "batchSize:"
        ),
        (
            "_ = net.trained(on: data, minimizing: .meanSquaredError, by: .adam(rate: 0.1), epochs: 5, verbose: 0)",
            "leave it out"
        ),
        ("_ = net.trained(on: data, minimizing: \"mse\", by: .adam(rate: 0.1), epochs: 5)", ".meanSquaredError"),
        ("_ = net.trained(on: data, minimizing: .meanSquaredError, by: \"adam\", epochs: 5)", ".adam"),
        // Of one message the compiler's findings name the first line; so it stands in another lesson than its like.
        ("_ = Dense(4, activation: \"relu\")", "layer of its own"), ("_ = SimpleRNN(4, activation: \"relu\")", "ReLU()"),
        ("_ = SimpleRNN(4, activation: .relu)", "ReLU"),
        ("_ = Activation(\"relu\")", "ReLU()"), ("_ = Layer()", "lectern help layer"),
        ("_ = Conv2D(8, kernel: 3, padding: \"same\")", ".same"),
        (
            "struct Own: Activation { func value(at z: Double) -> Double { z } }",
            "slope(at z: Double, output: Double) -> Double"
        ),
        ("struct Mine: Layer { }", "func forward(_ input: [Double]) -> [Double]"),
        ("_ = Network(inputs: 2) { Dense(4, Sigmoid()) }", "Dense(_ units: Int"),
    ]

    /// Of one kind fifty findings are listed.
    static let lessons = stride(from: 0, to: lines.count, by: 24).map { Array(lines[$0..<min($0 + 24, lines.count)]) }

    @Test(arguments: lessons)
    func `each line that another library would understand is answered with what to write`(lines: [(String, String)])
        async throws
    {
        var lesson =
            "# Typed from memory\n\n```{swift}\nlet net = Network(inputs: 2) { Dense(1); Sigmoid() }\n"
            + "let data = Dataset.xor\nlet pass = net.backpropagate([1, 2], toward: [1], minimizing: .halfSquaredError)\n```\n"
        var rows: [Int] = []
        for (code, _) in lines {
            lesson += "\n```{swift}\n\(code)\n```\n"
            rows.append(lesson.split(separator: "\n", omittingEmptySubsequences: false).count - 2)
        }
        let tool = try Tool(["typed.md": lesson])
        defer { tool.remove() }
        let run = try await tool("verify", "typed.md", "--format", "github", "--sandbox", "best")
        #expect(run.code != 0)
        for ((code, right), row) in zip(lines, rows) {
            let found = run.output.split(separator: "\n").filter { $0.contains(",line=\(row),") }
            #expect(found.contains { $0.contains(right) }, "\(code) at \(row): \(found)")
        }
    }

    @Test func `behind a mistake no right name is complained of`() async throws {
        let tool = try Tool([
            "a.md": """
            # A

            ```{swift}
            let net = Network(inputs: [6, 6, 1]) { Conv2D(4, kernel: 3, padding: .same, activation: .relu); Flatten(); Dense(2) }
            let run = net.trained(
                on: [], minimizing: .categoricalCrossEntropy, by: .adam(rate: 0.01), epochs: 1, tracking: [.accuracy])
            ```
            """
        ])
        defer { tool.remove() }
        let run = try await tool("verify", "a.md", "--format", "github", "--sandbox", "best")
        #expect(run.output.contains("layer of its own"), "\(run.all)")
        #expect(run.output.ranges(of: "::error").count == 1, "\(run.all)")
    }

    @Test func `a call over several lines is understood, too`() async throws {
        let tool = try Tool([
            "a.md": "# A\n\n```{swift}\nlet net = Network(inputs: 2) { Dense(1) }\nlet run = net.trained(\n    on: .xor,\n"
                + "    minimizing: .meanSquaredError,\n    by: .adam(rate: 0.1),\n    epochs: 5,\n    verbose: 0)\n```\n"
        ])
        defer { tool.remove() }
        let run = try await tool("verify", "a.md", "--format", "github", "--sandbox", "best")
        #expect(run.output.contains("leave it out"), "\(run.all)")
    }
}
