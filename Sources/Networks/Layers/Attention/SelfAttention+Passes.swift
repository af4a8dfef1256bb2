extension SelfAttention {
    /// What comes out when `input`, one sample, goes in.
    public func forward(_ input: [Double]) -> [Double] {
        let walked = walk(input)
        guard projectsOutput else { return walked.heads }
        return product(walked.heads, matrices[3], walked.steps)
    }

    public func backward(
        input: [Double], output: [Double], gradient: [Double]
    ) -> (input: [Double], parameters: [[Double]]) {
        let walked = walk(input)
        let steps = walked.steps
        var found: [[Double]] = []
        var arriving = gradient
        if projectsOutput {
            let last = matrices[3]
            found = [
                [Double].filled(last.values.count) {
                    Loops.addTransposedProduct($0, walked.heads, gradient, steps, last.rows, last.columns)
                }
            ]
            arriving = productWithTransposed(gradient, last, steps)
        }
        let slopes = walked.slopes(arriving, of: self)
        var back = [Double](repeating: 0, count: input.count)
        var gradients: [[Double]] = []
        for (matrix, slope) in zip(matrices, slopes) {
            gradients.append(
                [Double].filled(matrix.values.count) {
                    Loops.addTransposedProduct($0, input, slope, steps, matrix.rows, matrix.columns)
                })
            for (place, value) in productWithTransposed(slope, matrix, steps).enumerated() { back[place] += value }
        }
        return (back, gradients + found)
    }

    /// Everything on the way of one sequence to the heads' outputs.
    func walk(_ input: [Double]) -> AttentionWalk {
        let steps = matrices[0].rows > 0 ? input.count / matrices[0].rows : 0
        let projected = (0..<3).map { product(input, matrices[$0], steps) }
        return AttentionWalk(queries: projected[0], keys: projected[1], values: projected[2], steps: steps, of: self)
    }

    private func product(_ rows: [Double], _ matrix: Matrix, _ steps: Int) -> [Double] {
        [Double].filled(steps * matrix.columns) {
            Loops.addProduct($0, rows, matrix.values, steps, matrix.rows, matrix.columns)
        }
    }

    /// Rows times the transposed matrix, the way back through a product.
    private func productWithTransposed(_ rows: [Double], _ matrix: Matrix, _ steps: Int) -> [Double] {
        let transposed = [Double].filled(matrix.values.count) {
            Loops.transpose(matrix.values, into: $0, matrix.rows, matrix.columns)
        }
        return [Double].filled(steps * matrix.rows) {
            Loops.addProduct($0, rows, transposed, steps, matrix.columns, matrix.rows)
        }
    }
}
