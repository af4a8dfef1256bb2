import Exhibits
import Networks
import Testing

@testable import Derivations

/// A part of a graph begins at the numbers that are named and has nothing behind them.
struct PartialGraphTests {
    /// Aidan Gomez, "Backpropogating an LSTM: a numerical example" (2016).
    static let pass = Network(inputs: [2, 2]) {
        LSTM(
            1, input: Gate(weights: [[0.95, 0.8]], recurrent: [[0.8]], biases: [0.65]),
            forget: Gate(weights: [[0.7, 0.45]], recurrent: [[0.1]], biases: [0.15]),
            candidate: Gate(weights: [[0.45, 0.25]], recurrent: [[0.15]], biases: [0.2]),
            output: Gate(weights: [[0.6, 0.4]], recurrent: [[0.25]], biases: [0.1]), returnsSequences: true)
    }.backpropagate([1, 2, 0.5, 3], toward: [0.5, 1.25], minimizing: .halfSquaredError)

    @Test func `a cell is drawn from its gates and the cell before`() throws {
        let graph = Self.pass.graph
        let drawing = try graph.drawing(of: "h_2", from: ["c_1", "i_2", "f_2", "g_2", "o_2"])
        let givens = drawing.nodes.filter { $0.kind == .variable }
        #expect(givens.compactMap(\.name).sorted() == ["c_1", "f_2", "g_2", "i_2", "o_2"])
        #expect(givens.allSatisfy { $0.operation.isEmpty })
        // f·c, i·g, their sum, its tanh, o·tanh
        #expect(drawing.nodes.count == 10 && drawing.nodes.last?.name == "h_2")
        #expect(drawing.edges.allSatisfy { edge in givens.allSatisfy { $0.id != edge.to } })
        let cell = try #require(drawing.nodes.first { $0.name == "c_2" })
        #expect(cell.value == graph.value(of: "c_2") && cell.gradient == graph.gradient(of: "c_2"))
    }

    @Test func `a name that isn't there is told with those that are`() {
        #expect(throws: UnknownName.self) { try Self.pass.graph.drawing(of: "h_2", from: ["k_2"]) }
        #expect(throws: UnknownName.self) { try Self.pass.graph.drawing(of: "k_2", from: ["c_1"]) }
    }

    @Test func `a number from itself is drawn with what it is computed from`() throws {
        #expect(try Self.pass.graph.drawing(of: "h_2", from: ["h_2"]).nodes.count > 10)
    }
}
