import Derivations
import Exhibits
import Networks
import Testing

@testable import Lectern

/// What would break: a network that isn't made of dense layers traps when it is drawn, or is drawn with another's names.
struct AnyNetworkDiagramTests {
    static let networks: [(layers: [any Layer], shape: Shape)] = [
        ([Conv2D(2, kernel: 2), ReLU(), MaxPool2D(2), Flatten(), Dense(3), Tanh(), Dense(2), Softmax()], [5, 5, 1]),
        ([Conv2D(1, kernel: 2), Flatten(), Dense(1)], [3, 3, 1]), ([Dense(2), LayerNorm(), Dense(1)], 2),
        ([LSTM(2), Dense(1)], [3, 1]), ([SimpleRNN(2)], [3, 1]), ([Dense(4), Tanh()], [3, 2]), ([LayerNorm()], 3),
        ([Flatten(), Dense(2), Dropout(0.5), Dense(1), Sigmoid()], [2, 2]),
    ]

    @Test(arguments: networks.indices, PageStyle.Notation.allCases)
    func `every network is drawn with its own names and numbers`(index: Int, notation: PageStyle.Notation) throws {
        let (layers, shape) = Self.networks[index]
        let network = try Network(inputs: shape, seed: 2, layers: layers)
        let input = (0..<network.inputs).map { Double($0 % 5) / 4 - 0.3 }
        let pass = try network.backpropagation(
            of: input, toward: Array(repeating: 0.5, count: network.outputs), minimizing: .halfSquaredError)
        let diagram = NetworkDiagram(of: network, activations: pass.activations, gradients: pass, notation: notation)
        for edge in diagram.edges where !edge.label.isEmpty {
            #expect(edge.weight == pass[edge.label], "\(edge.label)")
            #expect(abs((edge.gradient ?? .nan) - pass.gradient(of: edge.label)) < 1e-12, "\(edge.label)")
        }
        if notation == .indexed {
            for node in diagram.columns.flatMap(\.nodes) where node.role != .bias && node.role != .elided {
                #expect(abs((node.value ?? .nan) - pass[node.label]) < 1e-12, "\(node.label)")
                #expect(abs((node.gradient ?? .nan) - pass.gradient(of: node.label)) < 1e-12, "\(node.label)")
            }
        }
        let last = try #require(diagram.columns.last).nodes.filter { $0.role == .output }
        #expect(last.compactMap(\.value).prefix(2) == network.prediction(for: input).prefix(2))
        let ids = diagram.columns.flatMap(\.nodes).map(\.id)
        #expect(Set(ids).count == ids.count)
    }

    @Test(arguments: networks.indices)
    func `every network can be explored as far as its names go`(index: Int) throws {
        let (layers, shape) = Self.networks[index]
        let network = try Network(inputs: shape, seed: 2, layers: layers)
        let pass = try network.backpropagation(
            of: (0..<network.inputs).map { Double($0) / 9 }, toward: Array(repeating: 0.5, count: network.outputs),
            minimizing: .halfSquaredError)
        for notation in PageStyle.Notation.allCases {
            var page = PageStyle()
            page.notation = notation
            guard case .explorable(let explorable) = PageStyle.$current.withValue(page, operation: { pass.explorable.exhibit })
            else { continue }
            let dense = network.layers.contains { ($0 as? Dense)?.weights.first?.count == network.inputs }
            #expect(!explorable.parts.isEmpty || !dense)
        }
    }

    @Test func `the page's notation reaches diagrams`() {
        let pass = NetworkDiagramTests.pass
        var page = PageStyle()
        page.notation = .indexed
        PageStyle.$current.withValue(page) {
            for figure in [pass.diagram, pass.network.diagram, pass.diagram(gradients: true)] {
                guard case .network(let diagram) = figure.drawing else { continue }
                #expect(diagram.edges.first?.label == "w_11^(1)")
                #expect(diagram.columns[0].nodes[0].label == "x_1")
            }
        }
    }

    @Test func `what can't be drawn over a plane is said in one sentence`() throws {
        let data: Dataset = [[1, 2, 3]: [1]]
        let three = try Network(inputs: 3, layers: [Dense(1)])
        #expect(throws: ShapeError.self) { try three.checkDrawable(on: data) }
        let one = try Network(inputs: 1, layers: [Dense(2)])
        #expect(throws: ShapeError.self) { try one.checkDrawable(on: [[1]: [1, 0]]) }
        let two = try Network(inputs: 2, layers: [Dense(1)])
        #expect(throws: ShapeError.self) { try two.checkDrawable(on: data) }
    }
}
