extension Examples {
    /// Activations and initialisers.
    static let activations = #"""
        // Activation
        let activation: any Activation = Tanh()

        (activation.name, activation.value(at: 0.5)) // ("Tanh", 0.462117)
        activation.slope(at: 0.5, output: activation.value(at: 0.5)) // 0.786448
        activation.forward([0.5, 1]) // [0.462117, 0.761594]
        activation.backward(input: [0.5], output: activation.forward([0.5]), gradient: [1]).input // [0.786448]

        // Unrollable, UnrollableActivation
        struct Square: UnrollableActivation {
            var name: String { "Square" }
            func value(at z: Double) -> Double { z * z }
            func slope(at z: Double, output: Double) -> Double { 2 * z }
            func unrolled(_ z: Scalar) -> Scalar { z * z }
        }
        let z = Scalar("z", 3)

        Network(inputs: 1) { Square() }.backpropagate([3], toward: [0], minimizing: .halfSquaredError).gradient(of: "i1") // 54
        let activation: any UnrollableActivation = Square()
        (activation.unrolled(z).value, activation.unrolled([z], parameters: [])[0].gradient(of: z)) // (9, 6)
        let layer: any Unrollable = Square()
        layer.unrolled([z], parameters: [])[0].value // 9

        // Sigmoid, Tanh, ReLU, Identity, Softplus, Softsign, SiLU, Mish, HardSwish, LogSigmoid, Tanhshrink
        let all: [any Activation] = [
            Sigmoid(), Tanh(), ReLU(), Identity(), Softplus(), Softsign(), SiLU(), Mish(), HardSwish(), LogSigmoid(), Tanhshrink(),
        ]

        all.map { $0.value(at: 0.5) } // [0.622459, 0.462117, 0.5, 0.5, 0.974077, 0.333333, 0.31123, 0.375245, 0.291667, -0.474077, 0.0378828]

        // CELU, ELU, SELU, LeakyReLU, HardTanh, Softshrink, Squareplus
        let (celu, elu, leaky) = (CELU(alpha: 2), ELU(alpha: 0.5), LeakyReLU(slope: 0.1))
        let (hard, shrink, plus) = (HardTanh(-2, 2), Softshrink(lambda: 0.3), Squareplus(b: 1))

        (celu.alpha, elu.alpha, leaky.slope) // (2, 0.5, 0.1)
        (hard.minimum, hard.maximum, shrink.lambda, plus.b) // (-2, 2, 0.3, 1)
        (SELU().value(at: 1), SELU.scale, SELU.alpha) // (1.0507, 1.0507, 1.67326)

        // GELU, GELU.Form, HardSigmoid, HardSigmoid.Definition, Heaviside, Heaviside.Slope
        let (exact, fast) = (GELU(), GELU(.tanh))
        let (new, old) = (HardSigmoid(.pyTorch), HardSigmoid(.keras2))
        let steps = [
            Heaviside(pretending: .zero), Heaviside(pretending: .straightThrough),
            Heaviside(pretending: .window(limit: 1)), Heaviside(pretending: .sigmoid(steepness: 5)),
        ]

        (exact.value(at: 1), fast.value(at: 1), exact.form == .exact) // (0.841345, 0.841192, true)
        (new.slope, old.slope, old.definition) // (0.166667, 0.2, keras2)
        steps.map { $0.slope(at: 0.2, output: 1) } // [0, 1, 1, 0.98306]
        (steps[0].pretendedSlope, steps[0].value(at: 0.2)) // (zero, 1)

        // Initializer, Initializer.Place
        let diagonal = Initializer.own("diagonal") { place, _ in
            place.row == place.column ? Double(place.fanIn + place.fanOut) : 0
        }
        var generator = SplitMix64(seed: 1)

        diagonal.drawn(rows: 2, columns: 2, from: &generator) // [4, 0, 0, 4]
        Initializer.glorotUniform.drawn(rows: 1, columns: 3, fanIn: 3, fanOut: 1, from: &generator) // [0.163042, 0.60204, 1.15372]
        """#
}
