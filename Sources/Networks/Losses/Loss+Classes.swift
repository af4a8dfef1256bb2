extension Loss {
    /// −ln o_c, the categorical cross-entropy of a target that is the class c itself, counted from 0.
    public static let sparseCategoricalCrossEntropy = sparse("sparseCategoricalCrossEntropy", of: categoricalCrossEntropy)

    /// ln Σ_k e^z_k − z_c from the logits z, without overflow; the target is the class c itself, counted from 0.
    public static let sparseCategoricalCrossEntropyFromLogits = sparse(
        "sparseCategoricalCrossEntropyFromLogits", of: categoricalCrossEntropyFromLogits)

    private static func sparse(_ name: String, of loss: Loss) -> Loss {
        let (value, gradient) = (loss.value, loss.gradient)
        var sparse = Loss(name, loss.kind) { output, target in
            value(output, target.first.flatMap { oneHot($0, of: output.count) } ?? [])
        } gradient: { output, target in
            gradient(output, target.first.flatMap { oneHot($0, of: output.count) } ?? [])
        }
        sparse.takesClass = true
        return sparse
    }

    /// 1 at the place of the class, 0 elsewhere; nil when there is no such class.
    static func oneHot(_ number: Double, of count: Int) -> [Double]? {
        guard let place = Int(exactly: number), place >= 0, place < count else { return nil }
        return Dataset.unitVector(place, of: count)
    }

    /// The same loss towards softened targets, t (1 − α) + α / K for K classes, and t (1 − α) + ½ α for a single output.
    /// C. Szegedy et al., 2016; Keras' `label_smoothing`.
    public func labelsSmoothed(by amount: Double) -> Loss {
        let (value, gradient, takesClass) = (value, gradient, takesClass)
        let softened: @Sendable ([Double], Int) -> [Double] = { target, count in
            let targets = takesClass ? target.first.flatMap { Self.oneHot($0, of: count) } ?? target : target
            let share = count == 1 ? 0.5 : 1 / Double(max(1, count))
            return targets.map { $0 * (1 - amount) + amount * share }
        }
        guard !takesClass else {
            let whole: Loss = name.hasSuffix("FromLogits") ? .categoricalCrossEntropyFromLogits : .categoricalCrossEntropy
            var loss = Loss(name: "\(name), labels smoothed by \(amount)") {
                whole.value($0, softened($1, $0.count))
            } gradient: {
                whole.gradient($0, softened($1, $0.count))
            }
            loss.takesClass = true
            return loss
        }
        return Loss(name: "\(name), labels smoothed by \(amount)") {
            value($0, softened($1, $0.count))
        } gradient: {
            gradient($0, softened($1, $0.count))
        }
    }

    /// Throws when a target doesn't fit a network with so many outputs.
    func check(_ target: [Double], outputs: Int) throws {
        if takesClass {
            guard target.count == 1, Self.oneHot(target[0], of: outputs) != nil else {
                throw ShapeError(
                    "\(name) takes the class itself as target, a whole number from 0 to \(outputs - 1), but the target is "
                        + "\(target)")
            }
        } else if target.count != outputs {
            throw ShapeError("this network has \(outputs) outputs, but the target has \(target.count) numbers")
        }
    }
}
