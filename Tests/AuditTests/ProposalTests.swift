import Audit
import Testing

/// An audit file is proposed from what notes state, and refused with what is missing.
struct ProposalTests {
    private func proposal(_ text: String) throws -> String {
        try audited(text).proposedNetwork(naming: "notes.md").text
    }

    /// Numbers of Matt Mazur's example.
    @Test func `weights counted from layer to layer, shared biases, targets in words and the rate are read`() throws {
        let text = try proposal(
            """
            Inputs $i_1 = 0.05$, $i_2 = 0.10$; weights $w_1 = 0.15$, $w_2 = 0.20$, $w_3 = 0.25$, $w_4 = 0.30$, $w_5 = 0.40$,
            $w_6 = 0.45$, $w_7 = 0.50$, $w_8 = 0.55$; biases $b_1 = 0.35$, $b_2 = 0.60$; targets $0.01$ and $0.99$; rate $\\eta = 0.5$.

            $net_{h1} = 0.3775$, $out_{h1} = 0.593269992$, $out_{o1} = 0.75136507$, $E = 0.298371109$.
            """)
        for line in [
            "audits: notes.md", "Network(inputs: 2)", "Dense(2, weights: [[0.15, 0.2], [0.25, 0.3]], bias: 0.35)",
            "Dense(2, weights: [[0.4, 0.45], [0.5, 0.55]], bias: 0.6)", "    Sigmoid()",
            "net.backpropagate([0.05, 0.1], toward: [0.01, 0.99], minimizing: .halfSquaredError)",
            ".gradientDescent(rate: 0.5)",
        ] { #expect(text.contains(line), "\(text)") }
    }

    /// x W is a row vector; NumPy: tanh(1.8) = 0.94680601, tanh(2.3) = 0.98009640.
    @Test func `matrices stand the way in which the printed numbers come out`() throws {
        let text = try proposal(
            """
            $x = (1, 4)$, $W_1 = \\begin{pmatrix} 0.1 & 0.2 \\\\ 0.3 & 0.4 \\end{pmatrix}$, $b_1 = (0.5, 0.5)$,
            $z_1 = (1.8, 2.3)$, $a_1 = (0.9468, 0.9801)$.
            """)
        #expect(text.contains("weights: [[0.1, 0.3], [0.2, 0.4]], biases: [0.5, 0.5]"), "\(text)")
        #expect(text.contains("Tanh()"), "\(text)")
    }

    /// The printed 0.500, 0.622 and 0.525 are what a sigmoid would make of the sums 0, 0.5 and 0.1.
    @Test func `an activation that the notes don't name isn't proposed, whatever numbers it would give`() throws {
        let text = try proposal(
            """
            $x = (1, 2)$, $W_1 = \\begin{pmatrix} 0.1 & 0.2 \\\\ 0.2 & -0.1 \\\\ -0.1 & 0.1 \\end{pmatrix}$,
            $W_2 = \\begin{pmatrix} 0.3 & 0.1 & 0.2 \\end{pmatrix}$. Elsewhere 0.622, 0.500 and 0.525 are printed.
            """)
        #expect(!text.contains("Sigmoid()\n") && !text.contains("Tanh()\n"), "\(text)")
        #expect(text.contains("// No number of the notes tells the activation here: fill in"), "\(text)")
        #expect(text.contains("let output = net([1, 2])") && !text.contains("minimizing: .half"), "\(text)")
    }

    /// Python: h = (0.85, 0.48) and o = 0.191; after a step with the rate 0.05 h = (0.923619, 0.5588775), o = 0.2557458.
    @Test func `where the notes go through the network again behind the step, so does the proposal`() throws {
        let start = """
            The input is $(2, 3)$, the target 1, the rate is 0.05. $w_1 = 0.11$, $w_2 = 0.21$, $w_3 = 0.12$, $w_4 = 0.08$,
            $w_5 = 0.14$, $w_6 = 0.15$. $h_1 = 0.85$, $h_2 = 0.48$, $o = 0.191$, $E = 0.327$.
            """
        let again = try proposal(start + " Now $h_1 = 0.92$, $h_2 = 0.56$ and $o = 0.26$.")
        #expect(again.contains("gradientDescent(rate: 0.05)") && again.contains("let again = after.backpropagate"), "\(again)")
        #expect(try !proposal(start).contains("let again"))
    }

    @Test(arguments: [("Nothing is stated.", "no input"), ("$x = (1, 2)$", "no weights")])
    func `too little is refused with what to write`(text: String, reason: String) {
        #expect(throws: NetworkProposal.Refusal.self) { try proposal(text) }
        do throws(NetworkProposal.Refusal) { _ = try audited(text).proposedNetwork(naming: "a.md") } catch {
            #expect(error.reason.contains(reason))
        }
    }
}
