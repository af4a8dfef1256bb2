import Testing

/// A lesson whose pass begins with given gradients: what it shows, what it claims, what explains a wrong number, and what it
/// says when somebody asks for a loss.
@Suite(.serialized)
struct UpstreamLessonTests {
    private static let cell = """
        ---
        title: Upstream
        ---

        ```{swift}
        let net = Network(inputs: 2) {
            Dense(1, weights: [[0.5, -0.25]], biases: [0.1])
            Sigmoid()
        }
        let pass = net.backpropagate([1, 2], from: [-0.8])
        show(pass.derivation(of: "w1", updatedBy: .gradientDescent(rate: 0.5)))
        show(pass.forwardTable)
        show(pass.gradientTable())
        show(pass.matrixForm)
        show(pass.explorable)
        show(pass.diagram(gradients: true))
        show(pass.graph.figure)
        show(pass.graph.backwardTable())
        ```


        """

    @Test func `everything is shown without a word of a loss's value, and true numbers hold`() async throws {
        // σ(0.1) = 0.52498, times 1 − σ: 0.24938; times −0.8: −0.19950.
        let tool = try Tool([
            "lessons/a.md": Self.cell
                + "[0.52498](<claim: pass[\"out_o1\"]>), [-0.19950](<claim: pass.gradient(of: \"w1\")>), [-0.39900](<claim: pass.gradients[0][0][1]>)\n"
        ])
        defer { tool.remove() }
        let built = try await tool("build")
        #expect(built.code == 0, "\(built.all)")
        let page = tool.text("output/a.md") ?? ""
        #expect(page.contains("it was given"))
        #expect(!page.lowercased().contains("nan"))
    }

    @Test func `a wrong number is explained as any other, and another network is tried with the same gradients`() async throws {
        // The given gradient left out: the slope of the sigmoid alone.
        let tool = try Tool([
            "lessons/a.md": Self.cell
                + "```{swift}\nlet next = net.updated(along: pass, by: .gradientDescent(rate: 0.5))\n```\n\n[0.24938](<claim: pass.gradient(of: \"w1\")>)\n"
        ])
        defer { tool.remove() }
        let run = try await tool("verify")
        #expect(run.code == 1, "\(run.all)")
        #expect(run.all.contains("-0.199"), "\(run.all)")
        #expect(run.all.contains("chain rule left out"), "\(run.all)")
    }

    @Test(arguments: ["pass.loss", "pass.target[0]", "pass[\"E_total\"]"])
    func `a claim of a loss that isn't there is a finding, not a number`(claim: String) async throws {
        let tool = try Tool(["lessons/a.md": Self.cell + "[0.5](<claim: \(claim)>)\n"])
        defer { tool.remove() }
        let run = try await tool("verify")
        #expect(run.code != 0, "\(run.all)")
        #expect(run.all.contains("this pass began with given gradients"), "\(run.all)")
    }
}
