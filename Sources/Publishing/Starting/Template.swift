/// What a new course and a new lesson begin with: something that builds and shows one of everything.
enum Template {
    /// `lstm-by-hand` as a title: `LSTM by hand`; a folder that is only pointed at has no name to make one of.
    static func title(_ name: String) -> String {
        if name == "." || name == ".." { return "Course" }
        let words = name.split { $0 == "-" || $0 == "_" }.map { Self.spelled[$0.lowercased()] ?? String($0) }.joined(
            separator: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    /// Words of the field with capitals of their own.
    private static let spelled: [String: String] = {
        let words = [
            "AdaGrad", "Adam", "AdamW", "AI", "AUC", "BERT", "BPTT", "CNN", "CNNs", "CSV", "ELU", "GAN", "GANs", "GELU", "GPT",
            "GPU", "GRU", "GRUs", "KL", "LSTM", "LSTMs", "MLP", "MLPs", "MNIST", "MSE", "NLP", "NumPy", "PCA", "PyTorch",
            "ReLU",
            "RMSProp", "RNN", "RNNs", "ROC", "SELU", "SGD", "SiLU", "SVM", "VAE", "XOR",
        ]
        return Dictionary(words.map { ($0.lowercased(), $0) }) { first, _ in first }
    }()

    static func course(title: String, first: String) -> String {
        """
        title: \(quoted(title))
        description: What the course is about, in a sentence.
        author: Your name
        # Lessons in the order of the course; those not named follow by name.
        order:
          - \(first)
        # Where the site will stand, for canonical links and the site map:
        # site-url: https://example.org/course

        """
    }

    static func lesson(title: String) -> String {
        """
        ---
        title: \(quoted(title))
        description: What a reader will be able to do, in a sentence.
        digits: 6
        ---

        Every section shows one thing; delete what you don't need.

        ## A formula

        A neuron multiplies each input by a weight, adds the products and a bias, and puts the sum through an activation:

        $$ out = \\frac{1}{1 + e^{-net}} \\qquad net = w_1 i_1 + w_2 i_2 + b $$

        ## A cell

        A cell is Swift that runs when the course is built; `lectern help layer` lists what a network can be made of.

        ```{swift}
        let net = Network(inputs: 2) {
            Dense(1, weights: [[0.5, -0.3]], bias: 0.2)
            Sigmoid()
        }
        let pass = net.backpropagate([1, 2], toward: [1], minimizing: .halfSquaredError)
        ```

        ## A claim and a value

        A number that you write is a *claim*: the network answers [0.525](<claim: pass.output[0]>), and the build fails if it
        doesn't. A number that you leave to Lectern is a *value*: the error is `{swift} pass.loss`.

        ## A derivation

        ```{swift}
        show(pass.derivation(of: "w1", updatedBy: .gradientDescent(rate: 0.5)))
        ```

        ## A training, a table and a plot

        A network with one hidden layer learns “exclusive or”:

        ```{swift}
        let run = Network(inputs: 2, seed: 1) { Dense(3); Tanh(); Dense(1); Sigmoid() }
            .trained(on: .xor, minimizing: .binaryCrossEntropy, by: .adam(rate: 0.1), epochs: 200)
        plot(run.losses, caption: "The loss while it learns")
        show(run.table(every: 50))
        ```

        ::: {.callout-note title="What to try"}
        Change a digit of the claim above and build again.
        :::

        """
    }

    /// YAML in double quotes, when the text could be taken for something else.
    private static func quoted(_ text: String) -> String {
        let plain = text.allSatisfy { $0.isLetter || $0.isNumber || $0 == " " } && text.contains(where: \.isLetter)
        let reserved = ["true", "false", "yes", "no", "on", "off", "null"].contains(text.lowercased())
        if plain && !reserved { return text }
        return "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
