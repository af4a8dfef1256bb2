/// Backpropagation held against central differences, parameter by parameter.
public struct GradientCheck: Hashable, Sendable {
    /// One parameter: its gradient by the engine and by central differences.
    public struct Entry: Hashable, Sendable {
        /// Which layer, counted from 1.
        public let layer: Int
        /// Which number of the layer's parameters, in their order, counted from 1.
        public let index: Int
        /// ∂L/∂θ by backpropagation.
        public let computed: Double
        /// (L(θ + h) − L(θ − h)) / 2h.
        public let numeric: Double

        /// |a − n| / max(|a|, |n|); 0 when both are 0, infinite when one of them is no finite number. Where both are tiny it says
        /// little: the difference is rounding.
        public var relativeError: Double {
            guard computed.isFinite, numeric.isFinite else { return .infinity }
            let scale = max(abs(computed), abs(numeric))
            return scale == 0 ? 0 : abs(computed - numeric) / scale
        }
    }

    /// One entry for each parameter, in their order.
    public let entries: [Entry]
    /// The nudge ε of the central difference, before it is scaled by the size of the parameter.
    public let step: Double

    /// The largest relative error among gradients larger than `floor`.
    ///
    /// A difference quotient carries the rounding of the loss over its step, about 10⁻¹⁰ for a loss near 1 and the usual step of
    /// 10⁻⁶. So a right gradient of 4·10⁻⁶ may differ by 4·10⁻⁵ of itself; `worst(above: 1e-4)` asks only those that a
    /// difference quotient can tell to six digits.
    public func worst(above floor: Double = 1e-7) -> Double {
        entries.map { max(abs($0.computed), abs($0.numeric)) <= floor ? 0 : $0.relativeError }.max() ?? 0
    }

    /// Both kinds of gradients side by side.
    init(of computed: [[[Double]]], against numeric: [[[Double]]], step: Double) {
        self.step = step
        entries = numeric.indices.flatMap { layer in
            zip(computed[layer].joined(), numeric[layer].joined()).enumerated().map { index, pair in
                Entry(layer: layer + 1, index: index + 1, computed: pair.0, numeric: pair.1)
            }
        }
    }
}

extension Network {
    /// All gradients of one sample's loss, by backpropagation and by central differences.
    ///
    /// - SeeAlso: PyTorch `torch.autograd.gradcheck`
    public func gradientCheck(
        of input: [Double], toward target: [Double], minimizing loss: Loss, step: Double = 1e-6,
        file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> GradientCheck {
        let pass = backpropagate(input, toward: target, minimizing: loss, file: file, line: line, column: column)
        let numeric = centralDifferences(
            of: input, toward: target, minimizing: loss, step: step, file: file, line: line, column: column)
        return GradientCheck(of: pass.gradients, against: numeric, step: step)
    }

    /// All gradients of one sample where ∂E/∂output is given, by backpropagation and by central differences.
    public func gradientCheck(
        of input: [Double], from upstream: [Double], step: Double = 1e-6, file: StaticString = #filePath,
        line: UInt = #line, column: UInt = #column
    ) -> GradientCheck {
        let pass = backpropagate(input, from: upstream, file: file, line: line, column: column)
        let numeric = centralDifferences(of: input, from: upstream, step: step, file: file, line: line, column: column)
        return GradientCheck(of: pass.gradients, against: numeric, step: step)
    }

    /// All gradients of a batch's mean loss in training, by backpropagation and by central differences.
    ///
    /// - SeeAlso: PyTorch `torch.autograd.gradcheck`
    public func gradientCheck(
        on data: Dataset, minimizing loss: Loss, dropoutSeed: UInt64 = 1, step: Double = 1e-6,
        file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> GradientCheck {
        let pass = backpropagate(
            data, minimizing: loss, dropoutSeed: dropoutSeed, file: file, line: line, column: column)
        let numeric = centralDifferences(
            on: data, minimizing: loss, dropoutSeed: dropoutSeed, step: step, file: file, line: line, column: column)
        return GradientCheck(of: pass.gradients, against: numeric, step: step)
    }
}
