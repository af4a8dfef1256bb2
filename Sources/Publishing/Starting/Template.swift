/// What a new course and a new lesson begin with: something that builds and shows one of everything.
enum Template {
    /// `first-steps` as a title: `First steps`; a folder that is only pointed at has no name to make one of.
    static func title(_ name: String) -> String {
        if name == "." || name == ".." { return "Course" }
        let words = name.split { $0 == "-" || $0 == "_" }.joined(separator: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }

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

        A neuron multiplies each input by a weight, adds the products and a bias, and puts the sum through an activation:

        $$ out = \\frac{1}{1 + e^{-net}} \\qquad net = w_1 i_1 + w_2 i_2 + b $$

        A cell is Swift that runs when the course is built:

        ```{swift}
        let net = Network(inputs: 2) {
            Dense(1, weights: [[0.5, -0.3]], bias: 0.1)
            Sigmoid()
        }
        let pass = net.backpropagate([1, 2], toward: [1], minimizing: .halfSquaredError)
        ```

        A number that you write is a *claim*: the network answers [0.5](<claim: pass.output[0]>), and the build fails if it
        doesn't. A number that you leave to Lectern is a *value*: the error is `{swift} pass.loss`.

        ```{swift}
        show(pass.derivation(of: "w1"))
        ```

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
