import Exhibits
import Networks
import Testing

@testable import Derivations

struct RemarkTests {
    @Test func `cross-entropy after softmax leaves output minus target`() throws {
        let network = Network(inputs: 1) {
            Dense(3, weights: [[1], [0], [-1]], bias: .none)
            Softmax()
        }
        let pass = network.backpropagate([0.5], toward: [0, 1, 0], minimizing: .categoricalCrossEntropy)
        var page = PageStyle()
        page.notation = .indexed
        page.digits = 4
        let steps = pass.derivation(of: "w_11^(1)").working(in: page).steps
        let remark = try #require(steps.first { $0.explanation.contains("cancel") })
        #expect(
            remark.lines == [
                "\\frac{\\partial L}{\\partial z_{1}^{(1)}} &= a_{1}^{(1)} - y_{1} = 0.5065 - 0 = 0.5065"
            ])
    }

    static let o = Variable("o", 0.7), t = Variable("t", 0.3)

    /// What is said of an operation is true of its operands; deeper in the formula another slope holds.
    @Test(arguments: [
        (-1 * (t * log(o) + 0.5 * log(1 - o)), "A sum grows exactly"), (t + log(o), "A sum grows exactly"),
        (o * o, "the slope by one factor is the other factor"), (exp(2 * o), "The exponential is its own slope"),
    ])
    func `a reason is never given for a number that stands deeper in the formula`(f: Scalar, untrue: String) throws {
        let steps = try #require(f.named("f").graph.derivation(of: "o")).working(in: PageStyle()).steps
        #expect(!steps.isEmpty && !steps.contains { $0.explanation.contains(untrue) }, "\(steps.map(\.explanation))")
    }

    @Test func `the way back is listed number by number`() {
        let x = Variable("x", -2), y = Variable("y", 5), z = Variable("z", -4)
        let f = ((x + y) * z).named("f")
        let rows = f.graph.backwardTable().rows.map { row in row.map(text) }
        #expect(
            rows == [
                ["f", "-12.0", "1", "1.0"],
                ["z", "-4.0", "1 * 3", "3.0"],
                ["x + y", "3.0", "1 * (-4)", "-4.0"],
                ["y", "5.0", "-4 * 1", "-4.0"],
                ["x", "-2.0", "-4 * 1", "-4.0"],
            ])
    }

    private func text(_ cell: Table.Cell) -> String {
        switch cell {
        case .text(let text), .tex(let text): text
        case .number(let number, _): "\(number)"
        case .empty: ""
        }
    }
}
