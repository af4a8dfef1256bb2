import Networks
import Testing

@testable import Derivations

/// Networks drawn by seed: what the scalar graph, the engine and central differences say must agree.
struct RandomNetworkTests {
    static let activations: [String] = [
        "sigmoid", "tanh", "relu", "linear", "softmax", "own", "leaky", "elu", "silu", "softplus", "gelu", "gelu-tanh",
        "hard-sigmoid", "hard-tanh", "hard-swish", "selu", "celu", "mish", "softsign", "log-sigmoid", "squareplus",
        "tanhshrink",
        "softshrink", "log-softmax",
    ]

    struct Cube: Activation {
        func value(at z: Double) -> Double { z * z * z / 60 + z }
        func slope(at z: Double, output: Double) -> Double { z * z / 20 + 1 }
    }

    static func layer(_ name: String) -> any Layer {
        switch name {
        case "tanh": Tanh()
        case "relu": ReLU()
        case "linear": Identity()
        case "softmax": Softmax()
        case "own": Cube()
        case "leaky": LeakyReLU(slope: 0.1)
        case "elu": ELU(alpha: 1.3)
        case "silu": SiLU()
        case "softplus": Softplus()
        case "gelu": GELU()
        case "gelu-tanh": GELU(.tanh)
        case "hard-sigmoid": HardSigmoid()
        case "hard-tanh": HardTanh()
        case "hard-swish": HardSwish()
        case "selu": SELU()
        case "celu": CELU(alpha: 0.7)
        case "mish": Mish()
        case "softsign": Softsign()
        case "log-sigmoid": LogSigmoid()
        case "squareplus": Squareplus()
        case "tanhshrink": Tanhshrink()
        case "softshrink": Softshrink(lambda: 0.1)
        case "log-softmax": LogSoftmax()
        default: Sigmoid()
        }
    }

    @Test(arguments: activations)
    func `the scalar graph agrees with the engine and with central differences`(name: String) throws {
        for seed in 1...200 as ClosedRange<UInt64> {
            var random = SplitMix64(seed: seed)
            let depth = Int(random.next() % 2) + 1
            let (inputs, outputs) = (Int(random.next() % 3) + 1, Int(random.next() % 3) + 1)
            var layers: [any Layer] = []
            for _ in 0..<depth {
                let biases = (0..<3).map { _ in random.uniform() - 0.5 }
                let kinds: [Dense.Bias] = [.none, .shared(biases[0]), .perUnit(biases)]
                layers += [Dense(3, bias: kinds[Int(random.next() % 3)]), Self.layer(name)]
            }
            let ending = Int(random.next() % 10)
            layers.append(Dense(outputs))
            let loss: Loss
            switch ending {
            case 0:
                layers.append(Sigmoid())
                loss = .binaryCrossEntropy
            case 1:
                layers.append(Softmax())
                loss = .categoricalCrossEntropy
            case 2: loss = .meanSquaredError
            case 3: loss = .meanAbsoluteError
            case 4: loss = .hinge
            case 5: loss = .binaryCrossEntropyFromLogits
            case 6: loss = .categoricalCrossEntropyFromLogits
            case 7: loss = .huber(delta: 0.5)
            case 8:
                layers.append(Softmax())
                loss = .kullbackLeiblerDivergence
            default:
                layers.append(Self.layer(name))
                loss = .halfSquaredError
            }
            let network = try Network(inputs: inputs, seed: seed, layers: layers)
            let input = (0..<inputs).map { _ in 2 * random.uniform() - 1 }
            let target = (0..<outputs).map { _ in random.uniform() }
            let pass = try network.backpropagation(of: input, toward: target, minimizing: loss)
            try Agreement.check(pass, "seed \(seed)")
        }
    }

    @Test func `a step along the imaginary axis goes through everything but what has no complex value`() throws {
        for name in Self.activations {
            let network = try Network(inputs: 2, seed: 5, layers: [Dense(2), Self.layer(name), Dense(1)])
            let pass = try network.backpropagation(of: [0.3, -0.8], toward: [1], minimizing: .halfSquaredError)
            let graph = pass.graph
            let weight = try #require(graph.node(named: "w1"))
            #expect((graph.complexStep(by: weight) == nil) == ["own", "gelu"].contains(name), "\(name)")
        }
    }

    @Test func `a layer and a loss of the lesson's own are taken apart by differences`() throws {
        struct Doubling: Layer {
            var name: String { "Doubling" }
            var parameters: [Parameter] = [Parameter(.weight, [0.7, -0.3], rows: 1, columns: 2)]
            func forward(_ input: [Double]) -> [Double] { zip(input, parameters[0].values).map { $0 * $1 * $1 } }
            func backward(
                input: [Double], output: [Double], gradient: [Double]
            ) -> (input: [Double], parameters: [[Double]]) {
                let w = parameters[0].values
                return (
                    input.indices.map { gradient[$0] * w[$0] * w[$0] },
                    [input.indices.map { gradient[$0] * input[$0] * 2 * w[$0] }]
                )
            }
        }
        let quartic = Loss(name: "quartic") {
            $0[0] * $0[0] * $0[0] * $0[0] + $0[1] - $1[0]
        } gradient: { output, _ in
            [4 * output[0] * output[0] * output[0], 1]
        }
        let network = try Network(inputs: 2, layers: [Doubling(), Tanh()])
        let pass = try network.backpropagation(of: [0.5, -1.5], toward: [1, 0], minimizing: quartic)
        try Agreement.check(pass, "own layer")
    }
}

/// Four ways to the same gradients.
enum Agreement {
    static func check(_ pass: BackpropagationPass, _ label: String) throws {
        let unrolling = try pass.agreed().unrolling
        let graph = unrolling.graph
        let walked = graph.gradients()
        #expect(near(graph.values[graph.root], pass.loss, 1e-12), "\(label): loss")
        let smooth = isSmooth(graph)
        let nudged = pass.network.centralDifferences(of: pass.input, toward: pass.target, minimizing: pass.lossFunction)
        for (layer, parameters) in unrolling.parameters.enumerated() {
            try #require(parameters.count == pass.gradients[layer].count, "\(label): parameters of layer \(layer + 1)")
            for (index, nodes) in parameters.enumerated() {
                try #require(nodes.count == pass.gradients[layer][index].count)
                for (place, node) in nodes.enumerated() {
                    let name = "\(label): layer \(layer + 1), parameter \(index), \(place)"
                    #expect(near(walked[node], pass.gradients[layer][index][place], 1e-10), "\(name)")
                    if let stepped = graph.complexStep(by: node) {
                        #expect(near(walked[node], stepped, 1e-12), "\(name), complex step")
                    }
                    if smooth { #expect(near(walked[node], nudged[layer][index][place], 1e-6), "\(name), differences") }
                }
            }
        }
        for (node, gradient) in zip(unrolling.activations[0], pass.inputGradient) {
            #expect(near(walked[node], gradient, 1e-10), "\(label): input")
        }
    }

    /// Relative to the larger of the two, and never stricter than that for numbers below 1.
    static func near(_ a: Double, _ b: Double, _ tolerance: Double) -> Bool {
        abs(a - b) <= tolerance * max(1, abs(a), abs(b))
    }
}
