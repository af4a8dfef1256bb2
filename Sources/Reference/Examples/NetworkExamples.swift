extension Examples {
    /// Networks, what a pass through one has, and shapes.
    static let networks = #"""
        // Network
        let net = Network(inputs: 2, seed: 3) {
            Dense(2, weights: [[0.15, 0.2], [0.25, 0.3]], bias: 0.35)
            Sigmoid()
            Dense(1, weights: [[0.4, 0.45]], bias: 0.6)
            Sigmoid()
        }
        let step = Optimizer.gradientDescent(rate: 0.5)

        net([0.05, 0.1]) // [0.751365]
        net.prediction(for: [0.05, 0.1]) // [0.751365]
        net.activations(for: [0.05, 0.1]) // [[0.05, 0.1], [0.3775, 0.3925], [0.59327, 0.596884], [1.10591], [0.751365]]
        (net.inputs, net.outputs, net.parameterCount, net.seed) // (2, 1, 8, 3)
        (net.inputShape, net.outputShape, net.shapes.count) // (2, 1, 5)
        (net.layers.count, net.layer(Dense.self, number: 2).units) // (4, 1)
        net.weights(of: 3) // [[0.4, 0.45]]
        net.biases(of: 3) // [0.6]
        net.matrices(of: 3) // [[[0.4, 0.45]], [[0.6]]]
        net["w1"] // 0.15
        net.replacing(parameters: [[[1, 1, 1, 1], [0]], [], [[1, 1], [0]], []])["w5"] // 1
        show(net.summary)
        show(net.diagram)
        show(net.diagram(notation: .indexed, caption: "The network"))
        let pass = net.backpropagate([0.05, 0.1], toward: [1], minimizing: .halfSquaredError)
        let batch = net.backpropagate(.and, minimizing: .binaryCrossEntropy, dropoutSeed: 1)
        try net.backpropagation(of: [0.05, 0.1], toward: [1], minimizing: .halfSquaredError).loss // 0.0309097
        try net.backpropagation(of: .and, minimizing: .binaryCrossEntropy).loss // 1.12356
        net.updated(along: pass, by: step)["w5"] // 0.413778
        net.updated(along: batch, by: step)["w5"] // 0.245388
        net.updated(along: pass.gradients, by: step)["w5"] // 0.413778
        net.centralDifferences(of: [0.05, 0.1], toward: [1], minimizing: .halfSquaredError)[2][1] // [-0.0464489]
        net.centralDifferences(on: .and, minimizing: .binaryCrossEntropy)[2][1] // [0.508305]
        net.gradientCheck(on: .and, minimizing: .binaryCrossEntropy).worst() < 1e-6 // true
        show(net.derivation(of: "w5", on: .and, minimizing: .binaryCrossEntropy, updatedBy: step))
        net.graph(on: .and, minimizing: .binaryCrossEntropy).count // 69
        show(net.matrixForm(on: .and, minimizing: .binaryCrossEntropy))
        net.loss(on: .and, minimizing: .binaryCrossEntropy) // 1.12356
        net.trainingLoss(on: .and, minimizing: .binaryCrossEntropy) // 1.12356

        // Network
        let net = Network(inputs: [2, 3], seed: 1) { Flatten(); Dense(1) }
        let same = try Network(inputs: [2, 3], seed: 1, layers: [Flatten(), Dense(1)])
        let flat = try Network(inputs: 6, seed: 1, layers: [Dense(1)])

        (net.inputShape, same.inputShape, flat.inputShape) // (2×3, 2×3, 6)
        try Network(decoding: net.encoded())([1, 0, 0, 0, 0, 1]) == net([1, 0, 0, 0, 0, 1]) // true
        net.write(to: "net.json")
        Network(contentsOf: "net.json").parameterCount // 7

        // Network
        let net = Network(inputs: 2) { Dense(1, weights: [[2, 1]], bias: -1.4); Sigmoid() }

        net.accuracy(on: .or) // 0.75
        net.confusion(on: .or).counts // [[1, 0], [1, 2]]
        show(net.answers(on: .or))
        net.auc(on: .or) // 1
        net.calibrationError(on: .or, bins: 5) // 0.329707
        (net.meanAbsoluteError(on: .or), net.rootMeanSquaredError(on: .or)) // (0.329707, 0.37126)
        (net.r2(on: .or), net.explainedVariance(on: .or)) // (0.264886, 0.548984)
        net.scoredAnswers(on: .or).areaUnderROC // 1
        Network(inputs: 1) { Dense(3); Softmax() }.topAccuracy(2, on: Dataset([.init(input: [1], target: [0, 0, 1])])) // 1

        // Network
        let start = Network(inputs: 2, seed: 1) { Dense(3); Tanh(); Dense(1); Sigmoid() }
        let plan = TrainingPlan(epochs: 20)

        let run = start.trained(on: .xor, minimizing: .binaryCrossEntropy, by: .adam(rate: 0.1), epochs: 20)
        run.losses.count // 21
        try start.training(on: .xor, minimizing: .binaryCrossEntropy, by: .adam(rate: 0.1), plan: plan).losses == run.losses // true

        // BackpropagationPass
        let net = Network(inputs: 2) {
            Dense(2, weights: [[0.15, 0.2], [0.25, 0.3]], bias: 0.35)
            Sigmoid()
            Dense(1, weights: [[0.4, 0.45]], bias: 0.6)
            Sigmoid()
        }
        let pass = net.backpropagate([0.05, 0.1], toward: [1], minimizing: .halfSquaredError)

        (pass.input, pass.target, pass.output) // ([0.05, 0.1], [1], [0.751365])
        (pass.loss, pass.lossFunction.name) // (0.0309097, "halfSquaredError")
        pass["out_h1"] // 0.59327
        pass.gradient(of: "w5") // -0.0275567
        pass.partial("out_o1", "net_o1") // 0.186816
        show(pass.figure(of: "out_o1", from: ["net_o1"]))
        pass.weightGradients(of: 3) // [[-0.0275567, -0.0277246]]
        pass.biasGradients(of: 3) // [-0.0464489]
        pass.gradients[2] // [[-0.0275567, -0.0277246], [-0.0464489]]
        pass.inputGradient // [-0.00192981, -0.00240544]
        pass.activations[1] // [0.3775, 0.3925]
        pass.activationGradients[1] // [-0.00448326, -0.0050293]
        pass.complexStep(by: "w5") // -0.0275567
        pass.gradients(with: Penalty(l2: 0.1))[2] // [[0.0124433, 0.0172754], [-0.0464489]]
        pass.loss(with: Penalty(l2: 0.1)) // 0.0597847
        (pass.network.parameterCount, pass.place.line > 0) // (8, true)
        pass.namedScalars.map(\.name) // ["i1", "i2", "w1", "w2", "w3", "w4", "b1", "net_h1", "net_h2", "out_h1", "out_h2", "w5", "w6", "b2", "net_o1", "out_o1", "target_o1", "E_total"]
        pass.graph.count // 21
        (pass.gradientAgreement.worst, pass.gradientTrace.levels.count) // ("w1", 2)
        show(pass.derivation(of: "w1", updatedBy: .gradientDescent(rate: 0.5)))
        try pass.derivations(of: ["w1", "w5"]).map(\.value) // [-0.000224163, -0.0275567]
        show(pass.forwardTable)
        show(pass.forwardWorking)
        show(pass.gradientTable(updatedBy: .gradientDescent(rate: 0.5)))
        show(pass.matrixForm)
        show(pass.matrixForm(in: .current))
        show(pass.diagram)
        show(pass.diagram(gradients: true, notation: .sequential))
        show(pass.explorable)

        // BackpropagationPass, RecurrentState
        let net = Network(inputs: [2, 1], seed: 1) { SimpleRNN(1).starting(hidden: [0.5]); Dense(1) }
        let pass = net.backpropagate([0.2, 0.4], toward: [1], minimizing: .halfSquaredError)

        show(pass.unrolled(caption: "Two steps"))
        pass.firstStateGradients(of: 1).hidden // [0.11497]
        RecurrentState(hidden: [0.5], cells: [0.1]).cells // [0.1]

        // BackpropagationPass, BatchBackpropagationPass, Network
        let net = Network(inputs: 2) { Dense(1, weights: [[0.5, -0.3]], bias: 0.2); Sigmoid() }
        let pass = net.backpropagate([1, 2], from: [0.25])
        let batch = net.backpropagate([[1, 2], [0, 1]], from: [[0.25], [-0.5]], dropoutSeed: 1)

        pass.upstream // [0.25]
        batch.upstream // [[0.25], [-0.5]]
        pass.gradient(of: "w1") // 0.062344
        try net.backpropagation(of: [1, 2], from: [0.25]).gradient(of: "w2") // 0.124688
        try net.backpropagation(of: [[1, 2], [0, 1]], from: [[0.25], [-0.5]]).gradient(of: "w1") // 0.062344
        net.centralDifferences(of: [1, 2], from: [0.25])[0] // [[0.062344, 0.124688], [0.062344]]
        net.gradientCheck(of: [1, 2], from: [0.25]).worst() < 1e-6 // true

        // BatchBackpropagationPass
        let net = Network(inputs: 2) { Dense(1, weights: [[0.5, -0.3]], bias: 0.2); Sigmoid() }
        let pass = net.backpropagate(.and, minimizing: .binaryCrossEntropy)

        (pass.loss, pass.lossFunction.name, pass.dropoutSeed) // (0.764684, "binaryCrossEntropy", 1)
        pass.outputs // [[0.549834], [0.475021], [0.668188], [0.598688]]
        pass["b1"] // 0.2
        pass.gradient(of: "w1") // 0.0667189
        pass.weightGradients(of: 1) // [[0.0667189, 0.0184271]]
        pass.biasGradients(of: 1) // [0.322933]
        pass.gradients[0] // [[0.0667189, 0.0184271], [0.322933]]
        pass.inputGradients[3] // [-0.050164, 0.0300984]
        pass.activations[3] // [[1, 1], [0.4], [0.598688]]
        pass.activationGradients[3] // [[-0.050164, 0.0300984], [-0.100328], [-0.41758]]
        pass.gradients(with: Penalty(l2: 0.1))[0] // [[0.116719, -0.0115729], [0.322933]]
        pass.loss(with: Penalty(l2: 0.1)) // 0.781684
        (pass.data.count, pass.network.inputs, pass.networkAfterwards.inputs, pass.place.line > 0) // (4, 2, 2, true)
        pass.graph.count // 48
        show(pass.derivation(of: "w1"))

        // GradientCheck, GradientCheck.Entry, Network
        let net = Network(inputs: 2) { Dense(1, weights: [[0.5, -0.3]], bias: 0.2); Sigmoid() }
        let check = net.gradientCheck(of: [1, 2], toward: [1], minimizing: .halfSquaredError)
        let entry = check.entries[0]

        (check.worst() < 1e-6, check.step, check.entries.count) // (true, 1e-06, 3)
        (entry.layer, entry.index) // (1, 1)
        entry.computed // -0.118459
        (entry.relativeError < 1e-6, abs(entry.numeric - entry.computed) < 1e-8) // (true, true)

        // Shape
        let count = 5
        let image = Shape([28, 28, 3])
        let line: Shape = 5
        let matrix: Shape = [4, 2]

        (image.count, image.dimensions, image.features, image.rank) // (2352, [28, 28, 3], 3, 3)
        (line.dimensions, Shape(count) == line, matrix.replacing(features: 7)) // ([5], true, 4×7)

        // Parameter, Parameter.Kind
        let weights = Parameter(.weight, [1, 2, 3, 4, 5, 6], rows: 2, columns: 3)

        (weights.rows, weights.columns, weights.values.count) // (2, 3, 6)
        weights.matrix // [[1, 2, 3], [4, 5, 6]]
        [weights.kind, .bias, .scale, .shift, .state].count // 5

        // ArgumentError, ShapeError, StorageError, DataError, DivergenceError, stopping
        func reason(_ body: () throws -> Void) -> String {
            do { try body() } catch let error as DataError {
                return "line \(error.line ?? 0): \(error.problem)"
            } catch let error as DivergenceError {
                return "epoch \(error.epoch), \(error.parameter ?? "")"
            } catch { return "\(error)" }
            return "none"
        }
        func rate(_ value: Double, file: StaticString = #filePath, line: UInt = #line, column: UInt = #column) -> Double {
            stopping(file: file, line: line, column: column) {
                guard value > 0 else { throw ArgumentError("a rate is positive") }
                return value
            }
        }
        let net = Network(inputs: 2) { Dense(1, weights: [[0.5, -0.3]], bias: 0.2) }

        reason { throw ShapeError("2 numbers are not 3") } // "2 numbers are not 3"
        reason { throw ArgumentError("a rate is not negative") } // "a rate is not negative"
        reason { throw StorageError("no layer is called Dens") } // "no layer is called Dens"
        reason { _ = try net.backpropagation(of: [1], toward: [1], minimizing: .halfSquaredError) } // "this network takes 2 inputs, but the sample has 1"
        reason { _ = try Dataset(csv: "x,y\n1,a\n", target: "y") } // "none"
        reason {
            _ = try net.training(
                on: .and, minimizing: .halfSquaredError, by: .gradientDescent(rate: 1e200), plan: TrainingPlan(epochs: 9))
        } // "epoch 1, layer 1, Dense"
        rate(0.1) // 0.1
        """#
}
