import Exhibits
import Networks
import Testing

@testable import Derivations

/// How backpropagation through time reads: one weight used at every step, a sum over the steps.
struct RecurrentWritingTests {
    static let kept = ["recurrent.sequential.tex", "recurrent.indexed.tex"]

    @Test(arguments: PageStyle.Notation.allCases)
    func `a recurrent weight's derivation adds up its effects over time`(notation: PageStyle.Notation) throws {
        let net = Network(inputs: [3, 1]) {
            SimpleRNN(1, weights: [[0.5]], recurrent: [[0.1]], returnsSequences: true)
        }
        let pass = net.backpropagate([1, 2, 3], toward: [0.5, 1, 1.5], minimizing: .halfSquaredError)
        let lstm = Network(inputs: [2, 1], seed: 4) { LSTM(1) }
            .backpropagate([0.5, -1], toward: [0.3], minimizing: .halfSquaredError)
        var page = PageStyle()
        page.notation = notation
        page.digits = 5
        let workings = [
            pass.derivation(of: "u1", updatedBy: .gradientDescent(rate: 0.1)).working(in: page),
            lstm.derivation(of: "u_f1").working(in: page),
        ]
        try GoldenFile.expect(workings.map(\.text).joined(separator: "\n"), matches: "recurrent.\(notation.rawValue).tex")
    }
}
