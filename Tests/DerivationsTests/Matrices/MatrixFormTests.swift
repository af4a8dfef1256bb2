import Exhibits
import Networks
import Testing

@testable import Derivations

struct MatrixFormTests {
    @Test func `a pass is written in matrices whose entries are the scalars'`() {
        let net = Network(inputs: 2) {
            Dense(2, weights: [[0.15, 0.20], [0.25, 0.30]], biases: [0.35, 0.35])
            Sigmoid()
            Dense(1, weights: [[0.40, 0.45]], bias: 0.60)
            Sigmoid()
        }
        let pass = net.backpropagate([0.05, 0.10], toward: [0.01], minimizing: .halfSquaredError)
        var page = PageStyle()
        page.notation = .indexed
        page.digits = 4
        let lines = pass.matrixForm(in: page).steps.flatMap(\.lines)
        #expect(
            lines[0]
                == "\\mathbf{z}^{(1)} = \\begin{bmatrix} z_{1}^{(1)} \\\\ z_{2}^{(1)} \\end{bmatrix} &= W^{(1)} \\mathbf{x} + \\mathbf{b}^{(1)}"
        )
        #expect(
            lines[1] == "&= \\begin{bmatrix} 0.15 & 0.2 \\\\ 0.25 & 0.3 \\end{bmatrix}"
                + "\\begin{bmatrix} 0.05 \\\\ 0.1 \\end{bmatrix} + \\begin{bmatrix} 0.35 \\\\ 0.35 \\end{bmatrix}"
                + " = \\begin{bmatrix} 0.3775 \\\\ 0.3925 \\end{bmatrix}")
        #expect(
            lines.contains(
                "\\boldsymbol{\\delta}^{(1)} &= \\left({W^{(2)}}^{\\top} \\boldsymbol{\\delta}^{(2)}\\right)"
                    + " \\odot \\sigma'(\\mathbf{z}^{(1)})"))
        let w1 = MathStyle(page).number(pass.gradient(of: "w1"))
        #expect(lines.contains { $0.contains("\\partial W^{(1)}") && $0.contains("\\begin{bmatrix} \(w1) &") })
    }

    @Test func `a batch is written with one row for each sample`() throws {
        let xor: Dataset = [[0, 0]: [0], [0, 1]: [1], [1, 0]: [1], [1, 1]: [0]]
        let network = Network(inputs: 2, seed: 1) {
            Dense(2)
            Tanh()
            Dense(1)
            Sigmoid()
        }
        var page = PageStyle()
        page.notation = .indexed
        page.digits = 5
        let lines = network.matrixForm(on: xor, minimizing: .binaryCrossEntropy, in: page).steps.flatMap(\.lines)
        #expect(lines[0] == "Z^{(1)} &= X {W^{(1)}}^{\\top} + \\mathbf{1} {\\mathbf{b}^{(1)}}^{\\top}")
        #expect(lines[1].hasPrefix("&= \\begin{bmatrix} 0 & 0 \\\\ 0 & 1 \\\\ 1 & 0 \\\\ 1 & 1 \\end{bmatrix}"))
        let passes = try xor.samples.map {
            try network.backpropagation(of: $0.input, toward: $0.target, minimizing: .binaryCrossEntropy)
        }
        let mean = (0..<4).map { k in passes.reduce(0) { $0 + $1.gradients[0][0][k] } / 4 }
        let matrix = MatrixTeX(style: MathStyle(page)).tex([[mean[0], mean[1]], [mean[2], mean[3]]])
        #expect(lines.contains { $0.contains("\\partial W^{(1)}") && $0.hasSuffix("X = \(matrix)") })
    }

    @Test func `a large matrix is cut to its corners and labelled with its shape`() {
        let matrix = MatrixTeX(style: MathStyle(PageStyle()))
        let rows = (0..<32).map { row in (0..<784).map { Double(row * 784 + $0) } }
        #expect(
            matrix.tex(rows, .given) == "\\underset{32 \\times 784}{\\begin{bmatrix} 0 & 1 & \\cdots & 783 \\\\ "
                + "784 & 785 & \\cdots & 1567 \\\\ \\vdots & \\vdots & \\ddots & \\vdots \\\\ "
                + "24304 & 24305 & \\cdots & 25087 \\end{bmatrix}}")
    }

    @Test func `a deep sigmoid network's gradient vanishes towards its front`() throws {
        var layers: [any Layer] = []
        for _ in 0..<8 { layers += [Dense(4), Sigmoid()] }
        let network = try Network(inputs: 4, layers: layers)
        let pass = try network.backpropagation(of: [1, 0, -1, 0.5], toward: [1, 0, 0, 1], minimizing: .halfSquaredError)
        let trace = pass.gradientTrace
        #expect(trace.levels.count == 8)
        #expect(trace.levels.allSatisfy { $0.meanSlope <= 0.25 })
        #expect(trace.levels[0].meanDelta < trace.levels[7].meanDelta / 100)
        #expect(trace.sentence.hasSuffix("the gradient vanishes."))
        #expect(trace.table.rows.count == 8)
    }
}
