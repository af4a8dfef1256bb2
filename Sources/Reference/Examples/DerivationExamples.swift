extension Examples {
    /// Quantities with names, the chain rule, and what a lesson builds from scalars itself.
    static let derivations = #"""
        // Scalar, Variable
        let x = Scalar("x", 2)
        let y = Variable("y", 3)
        let f = (x * y + 2 * x - y / x).named("f")
        var total = x + 1
        total += y
        total += 2
        total -= x
        total *= y
        total *= 2

        (f.value, f.gradient(of: x), f.gradient(of: y)) // (8.5, 5.75, 1.5)
        total.value // 36
        [x + y, x + 1, 1 + x].map(\.value) // [5, 3, 3]
        [x - y, x - 1, 1 - x, -x].map(\.value) // [-1, 1, -1, -2]
        [x * y, x * 2, 2 * x].map(\.value) // [6, 4, 4]
        [x / y, x / 2, 2 / x].map(\.value) // [0.666667, 1, 1]
        f.complexStep(by: x) // 5.75
        (f.curvature(by: [x, y]).hessian, f.graph.count) // ([[-0.75, 1.25], [1.25, 0]], 8)
        show(f.derivation(of: x, detail: .outline))

        // Curvature, Curvature.Kind
        let (x, y) = (Scalar("x", 0), Scalar("y", 0))
        let saddle = (x * x - y * y).curvature(by: [x, y])

        (saddle.gradient, saddle.hessian, saddle.kind == .saddle) // ([0, 0], [[2, 0], [0, -2]], true)
        (x * x + y * y).curvature(by: [x, y]).kind == .minimum // true
        (-(x * x) - y * y).curvature(by: [x, y]).kind == .maximum // true
        (x + y).curvature(by: [x, y]).kind == Curvature.Kind.slope // true
        (x * x + 0 * y).curvature(by: [x, y]).kind == .flat // true

        // exp, log, sin, cos, tanh, sqrt, abs, pow, relu, sigmoid, softplus, max, min, sum, mean
        let (x, y) = (Scalar("x", 0.5), Scalar("y", -1))

        (exp(x).value, log(x).value, sqrt(x).value, pow(x, 2).value, abs(y).value) // (1.64872, -0.693147, 0.707107, 0.25, 1)
        (sin(x).value, cos(x).value, tanh(x).value) // (0.479426, 0.877583, 0.462117)
        (relu(y).value, sigmoid(x).value, softplus(x).value) // (0, 0.622459, 0.974077)
        (max(x, y).value, max(x, 1).value, max(1, x).value) // (0.5, 1, 1)
        (min(x, y).value, min(x, 1).value, min(1, x).value) // (-1, 0.5, 0.5)
        (sum([x, y]).value, mean([x, y]).value) // (-0.5, -0.25)

        // variables, weightedSum, softmax, crossEntropy, halfSquaredError, normalized, layerNorm, batchNorm, residual, projected, attention
        let z = variables("z", [1, 2])
        let w = variables("w", [[1, 2], [3, 4]])
        let (ones, zeros) = (variables("g", [1, 1]), variables("s", [0, 0]))

        weightedSum(w[0], z, bias: Scalar("b", 0.5)).value // 5.5
        softmax(z).map(\.value) // [0.268941, 0.731059]
        crossEntropy(softmax(z), rightClass: 1).value // 0.313262
        halfSquaredError(z, toward: [0, 0]).value // 2.5
        normalized(z, scale: ones, shift: zeros).map(\.value) // [-0.99998, 0.99998]
        layerNorm(z, scale: ones, shift: zeros).map(\.value) // [-0.99998, 0.99998]
        batchNorm([z, variables("y", [3, 4])], scale: ones, shift: zeros)[0].map(\.value) // [-0.999995, -0.999995]
        residual(z) { $0.map { tanh($0) } }.map(\.value) // [1.76159, 2.96403]
        projected([z], through: w, named: "q")[0].map(\.value) // [7, 10]
        attention(queries: [z], keys: [z, ones], values: [z, ones]).weights[0].map(\.value) // [0.80443, 0.19557]

        // convolution, pooled, Pooling
        let image = [variables("x", [[1, 2, 0], [0, 1, 3], [2, 0, 1]])]
        let kernel = [[variables("k", [[1, 0], [0, -1]])]]

        convolution(image, kernels: kernel)[0].map { $0.map(\.value) } // [[0, -1], [0, 0]]
        pooled(image, .maximum, size: 2, stride: 1)[0].map { $0.map(\.value) } // [[2, 3], [2, 3]]
        pooled(image, Pooling.mean, size: 2, stride: 1)[0].map { $0.map(\.value) } // [[1, 1.5], [0.75, 1.25]]

        // recurrentStep, RecurrentWeights
        let weights = RecurrentWeights("r", input: [[0.5]], recurrent: [[0.8]], biases: [0.1])
        let x = variables("x", [1])

        recurrentStep(x, last: variables("h", [0]), weights: weights, time: 1).map(\.value) // [0.53705]
        (weights.input[0][0].value, weights.recurrent[0][0].value, weights.biases[0].value) // (0.5, 0.8, 0.1)

        // lstmStep, LSTMState, LSTMWeights
        func gate(_ letter: String) -> RecurrentWeights {
            RecurrentWeights(letter, input: [[0.5]], recurrent: [[0.1]], biases: [0])
        }
        let weights = LSTMWeights(candidate: gate("g"), input: gate("i"), forget: gate("f"), output: gate("o"))
        let start = LSTMState(hidden: variables("h", [0]), cell: variables("c", [0]))
        let state = lstmStep(variables("x", [1]), last: LSTMState(units: 1), weights: weights, time: 1)

        (state.hidden[0].value, state.cell[0].value, start.cell[0].value) // (0.17427, 0.287649, 0)
        [weights.candidate, weights.input, weights.forget, weights.output].map { $0.biases[0].value } // [0, 0, 0, 0]

        // gruStep, GRUWeights
        func gate(_ letter: String) -> RecurrentWeights {
            RecurrentWeights(letter, input: [[0.5]], recurrent: [[0.1]], biases: [0])
        }
        let weights = GRUWeights(reset: gate("r"), update: gate("z"), candidate: gate("n"), resetsAfter: false, updateGate: .cho)

        gruStep(variables("x", [1]), last: variables("h", [0]), weights: weights, time: 1).map(\.value) // [0.174468]
        (weights.resetsAfter, weights.updateGate, weights.recurrentBiases.count) // (false, cho, 0)
        [weights.reset, weights.update, weights.candidate].map { $0.biases[0].value } // [0, 0, 0]

        // Derivation, Derivation.Detail, ByHandReplay, ByHandReplay.Entry
        let net = Network(inputs: 2) { Dense(1, weights: [[0.5, -0.3]], bias: 0.2); Sigmoid() }
        let derivation = net.backpropagate([1, 2], toward: [1], minimizing: .halfSquaredError).derivation(of: "w1", detail: .full)
        let replay = derivation.byHand(.decimals(2))

        (derivation.name, derivation.value) // ("w1", -0.118459)
        derivation.factors // [-0.475021, 0.249376, 1]
        show(derivation.working)
        show(derivation.working(in: .current))
        Derivation.Detail.outline == .full // false
        show(net.backpropagate([1, 2], toward: [1], minimizing: .halfSquaredError).derivation(of: "w1", detail: .symbols))
        (replay.result, replay.rounding, replay.entries.count) // (-0.12, decimals(2), 8)
        (replay.entries[1].tex, replay.entries[1].byHand, replay.entries[1].exact, replay.entries[1].drift) // ("out_{o1}", 0.52, 0.524979, -0.00497919)
        replay.firstDrift?.tex // "E_{total}"
        show(replay.table)

        // Rounding
        let rounding = Rounding.decimals(2)

        rounding(0.12345) // 0.12
        Rounding.significant(2)(1234.5) // 1200

        // NamedScalar, NamedScalar.Meaning, Symbol, ScalarGraph.Role
        let net = Network(inputs: 2) { Dense(1, weights: [[0.5, -0.3]], bias: 0.2); Sigmoid() }
        let pass = net.backpropagate([1, 2], toward: [1], minimizing: .halfSquaredError)
        let all = pass.namedScalars
        let w = all[2]

        all.map(\.name) // ["i1", "i2", "w1", "w2", "b1", "net_o1", "out_o1", "target_o1", "E_total"]
        (w.value, w.gradient, w.layer, w.index, w.role == .parameter) // (0.5, -0.118459, 0, 0, true)
        w.meaning == NamedScalar.Meaning.parameter(.weight) // true
        [NamedScalar.Meaning.other, .state(time: 1)].count // 2
        all.map(\.role) // [input, input, parameter, parameter, parameter, result, result, target, result]
        [ScalarGraph.Role.constant, .input, .parameter, .target, .result, .unknown].count // 6
        (w.symbol.key, w.symbol.indexedKey, w.symbol.text(.indexed)) // ("w1", "w_11^(1)", "w_11^(1)")
        (w.tex(), w.valueLine()) // ("w_{1}", "w_{1} = 0.500000")
        w.gradientLine(of: all[all.count - 1]) // "\\partial E_{total} / \\partial w_{1} = -0.118459"

        // ScalarGraph
        let net = Network(inputs: 2) { Dense(1, weights: [[0.5, -0.3]], bias: 0.2); Sigmoid() }
        let graph = net.backpropagate([1, 2], toward: [1], minimizing: .halfSquaredError).graph
        let place = graph.namedPlaces[2]

        (graph.count, graph.resultName, graph.value(at: graph.resultPlace)) // (12, "E_total", 0.112822)
        (graph.value(of: "net_o1"), graph.gradient(of: "w1"), graph.partial("out_o1", "net_o1")) // (0.1, -0.118459, 0.249376)
        (graph.name(at: place), graph.operands(at: place), graph.role(at: place)) // ("w1", [], parameter)
        graph.namedScalars.count // 9
        graph.derivation(of: "w1", detail: .outline)?.value // -0.118459
        graph.replacing(["w1": 1]).value(of: "net_o1") // 0.6
        graph.rounded(to: .decimals(2)).value(of: "out_o1") // 0.52
        (graph.drawing.nodes.count > 5, graph.drawing.edges.count > 5) // (true, true)
        show(graph.figure)
        show(graph.forwardTable(longest: 8))
        show(graph.backwardTable())
        show(graph.forwardWorking(longest: 6))

        // GradientAgreement, GradientTrace, GradientTrace.Level
        let net = Network(inputs: 2) { Dense(2, weights: [[0.5, -0.3], [0.2, 0.1]], bias: 0.1); Sigmoid(); Dense(1); Sigmoid() }
        let pass = net.backpropagate([1, 2], toward: [1], minimizing: .halfSquaredError)
        let (agreement, trace) = (pass.gradientAgreement, pass.gradientTrace)
        let level = trace.levels[0]

        (agreement.engineAndGraph < 1e-12, agreement.graphAndDifferences < 1e-6, agreement.worst) // (true, true, "w2")
        (level.number, level.meanDelta, level.meanSlope, level.meanWeight, level.meanGradient) // (1, 0.00911804, 0.242502, 0.275, 0.0136771)
        trace.sentence // "From layer 2 back to layer 1 the mean delta changes from 0.0867 to 0.00912."
        show(trace.table)
        show(trace.figure)

        // ScalarFunction
        let all: [ScalarFunction] = [
            .abs, .cos, .exp, .gelu, .geluTanh, .identity, .log, .mish, .relu, .selu, .sigmoid, .silu, .sin, .softplus, .softsign,
            .sqrt, .step, .tanh,
        ]
        let given: [ScalarFunction] = [
            .elu(alpha: 1), .hardSigmoid(slope: 0.2), .leakyReLU(slope: 0.1), .stepPretending(.straightThrough),
        ]

        all.map { $0(0.5) } // [0.5, 0.877583, 1.64872, 0.345731, 0.345714, 0.5, -0.693147, 0.375245, 0.5, 0.52535, 0.622459, 0.31123, 0.479426, 0.974077, 0.333333, 0.707107, 1, 0.462117]
        given.map { $0(-0.5) } // [-0.393469, 0.4, -0.05, 0]
        """#
}
