import Derivations
import Exhibits
import NetworkCases
import Networks
import Testing

@testable import Audit

/// What is typeset of a pass is read again by the reader of other people's notes, which knows nothing of networks, and calculated.
struct TypesetFormulaTests {
    private static func read(_ pass: BackpropagationPass, digits: Int = 6) -> Audit {
        var page = PageStyle()
        (page.digits, page.notation) = (digits, .indexed)
        let steps = pass.graph.forwardWorking(in: page).steps
        let formulas = steps.map { step in
            "$$\n\\begin{aligned}\n" + step.lines.joined(separator: " \\\\\n") + "\n\\end{aligned}\n$$\n"
        }
        return audited(formulas.joined(separator: "\n"))
    }

    private static let input = [0.4, -0.7]

    @Test(arguments: LossCase.all)
    func `the formula of a loss comes to what the engine has`(row: LossCase) throws {
        let network = Network(inputs: 2, seed: 3) {
            Dense(2)
            row.output
        }
        let pass = network.backpropagate(Self.input, toward: row.target(2), minimizing: row.loss)
        let audit = Self.read(pass)
        #expect(audit.wrong == [], "\(audit.wrong)")
        #expect(audit.checked > 2, "\(row)")
    }

    static let activations = LayerCase.all.flatMap(\.layers).compactMap { $0 as? any Activation }

    @Test(arguments: activations.indices)
    func `the formula of an activation comes to what the engine has`(row: Int) throws {
        let activation = Self.activations[row]
        let network = Network(inputs: 2, seed: 3) {
            Dense(2)
            activation
        }
        let pass = network.backpropagate(Self.input, toward: [0.1, 0.9], minimizing: .halfSquaredError)
        let audit = Self.read(pass)
        #expect(audit.wrong == [], "\(activation.name): \(audit.wrong)")
        #expect(audit.checked > 2, "\(activation.name)")
    }
}
