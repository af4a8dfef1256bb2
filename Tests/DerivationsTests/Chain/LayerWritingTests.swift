import Exhibits
import Networks
import Testing

@testable import Derivations

/// How derivations read through convolution, pooling and normalisation.
struct LayerWritingTests {
    static let kept = [
        "convolution.sequential.tex", "convolution.indexed.tex", "batchnorm.sequential.tex", "batchnorm.indexed.tex",
    ]

    static func page(_ notation: PageStyle.Notation) -> PageStyle {
        var page = PageStyle()
        page.notation = notation
        page.digits = 5
        return page
    }

    @Test(arguments: PageStyle.Notation.allCases)
    func `a kernel's weight adds up its effects over the places it slid over`(notation: PageStyle.Notation) throws {
        let net = Network(inputs: [3, 3, 1]) {
            Conv2D(1, kernel: 2, weights: [[0.5, -0.25, 0.75, 0.1]], biases: [0.05])
            ReLU()
            MaxPool2D(2)
            Flatten()
            Dense(1, weights: [[0.8]], bias: 0.1)
        }
        let pass = net.backpropagate(
            [0.1, 0.9, 0.3, 0.4, -0.6, 0.7, 0.2, 0.8, 0.5], toward: [1], minimizing: .halfSquaredError)
        let averaged = Network(inputs: [3, 3, 1]) {
            Conv2D(1, kernel: 2, weights: [[0.5, -0.25, 0.75, 0.1]])
            Sigmoid()
            GlobalAveragePool()
        }
        .backpropagate(pass.input, toward: [1], minimizing: .halfSquaredError)
        let workings = [pass.derivation(of: "w3"), pass.derivation(of: "x_2,1"), averaged.derivation(of: "w1")]
            .map { $0.working(in: Self.page(notation)) }
        try GoldenFile.expect(workings.map(\.text).joined(separator: "\n"), matches: "convolution.\(notation.rawValue).tex")
    }

    @Test(arguments: PageStyle.Notation.allCases)
    func `batch normalisation sends gradients through mean and variance`(notation: PageStyle.Notation) throws {
        let net = Network(inputs: 1) {
            Dense(1, weights: [[0.5]], bias: .none)
            BatchNorm(epsilon: 0.01)
        }
        let pass = net.backpropagate([[1]: [1], [2]: [0], [4]: [1]], minimizing: .halfSquaredError)
        let workings = [pass.derivation(of: "gamma1"), pass.derivation(of: "w1")].map { $0.working(in: Self.page(notation)) }
        try GoldenFile.expect(workings.map(\.text).joined(separator: "\n"), matches: "batchnorm.\(notation.rawValue).tex")
    }
}
