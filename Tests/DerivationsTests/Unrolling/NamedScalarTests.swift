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
