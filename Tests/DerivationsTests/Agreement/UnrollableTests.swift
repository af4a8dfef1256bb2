import Exhibits
import Testing

@testable import Derivations
@testable import Networks

/// Layers, activations and losses of a lesson's own that say their formula in scalars.
struct UnrollableTests {
    struct Softsign: UnrollableActivation {
        func value(at z: Double) -> Double { z / (1 + abs(z)) }
        func slope(at z: Double, output: Double) -> Double { (1 - abs(output)) * (1 - abs(output)) }
        func unrolled(_ z: Scalar) -> Scalar { z / (1 + abs(z)) }
    }

    /// y_i = w_i x_i, or 0 for what a formula leaves as it is.
    struct Scale: Layer, Unrollable {
        var factors: [Double]
        var slip = 1.0
        var name: String { "Scale" }
        var parameters: [Parameter] {
            get { [Parameter(.scale, factors, rows: 1, columns: factors.count)] }
            set { factors = newValue[0].values }
        }
        func forward(_ input: [Double]) -> [Double] { zip(input, factors).map { $0 * $1 } }
        func backward(
            input: [Double], output: [Double], gradient: [Double]
        ) -> (input: [Double], parameters: [[Double]]) {
            (zip(gradient, factors).map { $0 * $1 * slip }, [zip(gradient, input).map { $0 * $1 }])
        }
        func unrolled(_ inputs: [Scalar], parameters: [[Scalar]]) -> [Scalar] {
            zip(parameters[0], inputs).map { $0 * $1 }
        }
    }

    static let logCosh = Loss(name: "log cosh") { output, target in
        zip(output, target).reduce(0) { $0 + log((exp($1.0 - $1.1) + exp($1.1 - $1.0)) / 2) }
    } gradient: { output, target in
        zip(output, target).map { tanh($0 - $1) }
    } unrolled: { output, target in
        sum(zip(output, target).map { log((exp($0 - $1) + exp($1 - $0)) / 2) })
    }

    @Test func `they are derived through to the formula, without differences`() throws {
        let network = try Network(
            inputs: 2, seed: 4, layers: [Dense(2), Softsign(), Scale(factors: [0.7, -1.2]), Dense(1)])
        let pass = try network.backpropagation(of: [0.3, -0.8], toward: [0.5], minimizing: Self.logCosh)
        try Agreement.check(pass, "own parts")
        let graph = pass.graph
        #expect(
            graph.nodes.allSatisfy {
                switch $0.operation {
                case .opaque, .custom: false
                default: true
                }
            })
        #expect(pass.complexStep(by: "w1") != nil)
        let lines = pass.derivation(of: "w1").working.steps.flatMap(\.lines)
        #expect(lines.contains { $0.contains("\\left|") } && !lines.contains { $0.contains("Softsign") })
    }

    @Test func `one that leaves a number as it is, or gives one twice, has names of its own for its results`() throws {
        struct Twice: Layer, Unrollable {
            var name: String { "Twice" }
            func outputShape(for inputs: Shape) -> Shape { Shape(2 * inputs.count) }
            func forward(_ input: [Double]) -> [Double] { input + input }
            func backward(
                input: [Double], output: [Double], gradient: [Double]
            ) -> (input: [Double], parameters: [[Double]]) {
                (input.indices.map { gradient[$0] + gradient[$0 + input.count] }, [])
            }
            func unrolled(_ inputs: [Scalar], parameters: [[Scalar]]) -> [Scalar] { inputs + inputs }
        }
        let network = try Network(inputs: 2, seed: 4, layers: [Twice(), Dense(1), Sigmoid()])
        try Agreement.check(
            try network.backpropagation(of: [0.3, -0.8], toward: [0.5], minimizing: .halfSquaredError), "twice")
    }

    @Test func `a way back that isn't the formula's is found`() throws {
        let network = try Network(inputs: 1, seed: 4, layers: [Dense(1), Scale(factors: [0.7], slip: 1.001)])
        let pass = try network.backpropagation(of: [0.3], toward: [0.5], minimizing: .halfSquaredError)
        let found = #expect(throws: Disagreement.self) { try pass.agreed() }
        #expect(found?.ownParts == ["Scale"])
    }
}
