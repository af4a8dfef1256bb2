import Networks
import Testing

/// Layers worked through by others, to the digits they print.
struct PublishedLayerTests {
    /// `count` numbers from `first` to `last`, equally far apart.
    static func spaced(_ first: Double, _ last: Double, _ count: Int) -> [Double] {
        (0..<count).map { first + (last - first) * Double($0) / Double(count - 1) }
    }

    /// Pictures that stand channel by channel, as PyTorch and CS231n keep them, with the channels last.
    static func channelsLast(_ numbers: [Double], _ count: Int, _ channels: Int, _ places: Int) -> [[Double]] {
        (0..<count).map { picture in
            (0..<places).flatMap { place in
                (0..<channels).map { numbers[(picture * channels + $0) * places + place] }
            }
        }
    }

    /// CS231n, assignment 2: two pictures, three filters of 4×4, stride 2, padding 1.
    @Test func `CS231n's convolution has the printed outputs`() throws {
        let pictures = Self.channelsLast(Self.spaced(-0.1, 0.5, 96), 2, 3, 16)
        let weights = Self.channelsLast(Self.spaced(-0.2, 0.3, 144), 3, 3, 16)
        let net = try Network(
            inputs: [4, 4, 3],
            layers: [
                Conv2D(
                    3, kernel: 4, stride: 2, padding: .zeros(1), weights: weights, biases: Self.spaced(-0.1, 0.2, 3))
            ])
        let found = pictures.map { net.prediction(for: $0) }
        for (index, printed) in Self.convolution.enumerated() {
            let (picture, channel, place) = (index / 12, index / 4 % 3, index % 4)
            #expect(abs(found[picture][place * 3 + channel] - printed) <= 5.01e-9, "\(index)")
        }
        // Zeros on every side come to the same as `same` here.
        let same = try Network(
            inputs: [4, 4, 3],
            layers: [Conv2D(3, kernel: 4, stride: 2, padding: .same, weights: weights, biases: Self.spaced(-0.1, 0.2, 3))])
        #expect(pictures.map { same.prediction(for: $0) } == found)
    }

    @Test func `CS231n's pooling has the printed outputs`() throws {
        let pictures = Self.channelsLast(Self.spaced(-0.3, 0.4, 96), 2, 3, 16)
        let net = try Network(inputs: [4, 4, 3], layers: [MaxPool2D()])
        let found = pictures.map { net.prediction(for: $0) }
        for (index, printed) in Self.pooling.enumerated() {
            let (picture, channel, place) = (index / 12, index / 4 % 3, index % 4)
            #expect(abs(found[picture][place * 3 + channel] - printed) <= 5.01e-9, "\(index)")
        }
    }

    /// *dlbook*, "Batch Normalization": seven samples of three features, ε = 10⁻⁶, and what comes back for slopes given there.
    @Test func `batch normalisation of seven samples has the printed outputs and gradients`() throws {
        let z: [[Double]] = [[6, 3, 7], [4, 6, 9], [2, 6, 7], [4, 3, 7], [7, 2, 5], [4, 1, 7], [5, 1, 4]]
        let net = try Network(inputs: 3, layers: [BatchNorm(epsilon: 1e-6)])
        // A loss whose slope by each output is the sample's target times the number of samples, since means are taken.
        let slopes = Loss(name: "weighted sum") { output, target in
            zip(output, target).reduce(0) { $0 + 7 * $1.0 * $1.1 }
        } gradient: { _, target in
            target.map { 7 * $0 }
        }
        let data = Dataset(zip(z, Self.upstream).map { Dataset.Sample(input: $0, target: $1) })
        let pass = try net.backpropagation(of: data, minimizing: slopes)
        func near(_ found: [Double], _ printed: [Double], _ what: String) {
            #expect(found.count == printed.count)
            for (a, b) in zip(found, printed) { #expect(abs(a - b) <= 5.01e-9, "\(what)") }
        }
        near(pass.outputs.flatMap { $0 }, Self.normalized, "outputs")
        near(pass.gradients[0][0], [1.87446152, -3.33807569, 0.75442823], "γ")
        near(pass.gradients[0][1], [3.09971237, 1.20613122, -2.25248871], "β")
        near(pass.inputGradients.flatMap { $0 }, Self.back, "inputs")
        let norm = try #require(pass.networkAfterwards.layers[0] as? BatchNorm)
        near(norm.runningMean, [4.57142857, 3.14285714, 6.57142857].map { 0.01 * $0 }, "running mean")
        near(norm.runningVariance, [2.24489796, 3.83673469, 2.24489796].map { 0.99 + 0.01 * $0 }, "running variance")
    }

    static let convolution: [Double] = [
        -0.08759809, -0.10987781, -0.18387192, -0.2109216, 0.21027089, 0.21661097, 0.22847626, 0.23004637,
        0.50813986, 0.54309974, 0.64082444, 0.67101435, -0.98053589, -1.03143541, -1.19128892, -1.24695841,
        0.69108355, 0.66880383, 0.59480972, 0.56776003, 2.36270298, 2.36904306, 2.38090835, 2.38247847,
    ]
    static let pooling: [Double] = [
        -0.26315789, -0.24842105, -0.20421053, -0.18947368, -0.14526316, -0.13052632, -0.08631579, -0.07157895,
        -0.02736842, -0.01263158, 0.03157895, 0.04631579, 0.09052632, 0.10526316, 0.14947368, 0.16421053,
        0.20842105, 0.22315789, 0.26736842, 0.28210526, 0.32631579, 0.34105263, 0.38526316, 0.4,
    ]
    static let upstream: [[Double]] = [
        [1.3292121726491863, -0.770033452004849, -0.31628035962142975],
        [-0.990810386640961, -1.0708162556202396, -1.4387132798348028],
        [0.5644168515196336, 0.29572188762233814, -1.626404233310685],
        [0.21956519874807617, 0.6788047990250634, 1.8892727314152815],
        [0.9615383986783163, 0.10401119568373923, -0.481165317281003],
        [0.8502285312282443, 1.4534246664060821, 1.0577374355811098],
        [0.16556160715827276, 0.515018378039662, -1.3369356857829062],
    ]
    static let normalized: [Double] = [
        0.95346238, -0.07293249, 0.28603871, -0.38138495, 1.45864972, 1.62088604, -1.71623228, 1.45864972,
        0.28603871, -0.38138495, -0.07293249, 0.28603871, 1.62088604, -0.58345989, -1.04880861, -0.38138495,
        -1.09398729, 0.28603871, 0.28603871, -1.09398729, -1.71623228,
    ]
    static let back: [Double] = [
        0.42119623, -0.49884504, -0.01690198, -0.888674, -0.27953285, -0.86205837, 0.38788918, 0.41812232,
        -0.89130965, -0.0808407, 0.24082659, 1.45513635, 0.05651819, -0.17691132, -0.03093201, 0.34007894,
        0.38771122, 0.90015001, -0.23616783, -0.09137091, -0.55408435,
    ]
}
