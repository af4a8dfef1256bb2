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
}
