import Exhibits
import Foundation
import Networks
import Testing

@testable import Derivations

/// The derivations of all eight weights of the lecture slides' network, as the page prints them.
struct EightWeightsTests {
    static let kept =
        ["eight-weights.sequential.tex", "eight-weights.indexed.tex"] + RecurrentWritingTests.kept + LayerWritingTests.kept

    @Test(arguments: PageStyle.Notation.allCases)
    func `the eight weights are derived as the slides and the textbook write them`(notation: PageStyle.Notation) throws {
        let net = Network(inputs: 2) {
            Dense(2, weights: [[0.15, 0.20], [0.25, 0.30]], bias: 0.35)
            Sigmoid()
            Dense(2, weights: [[0.40, 0.45], [0.50, 0.55]], bias: 0.60)
            Sigmoid()
        }
        let pass = net.backpropagate([0.05, 0.10], toward: [0.01, 0.99], minimizing: .halfSquaredError)
        var page = PageStyle()
        page.notation = notation
        page.digits = 9
        let derivations = try pass.derivations(
            of: (1...8).map { "w\($0)" }, updatedBy: .gradientDescent(rate: 0.5, updating: .weights))
        let text = derivations.map { $0.working(in: page).text }.joined(separator: "\n")
        try GoldenFile.expect(text, matches: "eight-weights.\(notation.rawValue).tex")
    }

    @Test func `every kept file is compared with something`() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: GoldenFile.folder.path())
        #expect(files.sorted() == Self.kept.sorted())
    }
}

extension Working {
    /// The working as text, for comparison.
    var text: String {
        let body = steps.map { step in "% \(step.explanation)\n" + step.lines.map { "\($0) \\\\\n" }.joined() }
        return "%% \(title)\n" + body.joined()
    }
}
