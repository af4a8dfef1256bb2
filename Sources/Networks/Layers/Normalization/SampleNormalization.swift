/// A layer that normalises the numbers of one sample, in groups, whatever the batch: what it is made of says all about it, so
/// the passes here, and derivations, serve every such layer.
package protocol SampleNormalizing: Layer {
    var normalization: SampleNormalization { get set }
}

/// Numbers of one sample brought to mean 0 and variance 1 group by group, then scaled and shifted feature by feature.
package struct SampleNormalization: Sendable {
    /// Which numbers share a mean and a variance.
    package enum Span: Hashable, Sendable {
        /// The features of each place by themselves.
        case eachPlace
        /// All places together, the features in so many groups of neighbours.
        case groups(Int)
        /// All places together, each feature by itself.
        case eachFeature
    }

    package let span: Span
    package let epsilon: Double
    package var affine: Affine
    private(set) var layout = Layout()

    init(_ span: Span, epsilon: Double, scale: [Double], shift: [Double]) {
        self.span = span
        self.epsilon = epsilon
        affine = Affine(scale: scale, shift: shift)
    }

    /// Where the groups lie: each takes `size` numbers at each of `places` places, `width` numbers apart.
    struct Layout {
        /// Where each group begins.
        var starts: [Int] = []
        var places = 1
        var size = 0
        var width = 0
    }

    func connected(_ name: String, to shape: Shape) throws -> SampleNormalization {
        let (width, count) = (shape.features, shape.count)
        var connected = self
        connected.affine = try affine.connected(name, to: shape)
        let groups =
            switch span {
            case .eachPlace: 1
            case .groups(let groups): groups
            case .eachFeature: width
            }
        guard groups > 0, width.isMultiple(of: groups) else {
            throw ShapeError(
                "\(name)(\(groups)) can't share \(width) features among \(groups) groups; give a number that divides \(width)")
        }
        let size = width / groups
        connected.layout =
            span == .eachPlace
            ? Layout(starts: Array(stride(from: 0, to: count, by: width)), size: size, width: width)
            : Layout(starts: (0..<groups).map { $0 * size }, places: count / width, size: size, width: width)
        return connected
    }
}

extension SampleNormalization {
    func forward(_ input: [Double]) -> [Double] {
        var output = input
        for start in layout.starts {
            let (mean, deviation) = moments(input, start)
            each(start) { i, k in output[i] = affine.scale[k] * ((input[i] - mean) / deviation) + affine.shift[k] }
        }
        return output
    }

    /// ∂L/∂x = (n h − Σ h − x̂ Σ h x̂) / (n √(σ² + ε)) with h = γ g, n numbers in a group.
    func backward(_ input: [Double], _ gradient: [Double]) -> (input: [Double], parameters: [[Double]]) {
        var back = input
        var (scales, shifts) = (affine.scale.map { _ in 0.0 }, affine.shift.map { _ in 0.0 })
        let n = Double(layout.size * layout.places)
        for start in layout.starts {
            let (mean, deviation) = moments(input, start)
            var (sum, product) = (0.0, 0.0)
            each(start) { i, k in
                let hat = (input[i] - mean) / deviation
                let slope = affine.scale[k] * gradient[i]
                sum += slope
                product += slope * hat
                scales[k] += gradient[i] * hat
                shifts[k] += gradient[i]
            }
            each(start) { i, k in
                let hat = (input[i] - mean) / deviation
                back[i] = (n * affine.scale[k] * gradient[i] - sum - hat * product) / (n * deviation)
            }
        }
        return (back, [scales, shifts])
    }

    /// μ and √(σ² + ε) of the group that begins at `start`.
    private func moments(_ input: [Double], _ start: Int) -> (mean: Double, deviation: Double) {
        let count = Double(layout.size * layout.places)
        var (mean, variance) = (0.0, 0.0)
        each(start) { i, _ in mean += input[i] }
        mean /= count
        each(start) { i, _ in variance += (input[i] - mean) * (input[i] - mean) }
        return (mean, (variance / count + epsilon).squareRoot())
    }

    /// Visits the numbers of a group in order.
    ///
    /// - Parameter body: Gets the number's place in the sample and its feature.
    @inline(__always)
    private func each(_ start: Int, _ body: (_ index: Int, _ feature: Int) -> Void) {
        let first = start % layout.width
        for place in 0..<layout.places {
            for k in 0..<layout.size { body(start + place * layout.width + k, first + k) }
        }
    }
}

extension SampleNormalizing {
    public var name: String { "\(Self.self)" }

    public var parameters: [Parameter] {
        get { normalization.affine.parameters }
        set { normalization.affine.parameters = newValue }
    }

    public func connected(to inputs: Shape, drawingFrom generator: inout SplitMix64) throws -> Self {
        try check(epsilon: normalization.epsilon)
        var layer = self
        layer.normalization = try normalization.connected(name, to: inputs)
        return layer
    }

    public func parameterCount(for inputs: Shape) -> Int { inputs.features.times(2) }

    public func forward(_ input: [Double]) -> [Double] { normalization.forward(input) }

    public func backward(
        input: [Double], output: [Double], gradient: [Double]
    ) -> (input: [Double], parameters: [[Double]]) {
        normalization.backward(input, gradient)
    }
}
