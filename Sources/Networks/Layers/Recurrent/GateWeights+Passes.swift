extension GateWeights {
    /// Sums = b + X Wᵀ for all steps at once; the sums must be 0 before.
    func project(_ input: [Double], _ steps: Int, into sums: UnsafeMutablePointer<Double>) {
        if usesBias {
            for t in 0..<steps {
                for j in 0..<rows { sums[t * rows + j] = biases[j] }
            }
        }
        withScratch(self.input.count) { transposed in
            Loops.transpose(self.input, into: transposed, rows, inputs)
            Loops.addProduct(sums, input, transposed, steps, inputs, rows)
        }
    }

    /// ∂loss/∂input and the gradients of W, U and b from those of the sums of each step, where U multiplies the state before.
    ///
    /// - Parameter states: The state after each step; before them stands the first, which counts where it was given.
    func gradients(
        _ input: [Double], _ steps: Int, slopes: UnsafePointer<Double>, before states: UnsafePointer<Double>,
        isStarted: Bool
    ) -> (input: [Double], parameters: [[Double]]) {
        let recurrentGradient = [Double].filled(rows * units) {
            if isStarted {
                Loops.addTransposedProduct($0, slopes, states - units, steps, rows, units)
            } else {
                Loops.addTransposedProduct($0, slopes + (steps > 0 ? rows : 0), states, max(0, steps - 1), rows, units)
            }
        }
        let (back, weightGradient, biasGradient) = inputGradients(input, steps, slopes: slopes)
        return (back, [weightGradient, recurrentGradient] + biasGradient)
    }

    /// ∂loss/∂input and the gradients of W and b, which don't depend on how U is used.
    func inputGradients(
        _ input: [Double], _ steps: Int, slopes: UnsafePointer<Double>
    ) -> (input: [Double], weights: [Double], biases: [[Double]]) {
        let back = [Double].filled(input.count) { Loops.addProduct($0, slopes, self.input, steps, rows, inputs) }
        let weightGradient = [Double].filled(rows * inputs) {
            Loops.addTransposedProduct($0, slopes, input, steps, rows, inputs)
        }
        let biasGradient = usesBias ? [[Double].filled(rows) { Loops.addRows($0, slopes, steps, rows) }] : []
        return (back, weightGradient, biasGradient)
    }

    /// Throws when a sequence that is asked about isn't whole steps.
    func check(_ input: [Double], layer: String) throws {
        guard inputs > 0 else {
            throw ShapeError("\(layer) isn't connected yet, so it has no weights; ask the layer of a network")
        }
        guard !input.isEmpty, input.count.isMultiple(of: inputs) else {
            throw ShapeError("\(layer) takes \(inputs) features at each step, but the sequence has \(input.count) numbers")
        }
    }
}
