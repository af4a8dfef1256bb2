import Testing

/// What a lesson may add to the engine, in plain Swift.
@Suite(.serialized)
struct OwnPartsTests {
    /// Softsign, a layer with one trained number for each input, and the logarithm of the hyperbolic cosine.
    private static let lesson = """
        ---
        title: Own parts
        digits: 6
        ---

        ```{swift}
        struct Softsign: Activation {
            func value(at z: Double) -> Double { z / (1 + abs(z)) }
            func slope(at z: Double, output: Double) -> Double { (1 - abs(output)) * (1 - abs(output)) }
        }

        /// y_i = w_i x_i
        struct Scale: Layer {
            var factors: [Double] = []
            var name: String { "Scale" }
            var parameters: [Parameter] {
                get { [Parameter(.weight, factors, rows: 1, columns: factors.count)] }
                set { factors = newValue[0].values }
            }
            func connected(to inputs: Shape, drawingFrom generator: inout SplitMix64) throws -> Scale {
                Scale(factors: (0..<inputs.count).map { _ in generator.uniform() + 0.5 })
            }
            func forward(_ input: [Double]) -> [Double] { zip(input, factors).map { $0 * $1 } }
            func backward(
                input: [Double], output: [Double], gradient: [Double]
            ) -> (input: [Double], parameters: [[Double]]) {
                (zip(gradient, factors).map { $0 * $1 }, [zip(gradient, input).map { $0 * $1 }])
            }
        }
        ```

        ```{swift}
        let logCosh = Loss(name: "log cosh") { output, target in
            zip(output, target).reduce(0) { $0 + log((exp($1.0 - $1.1) + exp($1.1 - $1.0)) / 2) }
        } gradient: { output, target in
            zip(output, target).map { tanh($0 - $1) }
        }
        let net = Network(inputs: 2, seed: 3) {
            Dense(3)
            Softsign()
            Scale()
            Dense(1)
        }
        let data: Dataset = [[0, 0]: [0], [0, 1]: [1], [1, 0]: [1], [1, 1]: [0]]
        let run = net.trained(on: data, minimizing: logCosh, by: .gradientDescent(rate: 0.3), epochs: 2000)
        let check = run.network.gradientCheck(of: [0.3, -0.8], toward: [0.5], minimizing: logCosh)
        let right = check.worst() < 1e-7
        let entries = check.entries.count
        let learnt = run.losses[2000] < 0.05 * run.losses[0]
        show(check)
        ```

        Checked: `{swift} right`, `{swift} entries` numbers; learnt: `{swift} learnt`.

        """

    @Test func `an activation, a layer and a loss of the lesson's own are trained and their gradients checked`() async throws {
        let tool = try Tool(["lessons/a.md": Self.lesson])
        defer { tool.remove() }
        let run = try await tool("build")
        #expect(run.code == 0, "\(run.all)")
        let page = tool.text("output/a.md") ?? ""
        // Two for each of three units and one bias each, three factors, three weights and a bias.
        #expect(page.contains("Checked: true, 16 numbers; learnt: true."), "\(page)")
    }

    @Test func `a wrong derivative of a lesson's own activation is caught`() async throws {
        let wrong = Self.lesson.replacing("(1 - abs(output)) * (1 - abs(output))", with: "(1 - abs(output))")
        let tool = try Tool(["lessons/a.md": wrong])
        defer { tool.remove() }
        let run = try await tool("build")
        #expect(run.code == 0, "\(run.all)")
        #expect(tool.text("output/a.md")?.contains("Checked: false") == true)
    }

    /// Formulas in scalars for the layer and the loss, and a derivation that asks for them.
    private static func derived(layer formula: String, loss: String) -> String {
        lesson.replacing("struct Scale: Layer {", with: "struct Scale: Layer, Unrollable {")
            .replacing(
                "func forward(_ input",
                with: """
                    func unrolled(_ inputs: [Scalar], parameters: [[Scalar]]) -> [Scalar] {
                                zip(parameters[0], inputs).map { \(formula) }
                            }
                            func forward(_ input
                    """
            )
            .replacing(
                "zip(output, target).map { tanh($0 - $1) }\n}",
                with: "zip(output, target).map { tanh($0 - $1) }\n} unrolled: { output, target in\n    \(loss)\n}"
            )
            .replacing(
                "show(check)",
                with: "let pass = net.backpropagate([0.3, -0.8], toward: [0.5], minimizing: logCosh)\n"
                    + "show(pass.derivation(of: \"w7\"))")
    }

    private static let rightLoss = "sum(zip(output, target).map { log((exp($0 - $1) + exp($1 - $0)) / 2) })"

    @Test func `a layer and a loss that say their formulas are derived in full`() async throws {
        let tool = try Tool(["lessons/a.md": Self.derived(layer: "$0 * $1", loss: Self.rightLoss)])
        defer { tool.remove() }
        let run = try await tool("build")
        #expect(run.code == 0, "\(run.all)")
        let page = tool.text("output/a.html") ?? tool.text("output/a.md") ?? ""
        #expect(page.contains("w_{7}") || page.contains("w7"))
    }

    @Test(arguments: [
        ("$0 * $1 * $1", rightLoss, "Scale, log cosh"),
        ("$0 * $1", "sum(zip(output, target).map { pow($0 - $1, 2) })", "the loss"),
    ])
    func `a part whose formula isn't what it computes ends the lesson at the line that asks for the derivation`(
        layer: String, loss: String, named: String
    ) async throws {
        let text = Self.derived(layer: layer, loss: loss)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let line = lines.firstIndex { $0.hasPrefix("show(pass.derivation") }
        let tool = try Tool(["lessons/a.md": text])
        defer { tool.remove() }
        for command in ["build", "verify"] {
            let run = try await tool(command)
            #expect(run.code == 2, "\(run.all)")
            #expect(run.all.contains("lessons/a.md:\((line ?? -1) + 1):"), "\(run.all)")
            #expect(run.all.contains("the engine and the scalar graph disagree on"), "\(run.all)")
            #expect(run.all.contains(named), "\(run.all)")
        }
    }
}
