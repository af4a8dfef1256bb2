import Exhibits
import NetworkCases
import Networks
import Testing

@testable import Derivations

/// The one list of named numbers, which tables, drawings, claims and explanations read.
struct NamedScalarTests {
    static func pass(_ layer: LayerCase) throws -> BackpropagationPass {
        let network = try layer.network(endingWith: LossCase.all[0].output, outputs: 2, seed: 3)
        var random = SplitMix64(seed: 7)
        return try network.backpropagation(
            of: layer.input(&random), toward: LossCase.all[0].target(2), minimizing: LossCase.all[0].loss)
    }

    @Test(arguments: LayerCase.all)
    func `a pass knows every number of its list by both names, and on a page no name stands for two`(layer: LayerCase) throws {
        let pass = try Self.pass(layer)
        let all = pass.namedScalars
        for notation in PageStyle.Notation.allCases {
            var page = PageStyle()
            page.notation = notation
            PageStyle.$current.withValue(page) {
                for scalar in all {
                    let name = scalar.symbol.text(notation)
                    #expect(pass[name] == scalar.value, "\(name)")
                    #expect(pass.gradient(of: name) == scalar.gradient, "\(name)")
                }
            }
            var seen: Set<String> = []
            #expect(all.map { $0.symbol.text(notation) }.filter { !seen.insert($0).inserted } == [])
        }
    }

    @Test(arguments: LayerCase.all)
    func `every parameter is in the list with its kind and its layer`(layer: LayerCase) throws {
        let pass = try Self.pass(layer)
        let all = pass.namedScalars
        for (index, layer) in pass.network.layers.enumerated() {
            for kind in Parameter.Kind.allCases {
                let own = all.filter { $0.layer == index && $0.meaning == .parameter(kind) }
                let engine = layer.parameters.filter { $0.kind == kind }.flatMap(\.values)
                #expect(own.map(\.value).sorted() == engine.sorted(), "\(layer.name) \(kind)")
            }
        }
        #expect(all.filter { $0.role == .parameter }.count == pass.network.parameterCount)
        #expect(all.filter { $0.role == .input || $0.role == .target || $0.symbol.isLoss }.allSatisfy { $0.layer == nil })
    }

    @Test func `what a recurrent layer hands on is known by its time`() {
        let pass = Network(inputs: [3, 1], seed: 1) {
            LSTM(2, returnsSequences: true)
            SimpleRNN(2, returnsSequences: true)
        }.backpropagate([1, 2, 3], toward: [0, 0, 0, 0, 0, 0], minimizing: .halfSquaredError)
        for layer in 0..<2 {
            let states = pass.namedScalars.filter { scalar in
                guard scalar.layer == layer, case .state = scalar.meaning else { return false }
                return true
            }
            #expect(states.map(\.meaning) == [1, 1, 2, 2, 3, 3].map { .state(time: $0) })
            #expect(zip(states.map(\.value), pass.activations[layer + 1]).allSatisfy { abs($0 - $1) < 1e-14 })
        }
    }
}

/// How the numbers of recurrent layers are called that walk back, or take one step alone.
struct RecurrentNameTests {
    private func names(_ network: Network) throws -> Set<String> {
        let input = (0..<network.inputs).map { Double($0 + 1) / 4 }
        let target = (0..<network.outputs).map { _ in 0.5 }
        let pass = try network.backpropagation(of: input, toward: target, minimizing: .halfSquaredError)
        return Set(try pass.agreed().graph.namedScalars.map(\.name))
    }

    @Test func `one step takes x_1, h_0 and c_0 and makes h_1 and c_1`() throws {
        let one = try names(Network(inputs: 3, seed: 1, layers: [RecurrentCell(LSTM(1))]))
        #expect(one.isSuperset(of: ["x_1", "h_0", "c_0", "i_1", "c_1", "h_1", "w_i1", "u_o1"]))
        let two = try names(Network(inputs: 4, seed: 1, layers: [RecurrentCell(GRU(2)), Dense(1)]))
        #expect(two.isSuperset(of: ["x_1,1", "x_1,2", "h_0,1", "h_0,2", "h_1,1", "out_o1"]))
    }

    @Test func `the backward direction is a level of its own whose states have the times of their steps`() throws {
        let found = try names(
            Network(inputs: [3, 1], seed: 1, layers: [Bidirectional(SimpleRNN(1, returnsSequences: true)), Dense(1)]))
        #expect(found.isSuperset(of: ["h_0", "h_1", "h_3", "h_4^(2)", "h_3^(2)", "h_1^(2)", "w1", "w2", "u1", "u2"]))
        #expect(!found.contains("h_0^(2)") && !found.contains("h_4"))
    }
}
