import Foundation
import Testing

@testable import Networks

/// Networks written to safetensors and read back. `Tests/References/storage.py` holds the format against Python's package.
struct StorageTests {
    static let picture: [any Layer] = [
        Reshape([6, 6, 1]), Conv2D(2, kernel: [3, 2], padding: .zeros(top: 2, bottom: 0, left: 0, right: 1)),
        BatchNorm(momentum: 0.9), GroupNorm(2),
        InstanceNorm(epsilon: 0.1), LeakyReLU(slope: 0.1),
        ConvTranspose2D(2, kernel: [2, 1], stride: [1, 2], padding: [0, 1], outputPadding: [0, 1]), MaxPool2D(2),
        Residual {
            Conv2D(3, kernel: 1, usesBias: false)
            BatchNorm()
        } shortcut: {
            Conv2D(3, kernel: 1)
        }, AveragePool2D(2, stride: 1, padding: .zeros(1)), GlobalAveragePool(), Dense(2, bias: .shared(0)), Softmax(),
    ]
    static let words: [any Layer] = [
        Embedding(vocabulary: 5, dimensions: 4), PositionalEncoding(base: 100), SelfAttention(heads: 2, isCausal: true),
        SelfAttention(heads: 2, keySize: 3, isScaled: false, projectsOutput: false), LayerNorm(epsilon: 1e-5),
        SelfAttention(mask: (0..<9).map { row in (0..<9).map { $0 == row || $0 % 2 == 0 } }, usesBias: true),
        CrossAttention(asking: 8, usesBias: true), CrossAttention(asking: 6, valuesApart: true),
        Residual {
            Dense(6)
            GELU(.tanh)
        }, Conv1D(3, kernel: 2, dilation: 2), ConvTranspose1D(3, kernel: 2, stride: 2, usesBias: false),
        MaxPool1D(2, stride: 1, padding: .zeros(before: 1, after: 0), dilation: 2), AveragePool1D(2, stride: 1), Dropout(0.3),
        GRU(3, resetsAfter: false, updateGate: .chung, returnsSequences: true), GRU(2, returnsSequences: true, usesBias: false),
        LSTM(3, returnsSequences: true, truncation: 2), SimpleRNN(2, activation: ELU(alpha: 0.3), returnsSequences: true),
        GRU(2, returnsSequences: true).starting(hidden: [0.5, -1]),
        LSTM(1, returnsSequences: true).starting(hidden: [0.2], cells: [3]),
        LSTM(2, returnsSequences: true).starting(hidden: [0.5, -1], cells: [2, 0], trained: true),
        SimpleRNN(2, returnsSequences: true).starting(hidden: [1, 2], trained: true),
        Bidirectional(
            forward: LSTM(2, returnsSequences: true),
            backward: LSTM(1, returnsSequences: true).starting(hidden: [1], cells: [2])),
        Residual {
            SimpleRNN(3, returnsSequences: true).starting(hidden: [3, 2, 1])
        }, Bidirectional(GRU(2), merging: .sum), Flatten(), RecurrentCell(SimpleRNN(1, activation: ReLU())), Dense(5),
        RecurrentCell(LSTM(2)), RecurrentCell(GRU(2, updateGate: .chung)), Dense(3, bias: .none), SiLU(), Softplus(), GELU(),
        Tanh(), ReLU(), Identity(), Sigmoid(), Dense(4),
        GLU(), Dense(4), SwiGLU(), LogSoftmax(), HardSigmoid(.keras2), HardTanh(-2, 3), HardSwish(), SELU(), CELU(alpha: 0.4),
        Mish(), Softsign(), LogSigmoid(), Squareplus(b: 2), Tanhshrink(), Softshrink(lambda: 0.1),
        Heaviside(pretending: .window(limit: 3)), Heaviside(pretending: .sigmoid(steepness: 2)),
        Heaviside(pretending: .straightThrough), Heaviside(pretending: .zero), Dense(1),
    ]

    /// The network with numbers nobody would draw, running averages among them.
    static func moved(_ inputs: Shape, _ layers: [any Layer]) throws -> Network {
        var random = SplitMix64(seed: 8)
        let network = try Network(inputs: inputs, seed: 1 << 60 + 1, layers: layers)
        let changed = network.replacing(
            parameters: network.layers.map { $0.parameters.map { $0.values.map { $0 + random.uniform() / 3 } } })
        return changed.replacing(
            layers: changed.layers.map { layer in
                guard var storable = layer as? any StorableLayer else { return layer }
                storable.state = storable.state.map { $0.map { $0 + random.uniform() } }
                return storable
            })
    }

    static func all() throws -> [Network] {
        [try moved(36, picture), try moved(9, words), try moved([4, 3], [SelfAttention(keySize: 2), Flatten(), Dense(2)])]
    }

    @Test func `every network comes back bit for bit`() throws {
        for network in try Self.all() {
            let data = try network.encoded()
            let back = try Network(decoding: data)
            #expect(back.seed == network.seed && back.shapes == network.shapes)
            #expect(back.layers.map(\.name) == network.layers.map(\.name))
            for (a, b) in zip(network.layers, back.layers) { #expect(a.parameters == b.parameters) }
            let input = (0..<network.inputs).map { Double($0 % 5) }
            let (a, b) = (network.prediction(for: input), back.prediction(for: input))
            #expect(a.map(\.bitPattern) == b.map(\.bitPattern) && a.allSatisfy(\.isFinite))
            #expect(try back.encoded() == data)
            let target = a.map { $0 * 0.5 }
            let pass = try network.backpropagation(of: input, toward: target, minimizing: .halfSquaredError)
            let again = try back.backpropagation(of: input, toward: target, minimizing: .halfSquaredError)
            #expect(pass.gradients == again.gradients)
        }
    }

    /// Training moves what is no parameter, too: the running averages of batch normalisation.
    @Test func `a trained network answers as before, to the last bit`() throws {
        var random = SplitMix64(seed: 4)
        let pictures = Dataset(
            (0..<6).map { index in
                Dataset.Sample(input: (0..<16).map { _ in random.uniform() }, target: [Double(index % 2)])
            })
        let sentences = Dataset(
            (0..<6).map { index in
                Dataset.Sample(input: (0..<3).map { _ in Double(random.next() % 4) }, target: [Double(index % 2)])
            })
        let seeing = try Network(
            inputs: [4, 4, 1], seed: 2,
            layers: [
                Conv2D(2, kernel: 2), BatchNorm(momentum: 0.5), ReLU(), GlobalAveragePool(), Dense(1), Sigmoid(),
            ])
        let reading = try Network(
            inputs: 3, seed: 2,
            layers: [
                Embedding(vocabulary: 4, dimensions: 3), SelfAttention(heads: 1), LSTM(2), Dense(1), BatchNorm(momentum: 0.5),
                Sigmoid(),
            ])
        for (network, data) in [(seeing, pictures), (reading, sentences)] {
            let trained = try network.training(
                on: data, minimizing: .binaryCrossEntropy, by: .adam(rate: 0.01), plan: TrainingPlan(epochs: 5, batchSize: 3)
            ).network
            let back = try Network(decoding: trained.encoded())
            let norm = back.layers.compactMap { $0 as? BatchNorm }
            #expect(norm.map(\.runningMean) != [Array(repeating: 0, count: norm.first?.runningMean.count ?? 0)])
            #expect(norm.map(\.runningVariance) == trained.layers.compactMap { ($0 as? BatchNorm)?.runningVariance })
            for sample in data.samples {
                let answers = [trained, back].map { $0.prediction(for: sample.input).map(\.bitPattern) }
                #expect(answers[0] == answers[1])
            }
        }
    }

    @Test func `no type of layer is forgotten`() throws {
        func types(_ description: LayerDescription) -> [String] { [description.type] + description.layers.flatMap(types) }
        let met = try Self.all().flatMap { try $0.layers.flatMap { types(try $0.description()) } }
        #expect(Set(met) == Set(StorableTypes.known.keys))
    }

    static let candidate = Gate(weights: [[0.5]], recurrent: [[-0.3]])
    static let recurrentLayers: [GRU] = [
        GRU(1, reset: candidate, update: candidate, candidate: candidate, recurrentBiases: [0.7]),
        GRU(1, reset: candidate, update: candidate, candidate: candidate),
        GRU(1, weights: [[1], [2], [3]], recurrent: [[1], [2], [3]], recurrentBiases: [0.4]),
        GRU(1, weights: [[1], [2], [3]], recurrent: [[1], [2], [3]], biases: [1, 2, 3], recurrentBiases: []),
        GRU(1, weights: [[1], [2], [3]], recurrent: [[1], [2], [3]], biases: [1, 2, 3], resetsAfter: false),
    ]

    @Test(arguments: recurrentLayers.indices)
    func `a GRU comes back with the biases it had, beside its inputs, beside its state or beside both`(row: Int) throws {
        let network = try Network(inputs: [3, 1], layers: [Self.recurrentLayers[row]])
        let back = try Network(decoding: network.encoded())
        #expect(back.layers[0].parameters == network.layers[0].parameters)
        #expect(back.prediction(for: [1, 2, 3]) == network.prediction(for: [1, 2, 3]))
    }

    @Test func `a layer's old name in a file is read`() throws {
        #expect(try StorableTypes().layer(LayerDescription(type: "Linear")) is Identity)
    }

    @Test func `attention with given matrices of several sizes comes back`() throws {
        let layer = SelfAttention(
            queries: [[1, 2], [3, 4]], keys: [[1, 0], [0, 1]], values: [[1, 2, 3], [4, 5, 6]],
            output: [[1, 0, 0, 1], [0, 1, 0, 1], [0, 0, 1, 1]])
        let network = try Network(inputs: [2, 2], layers: [layer])
        let back = try Network(decoding: network.encoded())
        #expect(back.outputShape == [2, 4] && back.prediction(for: [1, 2, 3, 4]) == network.prediction(for: [1, 2, 3, 4]))
    }

    @Test func `an option that is no finite number is refused, since JSON can't hold it`() throws {
        let network = try Network(inputs: 1, layers: [LeakyReLU(slope: .infinity)])
        #expect(throws: StorageError.self) { try network.encoded() }
    }

    @Test func `odd numbers keep their bits`() throws {
        let odd = [-0.0, .leastNonzeroMagnitude, .greatestFiniteMagnitude, 0.1, -.infinity, 1.0.nextUp]
        let data = try Network(inputs: 6, layers: [Dense(1, weights: [odd], bias: .none)]).encoded()
        let back = try Network(decoding: data).layers[0].parameters[0].values
        #expect(back.map(\.bitPattern) == odd.map(\.bitPattern))
    }

    struct Scaling: StorableLayer {
        let factor: Double
        var name: String { "Scaling" }
        init(_ factor: Double) { self.factor = factor }
        init(stored: LayerDescription, knowing types: StorableTypes) throws { factor = try stored.number("factor") }
        func stored() -> LayerDescription { .init(type: "Scaling", options: ["factor": .number(factor)]) }
        func forward(_ input: [Double]) -> [Double] { input.map { $0 * factor } }
        func backward(input: [Double], output: [Double], gradient: [Double]) -> (input: [Double], parameters: [[Double]]) {
            (gradient.map { $0 * factor }, [])
        }
    }

    struct Cube: Activation {
        func value(at z: Double) -> Double { z * z * z }
        func slope(at z: Double, output: Double) -> Double { 3 * z * z }
    }

    @Test func `a lesson's own layer is stored when it says how, and named when it doesn't`() throws {
        let own = try Network(inputs: 2, layers: [Dense(2), Scaling(3)])
        let data = try own.encoded()
        let back = try Network(decoding: data, knowing: [Scaling.self])
        #expect(back.prediction(for: [1, 2]) == own.prediction(for: [1, 2]))
        let unknown = #expect(throws: StorageError.self) { try Network(decoding: data) }
        #expect(
            unknown?.description
                == "the file has a layer of type 'Scaling', which Lectern doesn't know; if it is your own, name it: knowing: [Scaling.self]"
        )
        let cube = #expect(throws: StorageError.self) { try Network(inputs: 2, layers: [Dense(1), Cube()]).encoded() }
        #expect(
            cube?.description == "layer 2: a layer of type 'Cube' can't be stored; make the type a StorableLayer")
    }

    // MARK: the format

    static let references = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../References")

    /// What `storage.py` has read with Python's own package, and the bytes it was read from.
    struct Reading: Decodable {
        struct Tensor: Decodable {
            var shape: [Int]
            var values: [Double]
        }
        var file: Data
        var tensors: [String: Tensor]
    }

    /// Recording the file alone isn't enough: Python must read it again.
    @Test func `the bytes are those that Python's package has read, and the numbers those it has found`() throws {
        let network = try Network(
            inputs: [3, 2],
            layers: [
                SimpleRNN(2, weights: [[0.1, -2], [3e-300, 4]], recurrent: [[0.5, 0.25], [-0.125, 0]], biases: [1, -1]),
                Dense(1, weights: [[7, 1 / 3]], bias: 0.35), Sigmoid(),
            ])
        let file = Self.references.appending(path: "network.safetensors")
        if ProcessInfo.processInfo.environment["LECTERN_RECORD"] == "1" { try network.encoded().write(to: file) }
        let reading = try JSONDecoder().decode(
            Reading.self, from: Data(contentsOf: Self.references.appending(path: "network.json")))
        let encoded = try network.encoded()
        #expect(encoded == reading.file, "run Tests/References/storage.py, which reads what was recorded")
        #expect(try Data(contentsOf: file) == reading.file)
        let kept = network.layers.flatMap(\.parameters).map(\.values)
        #expect(
            ["1.SimpleRNN.weight", "1.SimpleRNN.weight2", "1.SimpleRNN.bias", "2.Dense.weight", "2.Dense.bias"].map {
                reading.tensors[$0]?.values
            } == kept)
        #expect(reading.tensors.count == kept.count)
    }

    @Test func `a file that Python's package has written is read, single precision too`() throws {
        let file = try SafeTensors(decoding: Data(contentsOf: Self.references.appending(path: "python.safetensors")))
        #expect(file.metadata == ["format": "np"])
        #expect(
            file.tensors == [
                .init(name: "double", shape: [2, 3], values: [0, 0.1, -2, 1e300, .leastNonzeroMagnitude, 1.0 / 3]),
                .init(name: "single", shape: [2], values: [0.5, Double(Float(0.1))]),
            ])
        let error = #expect(throws: StorageError.self) {
            try Network(decoding: try Data(contentsOf: Self.references.appending(path: "python.safetensors")))
        }
        #expect(
            error?.description == "the file holds numbers but describes no network; Lectern reads what it has written itself")
    }
}
