extension SelfAttention {
    /// What comes out when `input`, one sample, goes in.
    public func forward(_ input: [Double]) -> [Double] {
        let walked = walk(input)
        guard projectsOutput else { return walked.heads }
        return product(walked.heads, 3, walked.asking)
    }

    public func backward(
        input: [Double], output: [Double], gradient: [Double]
    ) -> (input: [Double], parameters: [[Double]]) {
        let (walked, parts) = (walk(input), parts(of: input))
        var (found, foundBiases): ([[Double]], [[Double]]) = ([], [])
        var arriving = gradient
        if projectsOutput {
            let last = matrices[3]
            found = [gradientOfMatrix(3, walked.heads, gradient, walked.asking)]
            foundBiases = [gradientOfBias(gradient, last.columns)]
            arriving = productWithTransposed(gradient, last, walked.asking)
        }
        var back = [Double](repeating: 0, count: input.count)
        var (gradients, biasGradients): ([[Double]], [[Double]]) = ([], [])
        for (index, slope) in walked.slopes(arriving, of: self).enumerated() {
            let (matrix, part) = (matrices[index], parts[index])
            gradients.append(gradientOfMatrix(index, Array(input[part]), slope, part.count / max(1, matrix.rows)))
            biasGradients.append(gradientOfBias(slope, matrix.columns))
            let slopes = productWithTransposed(slope, matrix, part.count / max(1, matrix.rows))
            for (place, value) in slopes.enumerated() { back[part.lowerBound + place] += value }
        }
        return (back, gradients + found + (usesBias ? biasGradients + foundBiases : []))
    }

    /// Everything on the way of one sequence to the heads' outputs.
    func walk(_ input: [Double]) -> AttentionWalk {
        let (parts, rows) = (parts(of: input), max(1, matrices[0].rows))
        let projected = parts.enumerated().map { product(Array(input[$1]), $0, $1.count / rows) }
        return AttentionWalk(
            queries: projected[0], keys: projected[1], values: projected[2], asking: parts[0].count / rows,
            answering: parts[1].count / rows, of: self)
    }

    /// Where in a sample those stand that ask, that are compared with, and that answer.
    private func parts(of input: [Double]) -> [Range<Int>] {
        let features = matrices[0].rows
        guard features > 0 else { return [0..<0, 0..<0, 0..<0] }
        return source.parts(of: input.count / features).map { $0.lowerBound * features..<$0.upperBound * features }
    }

    /// Rows times a matrix; each sum begins with its bias, where there is one.
    private func product(_ rows: [Double], _ index: Int, _ steps: Int) -> [Double] {
        let matrix = matrices[index]
        return [Double].filled(steps * matrix.columns) { results in
            if usesBias {
                for place in 0..<steps * matrix.columns { results[place] = biases[index][place % matrix.columns] }
            }
            Loops.addProduct(results, rows, matrix.values, steps, matrix.rows, matrix.columns)
        }
    }

    private func gradientOfMatrix(_ index: Int, _ rows: [Double], _ slopes: [Double], _ steps: Int) -> [Double] {
        let matrix = matrices[index]
        return [Double].filled(matrix.values.count) {
            Loops.addTransposedProduct($0, rows, slopes, steps, matrix.rows, matrix.columns)
        }
    }

    /// The slopes of all positions, added up.
    private func gradientOfBias(_ slopes: [Double], _ columns: Int) -> [Double] {
        var sums = [Double](repeating: 0, count: columns)
        for (place, slope) in slopes.enumerated() { sums[place % columns] += slope }
        return sums
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
