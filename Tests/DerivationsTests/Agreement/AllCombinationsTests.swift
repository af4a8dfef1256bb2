import NetworkCases
import Testing

@testable import Derivations
@testable import Networks

/// Every layer with every loss and every option of an optimiser, by the engine and by the scalar graph.
struct AllCombinationsTests {
    /// One network for each layer and loss, with a sample and a batch of weighed ones.
    static func passes(
        _ layer: LayerCase, _ loss: LossCase
    ) throws -> (sample: BackpropagationPass, batch: BatchBackpropagationPass) {
        let network = try layer.network(endingWith: loss.output, outputs: 2, seed: 3)
        var random = SplitMix64(seed: 7)
        let samples = (0..<3).map {
            Dataset.Sample(input: layer.input(&random), target: loss.target(2), weight: [1, 0.5, 2][$0])
        }
        return (
            try network.backpropagation(of: samples[0].input, toward: samples[0].target, minimizing: loss.loss),
            try network.backpropagation(of: Dataset(samples), minimizing: loss.loss, dropoutSeed: 5)
        )
    }

    @Test(arguments: LayerCase.all)
    func `loss, gradients and updates of the graph are the engine's for every layer, loss and optimiser`(
        layer: LayerCase
    ) throws {
        for (number, loss) in (LossCase.all + LossCase.large).enumerated() {
            let (sample, batch) = try Self.passes(layer, loss)
            let (one, several) = (try sample.agreed(), try batch.agreed())
            // What is found to agree agrees to rounding here, where nothing is badly conditioned.
            #expect(Agreement.near(one.graph.values[one.graph.root], sample.loss, 1e-12))
            #expect(Agreement.near(several.graph.values[several.graph.root], batch.loss, 1e-12))
            // A step depends on the gradients alone: every optimiser after the first losses, in turns after the others.
            for (turn, optimizer) in OptimizerCase.all.enumerated() where number < 3 || turn % 8 == number % 8 {
                for (pass, gradients, network) in [
                    (one, sample.gradients, sample.network), (several, batch.gradients, batch.networkAfterwards),
                ] {
                    let step = try #require(network.engineStep(along: gradients, by: optimizer))
                    #expect(throws: Never.self, "\(loss), \(optimizer)") { try pass.checkUpdates(step) }
                }
            }
        }
    }

    @Test func `the lists have every layer that a file may name`() {
        let known = Set(StorableTypes.known.keys)
        #expect(known.subtracting(LayerCase.all.reduce(into: []) { $0.formUnion($1.types) }) == [])
    }

    @Test(arguments: LayerCase.all)
    func `a derivative that is off by a millionth is found`(layer: LayerCase) throws {
        for loss in LossCase.all.prefix(4) {
            let (pass, _) = try Self.passes(layer, loss)
            let graph = try pass.agreed()
            var (worst, place) = (0.0, (0, 0, 0))
            for (l, arrays) in pass.gradients.enumerated() {
                for (a, values) in arrays.enumerated() {
                    for (i, value) in values.enumerated() where abs(value) > worst { (worst, place) = (abs(value), (l, a, i)) }
                }
            }
            try #require(worst > 0)
            var wrong = pass.gradients
            wrong[place.0][place.1][place.2] *= 1 + 1e-6
            let passes = try? AgreedPass(
                graph.unrolling, of: pass.network, from: pass.start, activations: [pass.activations],
                parameterGradients: wrong, inputGradients: [pass.inputGradient])
            #expect((passes == nil) == true, "\(loss)")
        }
    }
}
