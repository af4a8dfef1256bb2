extension Parameter {
    /// The numbers as rows and columns: one row for each unit of a dense layer, a single row of biases.
    public var matrix: [[Double]] { values.rows(of: columns) }

    /// Other numbers of the same arrangement, such as its gradients.
    func matrix(of numbers: [Double]) -> [[Double]] { numbers.rows(of: columns) }
}

extension Network {
    /// The weights of a layer as rows and columns, one row for each unit: those that multiply the layer's inputs, where it has
    /// several arrays. Layers count from 1; one without weights ends the lesson at this call.
    ///
    /// - Example: `let network = Network(inputs: 2, seed: 1) { Dense(2); Sigmoid(); Dense(1); Sigmoid() }`
    ///   `show(Table(["from i1", "from i2"], rows: network.weights(of: 1)))`
    public func weights(
        of layer: Int, file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> [[Double]] {
        stopping(file: file, line: line, column: column) {
            try rows(.weight, of: layer, from: layers.map { $0.parameters.map(\.values) })
        }
    }

    /// The biases of a layer. One without biases ends the lesson at this call.
    ///
    /// - Example: `let network = Network(inputs: 2, seed: 1) { Dense(2); Sigmoid(); Dense(1); Sigmoid() }`
    ///   `show(Table(["b1", "b2"], rows: [network.biases(of: 1)]))`
    public func biases(
        of layer: Int, file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> [Double] {
        stopping(file: file, line: line, column: column) {
            try rows(.bias, of: layer, from: layers.map { $0.parameters.map(\.values) }).flatMap { $0 }
        }
    }

    /// All parameters of a layer as rows and columns, in the order of its `parameters`; none where it has none.
    public func matrices(
        of layer: Int, file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> [[[Double]]] {
        stopping(file: file, line: line, column: column) { try parameters(of: layer).map(\.matrix) }
    }

    func parameters(of layer: Int) throws -> [Parameter] {
        guard layers.indices.contains(layer - 1) else {
            throw ShapeError("this network has layers 1 to \(layers.count), but no layer \(layer)")
        }
        return layers[layer - 1].parameters
    }

    /// Where the first array of a kind stands in a layer.
    func place(_ kind: Parameter.Kind, of layer: Int) throws -> Int {
        let parameters = try parameters(of: layer)
        guard let place = parameters.firstIndex(where: { $0.kind == kind }) else {
            throw ShapeError("layer \(layer), \(layers[layer - 1].name), has no \(kind == .bias ? "biases" : "weights")")
        }
        return place
    }

    /// Gradients of one array of a layer as rows and columns.
    fileprivate func rows(_ kind: Parameter.Kind, of layer: Int, from gradients: [[[Double]]]) throws -> [[Double]] {
        let place = try place(kind, of: layer)
        return try parameters(of: layer)[place].matrix(of: gradients[layer - 1][place])
    }
}

extension BackpropagationPass {
    /// ∂loss/∂weight of a layer as rows and columns, as `network.weights(of:)` has the weights.
    public func weightGradients(
        of layer: Int, file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> [[Double]] {
        stopping(file: file, line: line, column: column) { try network.rows(.weight, of: layer, from: gradients) }
    }

    /// ∂loss/∂bias of a layer.
    public func biasGradients(
        of layer: Int, file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> [Double] {
        stopping(file: file, line: line, column: column) {
            try network.rows(.bias, of: layer, from: gradients).flatMap { $0 }
        }
    }
}

extension BatchBackpropagationPass {
    /// ∂loss/∂weight of a layer as rows and columns, as `network.weights(of:)` has the weights.
    public func weightGradients(
        of layer: Int, file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> [[Double]] {
        stopping(file: file, line: line, column: column) { try network.rows(.weight, of: layer, from: gradients) }
    }

    /// ∂loss/∂bias of a layer.
    public func biasGradients(
        of layer: Int, file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> [Double] {
        stopping(file: file, line: line, column: column) {
            try network.rows(.bias, of: layer, from: gradients).flatMap { $0 }
        }
    }
}
