import Derivations
import Testing

/// Recurrent cells, normalisation, convolution and attention worked through by others.
struct PublishedBlockTests {
    /// A. Gomez, *Backpropogating an LSTM: A Numerical Example* (2016): one cell, two inputs, two steps.
    @Test func `Gomez's LSTM has the values and gradients he prints, where these are right`() {
        func gate(_ letter: String, _ w: [Double], _ u: Double, _ b: Double) -> RecurrentWeights {
            RecurrentWeights(letter, input: [w], recurrent: [[u]], biases: [b])
        }
        let weights = LSTMWeights(
            candidate: gate("g", [0.45, 0.25], 0.15, 0.2), input: gate("i", [0.95, 0.8], 0.8, 0.65),
            forget: gate("f", [0.7, 0.45], 0.1, 0.15), output: gate("o", [0.6, 0.4], 0.25, 0.1))
        let first = lstmStep(variables("x_0", [1, 2]), last: LSTMState(units: 1), weights: weights, time: 0)
        let second = lstmStep(variables("x_1", [0.5, 3]), last: first, weights: weights, time: 1)
        let loss = halfSquaredError(first.hidden + second.hidden, toward: [0.5, 1.25])
        let printedValues: [(String, Double)] = [
            ("g_0", 0.81775), ("i_0", 0.96083), ("f_0", 0.85195), ("o_0", 0.81757), ("h_0", 0.53631), ("g_1", 0.84980),
            ("i_1", 0.98118), ("f_1", 0.87030), ("o_1", 0.84993), ("c_1", 1.5176),
        ]
        let graph = loss.graph
        for (name, printed) in printedValues {
            #expect(abs((graph.value(of: name) ?? .nan) - printed) < (name == "c_1" ? 5e-5 : 5e-6), "\(name)")
        }
        let printedGradients: [(String, Double)] = [
            ("net_g_1", -0.01938), ("net_i_1", -0.00112), ("net_f_1", -0.00631), ("net_o_1", -0.05538),
            ("x_1_2", -0.03073), ("net_i_0", -0.00165), ("net_o_0", 0.00176), ("W_g_1_1", -0.02672), ("W_g_1_2", -0.09220),
            ("U_i_1_1", -0.00060), ("U_f_1_1", -0.00338), ("U_o_1_1", -0.02970), ("b_g_1", -0.03641), ("b_f_1", -0.00631),
        ]
        for (name, printed) in printedGradients {
            #expect(abs((graph.gradient(of: name) ?? .nan) - printed) < 5.01e-6, "\(name)")
        }
    }

    /// hₜ = tanh(0.5 xₜ + 0.1 hₜ₋₁), yₜ = hₜ: a table of back-propagation through time over three steps.
    @Test func `a recurrent neuron's gradients through time are the printed ones`() {
        let weights = RecurrentWeights(input: [[0.5]], recurrent: [[0.1]], biases: [0])
        let out = Variable("V", 1)
        var last = [Variable("h_0", 0)]
        var outputs: [Scalar] = []
        for (time, input) in [1.0, 2, 3].enumerated() {
            last = recurrentStep(variables("x\(time)", [input]), last: last, weights: weights, time: time + 1)
            outputs.append((out * last[0]).named("y_\(time + 1)"))
        }
        let graph = halfSquaredError(outputs, toward: [0.5, 1, 1.5]).graph
        let printed: [(String, Double, Double)] = [
            ("y_3", -0.5817, 5e-5), ("a_3", -0.09117, 5e-6), ("h_2", -0.2288, 5e-5), ("a_2", -0.08948, 5e-6),
            ("h_1", -0.04683, 5e-6), ("a_1", -0.03683, 5e-6), ("W_1_1", -0.48930, 5.01e-6), ("U_1_1", -0.11249, 5.01e-6),
            ("V", -0.72310, 5e-6),
        ]
        for (name, value, tolerance) in printed {
            #expect(abs((graph.gradient(of: name) ?? .nan) - value) <= tolerance, "\(name)")
        }
        #expect(abs((graph.value(of: "E") ?? .nan) - 0.1940) < 5e-5)
    }

    /// *dlbook*, "Batch Normalization": 7 samples of 3 features, ε = 10⁻⁶, here the third sample and the scales.
    @Test func `batch normalisation sends back the printed gradients`() {
        let z: [[Double]] = [[6, 3, 7], [4, 6, 9], [2, 6, 7], [4, 3, 7], [7, 2, 5], [4, 1, 7], [5, 1, 4]]
        let upstream: [[Double]] = [
            [1.3292121726491863, -0.770033452004849, -0.31628035962142975],
            [-0.990810386640961, -1.0708162556202396, -1.4387132798348028],
            [0.5644168515196336, 0.29572188762233814, -1.626404233310685],
            [0.21956519874807617, 0.6788047990250634, 1.8892727314152815],
            [0.9615383986783163, 0.10401119568373923, -0.481165317281003],
            [0.8502285312282443, 1.4534246664060821, 1.0577374355811098],
            [0.16556160715827276, 0.515018378039662, -1.3369356857829062],
        ]
        let (gamma, beta) = (variables("gamma", [1, 1, 1]), variables("beta", [0, 0, 0]))
        let rows = batchNorm(variables("z", z), scale: gamma, shift: beta, epsilon: 1e-6)
        let terms = zip(rows, upstream).flatMap { row, weights in zip(row, weights).map { $0 * $1 } }
        let graph = sum(terms).named("L").graph
        let printed: [(String, Double)] = [
            ("gamma_1", 1.87446152), ("gamma_2", -3.33807569), ("gamma_3", 0.75442823), ("beta_1", 3.09971237),
            ("beta_2", 1.20613122), ("beta_3", -2.25248871), ("z_1_1", 0.42119623), ("z_1_2", -0.49884504),
            ("z_1_3", -0.01690198), ("z_3_1", 0.38788918), ("z_3_2", 0.41812232), ("z_3_3", -0.89130965),
            ("z_7_3", -0.55408435),
        ]
        for (name, value) in printed {
            #expect(abs((graph.gradient(of: name) ?? .nan) - value) < 5.01e-9, "\(name)")
        }
        #expect(abs((graph.value(of: "mu_1") ?? .nan) - 4.57142857) < 5e-9)
        #expect(abs((graph.value(of: "v_2") ?? .nan) - 3.83673469) < 5e-9)
    }

    /// Stanford CS231n, assignment 2: convolution with stride 2 and padding 1; maximum pooling of 2×2.
    @Test func `CS231n's convolution and pooling have the printed outputs`() {
        func spread(_ from: Double, _ to: Double, _ count: Int) -> (Int) -> Double {
            { from + (to - from) * Double($0) / Double(count - 1) }
        }
        func picture(_ sample: Int, _ value: (Int) -> Double) -> [[[Scalar]]] {
            (0..<3).map { c in
                (0..<4).map { y in (0..<4).map { x in Variable("x", value(((sample * 3 + c) * 4 + y) * 4 + x)) } }
            }
        }
        let kernel = spread(-0.2, 0.3, 144)
        let kernels = (0..<3).map { o in
            (0..<3).map { c in (0..<4).map { y in (0..<4).map { Variable("w", kernel(((o * 3 + c) * 4 + y) * 4 + $0)) } } }
        }
        let biases = [-0.1, 0.05, 0.2].map { Variable("b", $0) }
        let out = (0..<2).map {
            convolution(picture($0, spread(-0.1, 0.5, 96)), kernels: kernels, biases: biases, stride: 2, padding: 1)
        }
        #expect(
            near(
                out[0].joined().joined().map(\.value),
                [
                    -0.08759809, -0.10987781, -0.18387192, -0.2109216, 0.21027089, 0.21661097, 0.22847626, 0.23004637,
                    0.50813986,
                    0.54309974, 0.64082444, 0.67101435,
                ]))
        #expect(
            near(
                out[1].joined().joined().map(\.value),
                [
                    -0.98053589, -1.03143541, -1.19128892, -1.24695841, 0.69108355, 0.66880383, 0.59480972, 0.56776003,
                    2.36270298,
                    2.36904306, 2.38090835, 2.38247847,
                ]))
        let pools = pooled(picture(0, spread(-0.3, 0.4, 96)), .maximum, size: 2)
        #expect(near(pools[0].joined().map(\.value), [-0.26315789, -0.24842105, -0.20421053, -0.18947368]))
    }

    /// Three words as vectors; the third asks; unscaled scores.
    @Test func `an attention example's weights and context are the printed ones`() {
        let inputs = variables("x", [[0.2, 0.1, 0.5], [0.9, 0.1, 0.3], [0.4, 0.8, 0.2]])
        let (weights, outputs) = attention(queries: inputs, keys: inputs, values: inputs, scaled: false)
        #expect(near(weights[2].map(\.value), [0.2465, 0.3133, 0.4402], 5e-5))
        #expect(near(outputs[2].map(\.value), [0.5074, 0.4081, 0.3053], 5e-5))
    }

    private func near(_ values: [Double], _ printed: [Double], _ tolerance: Double = 5.01e-9) -> Bool {
        values.count == printed.count && zip(values, printed).allSatisfy { abs($0 - $1) <= tolerance }
    }
}
