extension SimpleRNN: StorableLayer {
    public func stored() throws -> LayerDescription {
        LayerDescription(
            type: "SimpleRNN", options: recurrentOptions(units, returnsSequences, truncation, usesBias: !biases.isEmpty),
            layers: [try activation.description()])
    }

    @_documentation(visibility: internal)
    public init(stored: LayerDescription, knowing types: StorableTypes) throws {
        guard let activation = stored.layers.first else {
            throw StorageError("the file describes a SimpleRNN without its activation; it is damaged")
        }
        self.init(
            try stored.integer("units"), activation: try types.activation(activation),
            returnsSequences: try stored.flag("returnsSequences"), usesBias: try stored.flag("usesBias"),
            truncation: try stored.truncation())
    }
}

extension LSTM: StorableLayer {
    public func stored() -> LayerDescription {
        .init(type: "LSTM", options: recurrentOptions(units, returnsSequences, truncation, usesBias: !biases.isEmpty))
    }

    @_documentation(visibility: internal)
    public init(stored: LayerDescription, knowing types: StorableTypes) throws {
        self.init(
            try stored.integer("units"), returnsSequences: try stored.flag("returnsSequences"),
            usesBias: try stored.flag("usesBias"), truncation: try stored.truncation())
    }
}

extension GRU: StorableLayer {
    public func stored() -> LayerDescription {
        var options = recurrentOptions(units, returnsSequences, truncation, usesBias: !biases.isEmpty)
        options["resetsAfter"] = .flag(resetsAfter)
        // Written where it doesn't follow from the rest; files without it are as they were.
        if usesRecurrentBias != (resetsAfter && !biases.isEmpty) { options["usesRecurrentBias"] = .flag(usesRecurrentBias) }
        return LayerDescription(type: "GRU", options: options)
    }

    @_documentation(visibility: internal)
    public init(stored: LayerDescription, knowing types: StorableTypes) throws {
        let (usesBias, resetsAfter) = (try stored.flag("usesBias"), try stored.flag("resetsAfter"))
        let isSaid = stored.options["usesRecurrentBias"] != nil
        self.init(
            try stored.integer("units"), resetsAfter: resetsAfter, returnsSequences: try stored.flag("returnsSequences"),
            usesBias: usesBias, usesRecurrentBias: try isSaid ? stored.flag("usesRecurrentBias") : usesBias && resetsAfter,
            truncation: try stored.truncation())
    }
}

private func recurrentOptions(
    _ units: Int, _ returnsSequences: Bool, _ truncation: Int?, usesBias: Bool
) -> [String: LayerDescription.Option] {
    // No truncation is written as 0, since every option has a value.
    [
        "units": .integer(units), "returnsSequences": .flag(returnsSequences), "truncation": .integer(truncation ?? 0),
        "usesBias": .flag(usesBias),
    ]
}

extension LayerDescription {
    fileprivate func truncation() throws -> Int? {
        let length = try integer("truncation")
        return length > 0 ? length : nil
    }
}
