extension Loss {
    /// What a loss computes, as a description: derivations write their formulas from it and plans choose their loops by it, so
    /// that nobody has to tell losses apart by their names.
    public struct Form: Hashable, Sendable {
        /// The formula for one sample; each is written at the loss of the same name.
        public enum Kind: String, Hashable, Sendable, CaseIterable {
            /// See the loss of this name.
            case halfSquaredError, meanSquaredError, meanAbsoluteError, huber, hinge
            /// See the loss of this name.
            case binaryCrossEntropy, binaryCrossEntropyFromLogits
            /// See the loss of this name.
            case categoricalCrossEntropy, categoricalCrossEntropyFromLogits, kullbackLeiblerDivergence
        }

        /// What becomes of the parts of several outputs.
        public enum Reduction: String, Hashable, Sendable {
            /// All terms added.
            case sum
            /// Their sum over their number.
            case mean
        }

        /// Which formula.
        public internal(set) var kind: Kind
        /// δ of a Huber loss; nil for the others.
        public internal(set) var delta: Double?
        /// The target is one number, the class counted from 0, instead of one number for each output.
        public internal(set) var takesClass = false
        /// α of targets softened to t (1 − α) + α / K for K classes, and to t (1 − α) + ½ α for a single output.
        public internal(set) var smoothing = 0.0

        init(_ kind: Kind, delta: Double? = nil) {
            self.kind = kind
            self.delta = delta
        }

        /// Nil reduces as the loss of that name does.
        private var chosen: Reduction?

        /// How the outputs' losses become one.
        public internal(set) var reduction: Reduction {
            get { chosen ?? usualReduction }
            set { chosen = newValue == usualReduction ? nil : newValue }
        }

        /// How the loss of the same name reduces.
        var usualReduction: Reduction {
            switch kind {
            case .meanSquaredError, .meanAbsoluteError, .huber, .hinge, .binaryCrossEntropy, .binaryCrossEntropyFromLogits:
                .mean
            case .halfSquaredError, .categoricalCrossEntropy, .categoricalCrossEntropyFromLogits, .kullbackLeiblerDivergence:
                .sum
            }
        }

        /// `sparseCategoricalCrossEntropy, labels smoothed by 0.1`
        var name: String {
            let own = kind.rawValue
            let whole = takesClass ? "sparse" + own.prefix(1).uppercased() + own.dropFirst() : own
            let reduced = chosen.map { "\(whole), \($0.words)" } ?? whole
            return smoothing == 0 ? reduced : "\(reduced), labels smoothed by \(smoothing)"
        }

        /// The targets of `count` outputs: a class as one among zeros, softened where labels are smoothed.
        func targets(_ target: [Double], of count: Int) -> [Double] {
            let whole = takesClass ? target.first.flatMap { Loss.oneHot($0, of: count) } ?? [] : target
            return smoothing == 0 ? whole : Loss.softened(whole, by: smoothing, of: count)
        }
    }

    /// The loss of a form.
    init(_ form: Form) {
        let plain = Self.plain(form).rescaled(for: form)
        guard form.takesClass || form.smoothing != 0 || form.reduction != form.usualReduction else {
            self = plain
            return
        }
        let (value, gradient) = (plain.value, plain.gradient)
        self.init(form) { output, target in
            value(output, form.targets(target, of: output.count))
        } gradient: { output, target in
            gradient(output, form.targets(target, of: output.count))
        }
    }

    /// The loss towards the targets as they are.
    private static func plain(_ form: Form) -> Loss {
        switch form.kind {
        case .halfSquaredError: halfSquaredError
        case .meanSquaredError: meanSquaredError
        case .meanAbsoluteError: meanAbsoluteError
        case .huber: huber(delta: form.delta ?? 1)
        case .hinge: hinge
        case .binaryCrossEntropy: binaryCrossEntropy
        case .binaryCrossEntropyFromLogits: binaryCrossEntropyFromLogits
        case .categoricalCrossEntropy: categoricalCrossEntropy
        case .categoricalCrossEntropyFromLogits: categoricalCrossEntropyFromLogits
        case .kullbackLeiblerDivergence: kullbackLeiblerDivergence
        }
    }

    /// The same times the number of outputs, or divided by it, where a form reduces otherwise than usual.
    private func rescaled(for form: Form) -> Loss {
        guard form.reduction != form.usualReduction else { return self }
        let (value, gradient, sums) = (value, gradient, form.reduction == .sum)
        @Sendable func factor(_ count: Int) -> Double { sums ? Double(count) : 1 / Double(count) }
        return Loss(form) { output, target in
            value(output, target) * factor(output.count)
        } gradient: { output, target in
            gradient(output, target).map { $0 * factor(output.count) }
        }
    }

    /// t (1 − α) + α / K, or ½ α for a single output.
    static func softened(_ targets: [Double], by amount: Double, of count: Int) -> [Double] {
        let share = count == 1 ? 0.5 : 1 / Double(max(1, count))
        return targets.map { $0 * (1 - amount) + amount * share }
    }
}
