import Foundation
import NetworkCases
import Networks
import Testing

/// Further optimisers against PyTorch and published formulas; `Tests/References/methods.py` made the numbers.
struct UpdateMethodTests {
    static let found: [String: [[Double]]] = {
        let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../References/methods.json")
        guard let data = try? Data(contentsOf: path) else { return [:] }
        return (try? JSONDecoder().decode([String: [[Double]]].self, from: data)) ?? [:]
    }()

    static let start = [5.0, -0.3, 0.02]
    static let gradients = [[10.0, -0.1, 0.0], [9.0, 0.3, -2.0], [-4.0, 0.2, 1e-3], [0.5, -0.7, 0.4], [3.0, 0.0, -0.1]]
    static let optimizers: [String: Optimizer] = [
        "adaDelta": .adaDelta(), "adaMax": .adaMax(rate: 0.1), "amsGrad": .amsGrad(rate: 0.1), "nadam": .nadam(rate: 0.1),
        "adaGrad": .adaGrad(rate: 0.1, accumulator: 0.1), "pytorch nesterov": .momentum(rate: 0.1, nesterov: true),
        "averagedMomentum": .averagedMomentum(rate: 0.1), "nesterov": .nesterov(rate: 0.1),
        "lion": .lion(rate: 0.01, decay: 0.1), "signDescent": .signDescent(rate: 0.1),
    ]

    @Test(arguments: optimizers.keys.sorted())
    func `an optimiser goes where the reference goes`(name: String) throws {
        let (optimizer, found) = (try #require(Self.optimizers[name]), try #require(Self.found[name]))
        let path = optimizer.starting(at: Self.start).path(along: Self.gradients)
        #expect(path.count == 6 && path[0].numbers == Self.start && path[5].steps == 5)
        for (step, numbers) in found.enumerated() {
            for (a, b) in zip(path[step + 1].numbers, numbers) { #expect(abs(a - b) <= 1e-13, "step \(step + 1)") }
        }
    }

    @Test(arguments: optimizers.keys.sorted())
    func `a path taken up from its moments goes on as if it had not been left`(name: String) throws {
        let optimizer = try #require(Self.optimizers[name])
        let whole = optimizer.starting(at: Self.start).path(along: Self.gradients)
        let half = whole[2]
        let rest = optimizer.starting(at: half.numbers, moments: half.moments, after: 2)
            .path(along: Array(Self.gradients[2...]))
        #expect(rest.last?.numbers == whole[5].numbers && rest.last?.moments == whole[5].moments)
    }

    @Test func `so does every optimiser with every option`() {
        for optimizer in OptimizerCase.all {
            let whole = optimizer.starting(at: Self.start).path(along: Self.gradients)
            let rest = optimizer.starting(at: whole[3].numbers, moments: whole[3].moments, after: 3)
                .path(along: Array(Self.gradients[3...]))
            for (a, b) in zip(rest.last?.numbers ?? [], whole[5].numbers) {
                // Powers of β are products on the one way and computed on the other.
                #expect(abs(a - b) <= 1e-14 * max(1, abs(b)), "\(optimizer)")
            }
            #expect(rest.last?.moments.count == 3 && rest.last?.steps == 5, "\(optimizer)")
        }
    }

    @Test func `Adam's moments can be read after each step`() {
        let path = Optimizer.adam(rate: 0.1).starting(at: [5]).path(along: [[10], [9.8]])
        let moments = path[2].moments[0]
        #expect(abs(moments.first - 1.88) < 1e-12)
        #expect(abs(moments.second - 0.19594) < 1e-12)
        #expect(abs(path[1].numbers[0] - 4.9) < 1e-9)
    }

    struct Halving: UpdateMethod {
        func updated(_ w: Double, along g: Double, moments: inout Moments, step t: Int, rate: Double) -> Double {
            w - rate * g / Double(t)
        }
    }

    @Test func `a lesson's own method, schedule and initialiser train a network`() throws {
        let optimizer = Optimizer(Halving(), rate: 0.5).scheduled(.own("ramp") { Double($0 + 1) })
        let data: Dataset = [[1]: [0]]
        let ones = Initializer.own("ones") { place, _ in Double(place.row + 1) }
        let network = try Network(inputs: 1, layers: [Dense(1, initializer: ones)])
        #expect(network.layers[0].parameters[0].values == [1])
        let run = network.trained(on: data, minimizing: .halfSquaredError, by: optimizer, epochs: 1)
        #expect(run.network.layers[0].parameters[0].values == [0.5])
        // Weight and bias together have halved the error of 1 twice over: nothing is left for the second step.
        let two = network.trained(on: data, minimizing: .halfSquaredError, by: optimizer, epochs: 2)
        #expect(two.network.layers[0].parameters.map(\.values) == [[0.5], [-0.5]])
    }

    @Test func `layers that walk through time or look around draw from the initialiser they are given`() throws {
        let layers: [any Layer] = [
            SimpleRNN(
                2, returnsSequences: true, initializer: .constant(0.5), recurrentInitializer: .constant(0.25),
                biasInitializer: .constant(0.125)),
            LSTM(
                2, returnsSequences: true, initializer: .constant(0.5), recurrentInitializer: .constant(0.25),
                biasInitializer: .constant(0.125)),
            GRU(
                2, returnsSequences: true, initializer: .constant(0.5), recurrentInitializer: .constant(0.25),
                biasInitializer: .constant(0.125)),
            SelfAttention(usesBias: true, initializer: .constant(0.5), biasInitializer: .constant(0.125)),
            ConvTranspose1D(2, kernel: 2, initializer: .constant(0.5), biasInitializer: .constant(0.125)),
        ]
        let network = try Network(inputs: [3, 2], layers: layers)
        for layer in network.layers.prefix(3) {
            #expect(Set(layer.parameters[0].values) == [0.5])
            #expect(Set(layer.parameters[1].values) == [0.25])
        }
        // The forget gate's biases begin at 1 besides.
        #expect(network.layers.prefix(3).map { Set($0.parameters[2].values) } == [[0.125], [0.125, 1.125], [0.125]])
        for layer in network.layers.suffix(2) {
            for parameter in layer.parameters {
                #expect(Set(parameter.values) == [parameter.kind == .weight ? 0.5 : 0.125])
            }
        }
        #expect(try Network(inputs: 2, layers: [Dense(3, usesBias: false)]).parameterCount == 6)
    }

    @Test func `AdaGrad's first accumulator counts in a network, too`() throws {
        let network = try Network(inputs: 1, layers: [Dense(1, weights: [[2]], bias: .none)])
        let next = network.updated(along: [[[3]]], by: .adaGrad(rate: 1, epsilon: 0, accumulator: 16))
        let moved: Double = next.layers[0].parameters[0].values[0]
        #expect(abs(moved - 1.4) < 1e-15)
    }
}
