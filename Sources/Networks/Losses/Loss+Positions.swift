extension Shape {
    /// How many rows of features there are: the time steps of a sequence, the pixels of a picture. 1 for numbers in a row.
    package var positions: Int { features == 0 ? 0 : count / features }
}

extension Loss {
    /// Whether all outputs of a sample are taken together as the classes of one thing, so that the loss has no meaning for
    /// outputs that are classes at each of several positions.
    private var takesOutputsTogether: Bool {
        guard let form else { return formula?.takesOutputsTogether ?? false }
        // Softening shares α out among the classes of one thing.
        let isSoftened =
            form.smoothing != 0 && (form.kind == .categoricalCrossEntropy || form.kind == .kullbackLeiblerDivergence)
        return form.kind == .categoricalCrossEntropyFromLogits || form.takesClass || isSoftened
    }

    /// Throws where the loss would take the classes of several positions for one set of classes.
    func check(outputs shape: Shape) throws {
        guard shape.positions > 1, takesOutputsTogether else { return }
        let crossEntropy = form?.kind == .categoricalCrossEntropyFromLogits || form?.kind == .categoricalCrossEntropy
        let instead =
            crossEntropy && form?.smoothing == 0
            ? "end the network with Softmax(), which takes each position by itself, and minimize .categoricalCrossEntropy "
                + "towards a one-hot vector for each position"
            : "this loss has no form for each position by itself"
        throw ShapeError(
            "\(name) takes all outputs of a sample for the classes of one thing, but this network's outputs are \(shape), "
                + "\(shape.positions) positions of \(shape.features); \(instead), or put Flatten() last if they are one thing")
    }
}
