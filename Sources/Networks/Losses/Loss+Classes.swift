extension Loss {
    /// −ln o_c, the categorical cross-entropy of a target that is the class c itself, counted from 0.
    ///
    /// - SeeAlso: Keras `losses.SparseCategoricalCrossentropy`
    /// - Example: `let (output, target) = ([0.7, 0.2, 0.1], [0.0])` `Loss.sparseCategoricalCrossEntropy`
    public static let sparseCategoricalCrossEntropy = sparse(.categoricalCrossEntropy)

    /// ln Σ_k e^z_k − z_c from the logits z, without overflow; the target is the class c itself, counted from 0.
    ///
    /// - SeeAlso: Keras `losses.SparseCategoricalCrossentropy(from_logits=True)`, PyTorch `nn.CrossEntropyLoss`
    /// - Example: `let (output, target) = ([0.7, 0.2, 0.1], [0.0])` `Loss.sparseCategoricalCrossEntropyFromLogits`
    public static let sparseCategoricalCrossEntropyFromLogits = sparse(.categoricalCrossEntropyFromLogits)

    private static func sparse(_ kind: Form.Kind) -> Loss {
        var form = Form(kind)
        form.takesClass = true
        return Loss(form)
    }

    /// 1 at the place of the class, 0 elsewhere; nil when there is no such class.
    static func oneHot(_ number: Double, of count: Int) -> [Double]? {
        guard let place = Int(exactly: number), place >= 0, place < count else { return nil }
        return Dataset.unitVector(place, of: count)
    }

    /// The same loss towards softened targets, t (1 − α) + α / K for K classes, and t (1 − α) + ½ α for a single output.
    /// C. Szegedy et al., 2016; Keras' `label_smoothing`.
    ///
    /// - SeeAlso: Keras `label_smoothing`, PyTorch `label_smoothing`
    /// - Example: `Loss.meanSquaredError.labelsSmoothed(by: 0.2)`
    public func labelsSmoothed(by amount: Double) -> Loss {
        if var form {
            form.smoothing = form.smoothing == 0 ? amount : 1 - (1 - form.smoothing) * (1 - amount)
            return Loss(form).reducing(like: self)
        }
        if let formula { return Loss(SmoothedLoss(base: formula, amount: amount)).reducing(like: self) }
        let (value, gradient) = (value, gradient)
        return Loss(name: "\(name), labels smoothed by \(amount)") {
            value($0, Self.softened($1, by: amount, of: $0.count))
        } gradient: {
            gradient($0, Self.softened($1, by: amount, of: $0.count))
        }.reducing(like: self)
    }

    private func reducing(like other: Loss) -> Loss {
        var loss = self
        loss.overSamples = other.overSamples
        return loss
    }

    /// Throws when a target doesn't fit a network with outputs of this shape.
    func check(_ target: [Double], outputs shape: Shape) throws {
        try check(outputs: shape)
        let outputs = shape.count
        if takesClass {
            guard target.count == 1, Self.oneHot(target[0], of: outputs) != nil else {
                throw ShapeError(
                    "\(name) takes the class itself as target, a whole number from 0 to \(outputs - 1), but the target is "
                        + "\(target)")
            }
        } else if targets(for: outputs) < 0 {
            throw ShapeError(
                "\(name) takes two outputs for each target, but \(outputs) is odd; give the last layer an even number")
        } else if target.count != targets(for: outputs) {
            throw ShapeError(
                "this network has \(outputs) outputs, but the target has \(target.count) numbers"
                    + (targets(for: outputs) == outputs ? "" : "; \(name) takes \(targets(for: outputs))"))
        }
    }
}
