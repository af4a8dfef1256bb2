import Foundation
import Testing

/// A course that uses every exhibit says no word of English on the pages of another language, but those that both share.
@Suite(.serialized)
struct OwnWordsTests {
    /// The author's words are names in no language, so that every other word is Lectern's.
    private static let lesson = #"""
        # Xa

        ```{swift}
        let net = Network(inputs: 2) {
            Dense(2, weights: [[0.15, 0.20], [0.25, 0.30]], bias: 0.35)
            Sigmoid()
            Dense(2, weights: [[0.40, 0.45], [0.50, 0.55]], bias: 0.60)
            Sigmoid()
        }
        let pass = net.backpropagate([0.05, 0.10], toward: [0.01, 0.99], minimizing: .halfSquaredError)
        let descent = Optimizer.gradientDescent(rate: 0.5)
        show(net.summary)
        show(pass.forwardTable)
        show(pass.forwardWorking)
        show(pass.gradientTable())
        show(pass.gradientTable(updatedBy: descent))
        show(pass.derivation(of: "w5", updatedBy: descent))
        show(pass.derivation(of: "w1"))
        show(pass.derivation(of: "w1").byHand(.decimals(3)))
        show(pass.matrixForm)
        show(pass.graph)
        show(pass.diagram(gradients: true))
        show(pass.explorable)
        show(pass.gradientTrace)
        show(net.gradientCheck(of: [0.05, 0.10], toward: [0.01, 0.99], minimizing: .halfSquaredError))
        let steps = UpdateRule.adam(rate: 0.1).trace(of: "w", from: 1, along: [0.5, 0.4])
        show(steps)
        show(steps.table)
        ```

        ## Xb

        [0.7514](claim:pass["out_o1"]), [0.7515](claim:pass["out_o1"] "wrong"), [0.2486](claim:pass["out_o1"] "wrong"), `{swift} pass.loss`, [[0.25, 0.25]](<claim: [0.5, 0.5]> "wrong"), $\value{pass["w5"]}$.

        ```{swift}
        let xor = Dataset.xor
        let run = Network(inputs: 2, seed: 1) {
            Dense(3, initializer: .glorotUniform); Tanh(); Dense(1); Sigmoid()
        }.trained(on: xor, minimizing: .binaryCrossEntropy, by: .adam(rate: 0.05), epochs: 20, validating: xor, tracking: [.accuracy, .meanAbsoluteError, .f1(of: 1), .recall(of: 1), .precision(of: 1), .topAccuracy(1)])
        show(run)
        plot(run.losses, scale: .logarithmic)
        plot([Series("Xs", run.losses)])
        show(run.scrub(classes: ["Xn", "Xy"]))
        plot(run.network, on: xor, classes: ["Xn", "Xy"])
        plot(xor, classes: ["Xn", "Xy"])
        show(xor)
        show(run.network.answers(on: xor))
        let matrix = run.network.confusion(on: xor)
        show(matrix)
        let scored = run.network.scoredAnswers(on: xor)
        show(scored.rocFigure())
        show(scored.precisionRecallFigure())
        show(scored.reliabilityFigure(bins: 2))
        plot(Sigmoid(), from: -4, through: 4)
        plot(.heatMap([[1.5, 2], [3, 4]]))
        plot(.images([[0, 0.5, 1, 0.25]], width: 2))
        plot(.bars([0.5, 2], names: ["Xi", "Xj"]))
        plot(.histograms([(name: "Xh", values: [1, 2, 2, 3])]))
        plot(.surface(x: -1...1, y: -1...1, paths: [.path("Xpa", [[0, 0], [1, 1]])]) { (x: Double, y: Double) -> Double in x * x + y * y })
        show(Table(["Xta"], rows: [[true]]))
        ```

        ```{swift}
        let text = Network(inputs: [3, 1], seed: 2) { LSTM(1); Dense(1) }
        let read = text.backpropagate([0.5, 1, -0.25], toward: [0.5], minimizing: .meanSquaredError)
        show(read.unrolled())
        show(read.derivation(of: "u_f1"))
        show(read.forwardTable)
        show(read.gradientTable())
        let picture = Network(inputs: [3, 3, 1], seed: 3) { Conv2D(1, kernel: 2); ReLU(); Flatten(); Dense(2); Softmax() }
        let look = picture.backpropagate([0, 1, 0, 0, 1, 0, 0, 1, 0.5], toward: [1, 0], minimizing: .categoricalCrossEntropy)
        show(look.forwardTable)
        show(look.forwardWorking)
        show(look.gradientTable())
        show(look.matrixForm)
        show(picture.diagram)
        let two: Dataset = [[0.05, 0.1]: [0.01, 0.99], [0.5, 0.2]: [0.9, 0.1]]
        show(net.matrixForm(on: two, minimizing: .meanSquaredError))
        print("Xp")
        ```

        $$x = \value{1.5}$$ {#eq-xa}

        | Xq | Xr |
        |---|---|
        | 1 | 2 |

        : Xt {#tbl-xa}

        @eq-xa, @tbl-xa, @exr-xa, @thm-xa.[^1]

        [^1]: Xf

        ::: {#thm-xa}
        Xu
        :::

        ::: {.callout-note}
        Xv
        :::

        ::: {.callout-warning}
        Xv
        :::

        ::: {.callout-tip}
        Xv
        :::

        ::: {#exr-xa points=2}
        Xw: [_.____](answer:pass["out_o1"])
        :::

        ::: {#sol-xa}
        Xx
        :::

        ::: {.hint}
        Xx
        :::

        ::: {.panel-tabset}
        ## Xe
        Xe
        ## Xg
        Xg
        :::

        - [x] Xk

        """#
    private static let slides = """
        # Xa

        Xb

        ::: {.notes}
        Xn
        :::

        ## Xb

        ```{swift}
        print(1.5)
        ```

        """

    /// Words that a language has in common with English, names of functions and methods, and what its technical language took over.
    private static let shared: [String: Set<String>] = [
        "de": [], "fr": [], "es": [], "ar": [],
    ]
    private static let names: Set<String> = [
        "lectern", "lstm", "sigmoid", "tanh", "relu", "softmax", "adam", "dense", "conv", "flatten",
    ]

    private static func pages(in language: String) async throws -> [String: VisibleWords] {
        let settings = "lang: \(language)\nauthor: Xd\ndescription: Xo\n"
        let parts = "parts:\n  - title: Xz\n    lessons: [a, s]\n"
        let tool = try Tool([
            "lessons/course.yml": "title: Xc\n" + settings + parts + "repo-url: https://example.org/a\ndownloads: [notebook]\n",
            "lessons/a.md": "---\ntitle: Xl\ndate: 2026\n---\n\n" + lesson,
            "lessons/s.md": "---\ntitle: Xm\nformat: slides\n---\n\n" + slides,
        ])
        defer { tool.remove() }
        let built = try await tool("build", "lessons", "--output", "site")
        #expect(built.all.contains("2 lessons"), "\(built.all)")
        var pages: [String: VisibleWords] = [:]
        for name in ["a.html", "s.html", "index.html", "404.html", "verification.html"] {
            pages[name] = VisibleWords(page: try #require(tool.text("site/" + name), "\(name): \(built.all)"))
        }
        return pages
    }

    @Test func `no page says a word of another language`() async throws {
        let english = try await Self.pages(in: "en")
        // The course does use the exhibits: their words are there.
        #expect(english["a.html"]?.words.isSuperset(of: ["epochs", "quantity", "gradient", "exercise", "verified"]) == true)
        for (language, shared) in Self.shared.sorted(by: { $0.key < $1.key }) {
            for (name, page) in try await Self.pages(in: language) {
                let alike = page.words.intersection(english[name]?.words ?? []).subtracting(shared).subtracting(Self.names)
                #expect(alike.filter { !$0.hasPrefix("x") }.isEmpty, "\(language) \(name): \(alike.sorted())")
            }
        }
    }
}
