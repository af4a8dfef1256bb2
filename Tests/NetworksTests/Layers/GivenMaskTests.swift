import Foundation
import Testing

@testable import Networks

/// Dropout with given masks, inverted and classic: against a published example (`Tests/References/dropout.py` has it, and
/// PyTorch's gradients).
struct GivenMaskTests {
    struct Answer: Decodable {
        var output: [Double]
        var loss: Double
        var gradients: [[Double]]
        var used: [Double]
    }

    struct Reference: Decodable {
        var inputs: [[Double]]
        var targets: [Double]
        var parameters: [[Double]]
        var masks: [[[Int]]]
        var inverted: Answer
        var classic: Answer
    }

    static func reference() throws -> Reference {
        let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../References/dropout.json")
        return try JSONDecoder().decode(Reference.self, from: Data(contentsOf: path))
    }

    static func network(_ given: Reference, _ scaling: Dropout.Scaling) throws -> Network {
        let p = given.parameters
        func dense(_ units: Int, _ place: Int) -> Dense {
            let width = p[place].count / units
            let rows = (0..<units).map { Array(p[place][$0 * width..<($0 + 1) * width]) }
            return Dense(units, weights: rows, biases: p[place + 1])
        }
        return try Network(
            inputs: 3,
            layers: [
                dense(2, 0), ReLU(), Dropout(0.3, scaling: scaling, masks: given.masks[0]), dense(3, 2), ReLU(),
                Dropout(0.3, scaling: scaling, masks: given.masks[1]), dense(1, 4), Sigmoid(),
            ])
    }

    @Test(arguments: Dropout.Scaling.allCases)
    func `a published example with its masks comes out to its digits, all gradients as PyTorch's`(
        scaling: Dropout.Scaling
    ) throws {
        let given = try Self.reference()
        let expected = scaling == .inverted ? given.inverted : given.classic
        let network = try Self.network(given, scaling)
        let data = Dataset(zip(given.inputs, given.targets).map { Dataset.Sample(input: $0, target: [$1]) })
        let pass = try network.backpropagation(of: data, minimizing: .binaryCrossEntropy)
        for (a, b) in zip(pass.outputs.map { $0[0] }, expected.output) { #expect(abs(a - b) < 1e-15) }
        #expect(abs(pass.loss - expected.loss) < 1e-14)
        let gradients = pass.gradients.flatMap(\.self)
        #expect(gradients.count == expected.gradients.count)
        for (a, b) in zip(gradients.joined(), expected.gradients.joined()) { #expect(abs(a - b) < 1e-14) }
        for (input, used) in zip(given.inputs, expected.used) { #expect(abs(network(input)[0] - used) < 1e-15) }
        #expect(network.gradientCheck(on: data, minimizing: .binaryCrossEntropy).worst() < 1e-6)
        if scaling == .inverted {
            // As the course prints them.
            let printed = [0.36974721, 0.00305176, 0.04565099, 0.49683389, 0.36974721]
            for (a, b) in zip(pass.outputs, printed) { #expect(abs(a[0] - b) < 5e-9) }
        }
    }

    @Test func `given masks draw nothing, so other layers' draws stay as they were`() {
        let batch = [[1.0, 2], [3, 4]]
        var (with, without) = (SplitMix64(seed: 3), SplitMix64(seed: 3))
        #expect(Dropout(0.5, masks: [[1, 0]]).masks(for: batch, drawingFrom: &with) == [[2, 0], [2, 0]])
        #expect(with.next() == without.next())
    }

    @Test(arguments: Dropout.Scaling.allCases)
    func `a layer comes back from a file with its masks and its scaling`(scaling: Dropout.Scaling) throws {
        let network = try Network(inputs: 2, layers: [Dropout(0.5, scaling: scaling, masks: [[1, 0], [0, 1]])])
        let back = try Network(decoding: network.encoded())
        let layer = try #require(back.layers[0] as? Dropout)
        #expect(layer.masks == [[1, 0], [0, 1]] && layer.scaling == scaling && layer.rate == 0.5)
        #expect(back([4, 2]) == (scaling == .inverted ? [4, 2] : [2, 1]))
        #expect(try back.encoded() == network.encoded())
    }

    @Test func `masks that don't fit a sample are named`() {
        let wrong: [([[Int]], String)] = [
            ([], "Dropout(0.5) is given no masks; give one for each sample, or leave masks out to have them drawn"),
            ([[1, 0], [1]], "Dropout(0.5) is given 2 numbers, but mask 2 has 1; give a 0 or a 1 for each"),
            ([[1, 2]], "Dropout(0.5) has 2 in mask 1; a mask has 0 for what is dropped and 1 for what stays"),
        ]
        for (masks, message) in wrong {
            let error = #expect(throws: ShapeError.self) { try Network(inputs: 2, layers: [Dropout(0.5, masks: masks)]) }
            #expect(error?.description == "layer 1: " + message)
        }
    }

    @Test func `a batch of another size than the masks is refused, in a pass and in a training`() throws {
        let network = try Network(inputs: 2, layers: [Residual { [Dropout(0.5, masks: [[1, 0], [0, 1]])] }, Dense(1)])
        let data = Dataset((0..<4).map { Dataset.Sample(input: [Double($0), 1], target: [0]) })
        let message =
            "Dropout(0.5) has 2 masks, but a batch has 4 samples; give one mask for each sample of a batch, or one for all"
        let error = #expect(throws: ShapeError.self) { try network.backpropagation(of: data, minimizing: .meanSquaredError) }
        #expect(error?.description == message)
        func trains(_ batch: Int?) throws {
            let plan = TrainingPlan(epochs: 1, batchSize: batch)
            _ = try network.training(on: data, minimizing: .meanSquaredError, by: .gradientDescent(rate: 0.1), plan: plan)
        }
        #expect(throws: ShapeError.self) { try trains(nil) }
        #expect(throws: ShapeError.self) { try trains(3) }
        #expect(throws: Never.self) { try trains(2) }
    }
}
