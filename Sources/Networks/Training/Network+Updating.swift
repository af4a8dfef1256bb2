extension Network {
    /// The network after the first step of `optimizer` along gradients shaped like its parameters. Others end the lesson at this
    /// call.
    ///
    /// - SeeAlso: PyTorch `optimizer.step`, Keras `apply_gradients`
    public func updated(
        along gradients: [[[Double]]], by optimizer: Optimizer, file: StaticString = #filePath, line: UInt = #line,
        column: UInt = #column
    ) -> Network {
        stopping(file: file, line: line, column: column) { try check(shapes: gradients, of: "gradients") }
        var state = OptimizerState(optimizer, for: ParameterLayout(self))
        var flat = flatParameters
        let slopes = gradients.flatMap { $0.flatMap { $0 } }
        flat.withUnsafeMutableBufferPointer { w in
            slopes.withUnsafeBufferPointer { g in
                guard let w = w.baseAddress, let g = g.baseAddress else { return }
                state.step(w, along: g)
            }
        }
        return replacing(flat: flat)
    }

    /// The network after the first step of `optimizer` along the gradients of one sample.
    public func updated(
        along pass: BackpropagationPass, by optimizer: Optimizer, file: StaticString = #filePath, line: UInt = #line,
        column: UInt = #column
    ) -> Network {
        updated(along: pass.gradients, by: optimizer, file: file, line: line, column: column)
    }

    /// The network after the first step of `optimizer` along the gradients of a batch, its running averages moved on.
    public func updated(
        along pass: BatchBackpropagationPass, by optimizer: Optimizer, file: StaticString = #filePath, line: UInt = #line,
        column: UInt = #column
    ) -> Network {
        pass.networkAfterwards.updated(along: pass.gradients, by: optimizer, file: file, line: line, column: column)
    }

    /// All parameters end to end.
    var flatParameters: [Double] { layers.flatMap { $0.parameters.flatMap(\.values) } }

    /// The same network with other parameters, given end to end.
    func replacing(flat: [Double]) -> Network {
        var index = 0
        return replacing(
            fitting: layers.map { layer in
                layer.parameters.map { parameter in
                    defer { index += parameter.values.count }
                    return Array(flat[index..<index + parameter.values.count])
                }
            })
    }
}
