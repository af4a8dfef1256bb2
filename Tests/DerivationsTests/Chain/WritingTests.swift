import Exhibits
import Networks
import Testing

@testable import Derivations

/// How single formulas are put on paper.
struct WritingTests {
    func page(_ notation: PageStyle.Notation, digits: Int = 4) -> PageStyle {
        var page = PageStyle()
        page.notation = notation
        page.digits = digits
        return page
    }

    func written(_ scalar: Scalar, _ notation: PageStyle.Notation = .sequential) -> [String] {
        scalar.named("f").graph.forwardWorking(in: page(notation)).steps.flatMap(\.lines)
    }

    let x = Variable("x", -0.5), y = Variable("y", 2)

    @Test func `a negative number in the middle of a formula stands in parentheses`() {
        #expect(written(x * y) == ["f &= x * y", "&= -0.5 * 2 = -1.0000"])
        #expect(written(y * x) == ["f &= y * x", "&= 2 * (-0.5) = -1.0000"])
        #expect(written(y - x) == ["f &= y - x", "&= 2 - (-0.5) = 2.5000"])
        #expect(written(pow(x, 2)) == ["f &= x^{2}", "&= (-0.5)^{2} = 0.2500"])
        #expect(written(sigmoid(x)) == ["f &= \\frac{1}{1 + e^{-x}}", "&= \\frac{1}{1 + e^{-(-0.5)}} = 0.3775"])
    }

    @Test func `textbooks put symbols side by side and a dot between numbers`() {
        #expect(written(y * x, .indexed) == ["f &= y x", "&= 2 \\cdot (-0.5) = -1.0000"])
    }

    @Test func `a half square is written with a fraction`() {
        #expect(written(0.5 * pow(y - x, 2)) == ["f &= \\frac{1}{2}(y - x)^{2}", "&= \\frac{1}{2}(2 - (-0.5))^{2} = 3.1250"])
    }

    @Test func `a number too small for the page's digits is written in scientific form`() {
        let style = MathStyle(page(.sequential, digits: 4))
        #expect(style.number(0.000012345) == "1.2345 \\times 10^{-5}")
        #expect(style.number(0.5113) == "0.5113")
        #expect(style.number(0) == "0")
        #expect(style.given(1e-8) == "10^{-8}")
        #expect(style.given(0.123456789) == "0.1235")
    }

    @Test func `the letters of loss and rate can be chosen`() {
        var page = page(.indexed)
        page.lossSymbol = "J"
        page.rateSymbol = "\\eta"
        let network = Network(inputs: 1) { Dense(1, weights: [[0.5]], bias: .none) }
        let pass = network.backpropagate([1], toward: [0], minimizing: .halfSquaredError)
        let steps = pass.derivation(of: "w1", updatedBy: .gradientDescent(rate: 0.1)).working(in: page).steps
        #expect(
            steps.last?.lines == [
                "w_{11}^{(1)} &= w_{11}^{(1)} - \\eta \\frac{\\partial J}{\\partial w_{11}^{(1)}}",
                "&= 0.5 - 0.1 \\cdot 0.5000 = 0.4500",
            ])
    }

    @Test func `an outline keeps to the chain rule and its result`() {
        let network = Network(inputs: 1) {
            Dense(2, weights: [[0.5], [1]], bias: 0.1)
            Sigmoid()
            Dense(2, weights: [[1, 2], [3, 4]], bias: 0.1)
        }
        let pass = network.backpropagate([1], toward: [0, 1], minimizing: .halfSquaredError)
        let outline = pass.derivation(of: "w1", detail: .outline).working(in: page(.sequential))
        let full = pass.derivation(of: "w1").working(in: page(.sequential))
        #expect(outline.steps.count == 2)
        #expect(full.steps.count > 4)
        #expect(outline.steps.first?.lines == full.steps.first?.lines)
        #expect(outline.steps.last?.lines == full.steps.last?.lines)
    }

    @Test(arguments: PageStyle.Notation.allCases)
    func `a name with a superscript is raised to a power in parentheses`(notation: PageStyle.Notation) {
        let network = Network(inputs: 1, seed: 1) {
            Dense(2)
            Tanh()
            Dense(2)
            Identity()
        }
        let data: Dataset = [[1]: [0, 1], [0.5]: [1, 0]]
        let page = page(notation)
        let graph = network.graph(on: data, minimizing: .meanSquaredError)
        let derivations = ["w1", "w3", "b1", "i1[2]"].compactMap { graph.derivation(of: $0)?.working(in: page) }
        let lines = (derivations + [graph.forwardWorking(in: page)]).flatMap(\.steps).flatMap(\.lines)
        #expect(derivations.count == 4)
        #expect(lines.contains { $0.contains(")^{2}") })
        #expect(lines.allSatisfy { !$0.contains(/\^\{[^{}]*\}\^/) })
    }

    @Test func `an unknown name is answered with the names there are`() throws {
        let network = Network(inputs: 2) {
            Dense(2, bias: 0.1)
            Sigmoid()
            Dense(2, bias: 0.1)
            Sigmoid()
        }
        let graph = network.backpropagate([1, 2], toward: [0, 1], minimizing: .halfSquaredError).graph
        let message = #expect(throws: UnknownName.self) { try graph.node(orExplain: "w9") }?.description ?? ""
        #expect(message.hasPrefix("no parameter 'w9'; this network has w1…w8, b1, b2, i1, i2, "))
    }
}
