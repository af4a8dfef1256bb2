import Derivations
import Exhibits
import Networks
import Testing

@testable import Lectern

/// What would break: a label that names another weight than the derivations do, or a gradient beside the wrong edge.
struct NetworkDiagramTests {
    static let pass = Network(inputs: 2) {
        Dense(2, weights: [[0.15, 0.2], [0.25, 0.3]], bias: 0.35)
        Sigmoid()
        Dense(2, weights: [[0.4, 0.45], [0.5, 0.55]], biases: [0.6, 0.7])
        Sigmoid()
    }.backpropagate([0.05, 0.1], toward: [0.01, 0.99], minimizing: .halfSquaredError)

    @Test(arguments: PageStyle.Notation.allCases)
    func `every label names the number the pass knows by it, with its gradient`(notation: PageStyle.Notation) {
        let pass = Self.pass
        let diagram = NetworkDiagram(of: pass.network, activations: pass.activations, gradients: pass, notation: notation)
        let named = diagram.edges.filter { !$0.label.isEmpty }
        #expect(named.count == 10)
        for edge in named {
            #expect(edge.weight == pass[edge.label], "\(edge.label)")
            #expect(abs((edge.gradient ?? .nan) - pass.gradient(of: edge.label)) < 1e-15, "\(edge.label)")
        }
        for node in diagram.columns.flatMap(\.nodes) where node.role != .bias {
            let name = notation == .sequential && node.role != .input ? "out_\(node.label)" : node.label
            #expect(abs((node.value ?? .nan) - pass[name]) < 1e-15, "\(name)")
            #expect(abs((node.gradient ?? .nan) - pass.gradient(of: name)) < 1e-15, "\(name)")
        }
    }

    @Test func `a diagram shows gradients only when asked to`() {
        guard case .network(let plain) = Self.pass.diagram.drawing,
            case .network(let full) = Self.pass.diagram(gradients: true).drawing
        else {
            Issue.record("no network is drawn")
            return
        }
        #expect(plain.edges.compactMap(\.gradient).isEmpty)
        #expect(full.edges.compactMap(\.gradient).count == 10)
    }
}
