extension SimpleRNN: StorableLayer {
    public func stored() throws -> LayerDescription {
        LayerDescription(
            type: "SimpleRNN", options: recurrentOptions(self),
            layers: [try activation.description()])
    }

    public var state: [[Double]] {
        get { keptStates }
        set { keptStates = newValue }
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
        first = try stored.firstStates(units: units)
    }
}

extension LSTM: StorableLayer {
    public func stored() -> LayerDescription {
        .init(type: "LSTM", options: recurrentOptions(self))
    }

    public var state: [[Double]] {
        get { keptStates }
        set { keptStates = newValue }
    }

    @_documentation(visibility: internal)
    public init(stored: LayerDescription, knowing types: StorableTypes) throws {
        self.init(
            try stored.integer("units"), returnsSequences: try stored.flag("returnsSequences"),
            usesBias: try stored.flag("usesBias"), truncation: try stored.truncation())
        first = try stored.firstStates(units: units, hasCells: true)
    }
}

extension GRU: StorableLayer {
    public func stored() -> LayerDescription {
        var options = recurrentOptions(self)
        options["resetsAfter"] = .flag(resetsAfter)
        // Written where it doesn't follow from the rest; files without it are as they were.
        if usesRecurrentBias != (resetsAfter && !biases.isEmpty) { options["usesRecurrentBias"] = .flag(usesRecurrentBias) }
        if updateGate != .cho { options["updateGate"] = .text(updateGate.rawValue) }
        return LayerDescription(type: "GRU", options: options)
    }

    public var state: [[Double]] {
        get { keptStates }
        set { keptStates = newValue }
    }

    @_documentation(visibility: internal)
    public init(stored: LayerDescription, knowing types: StorableTypes) throws {
        let (usesBias, resetsAfter) = (try stored.flag("usesBias"), try stored.flag("resetsAfter"))
        let isSaid = stored.options["usesRecurrentBias"] != nil
        self.init(
            try stored.integer("units"), resetsAfter: resetsAfter, updateGate: try stored.updateGate(),
            returnsSequences: try stored.flag("returnsSequences"), usesBias: usesBias,
            usesRecurrentBias: try isSaid ? stored.flag("usesRecurrentBias") : usesBias && resetsAfter,
            truncation: try stored.truncation())
        first = try stored.firstStates(units: units)
    }
}

/// Numbers that a layer starts from are stored beside its parameters: among them where they are trained.
extension RecurrentLayer {
    fileprivate var keptStates: [[Double]] {
        get { first.isTrained ? [] : first.arrays }
        set { if !first.isTrained { first.arrays = newValue } }
    }
}

private func recurrentOptions(_ layer: some RecurrentLayer) -> [String: LayerDescription.Option] {
    // No truncation is written as 0, since every option has a value.
    var options: [String: LayerDescription.Option] = [
        "units": .integer(layer.units), "returnsSequences": .flag(layer.returnsSequences),
        "truncation": .integer(layer.truncation ?? 0), "usesBias": .flag(layer.stack.usesBias),
    ]
    // Files of layers that start from zeros are as they were.
    if layer.first.isGiven { options["trainsFirstStates"] = .flag(layer.first.isTrained) }
    return options
}

extension LayerDescription {
    /// The meaning of z; files without it mean that of Cho et al.
    fileprivate func updateGate() throws -> GRU.UpdateGate {
        guard options["updateGate"] != nil else { return .cho }
        let name = try text("updateGate")
        guard let gate = GRU.UpdateGate(rawValue: name) else {
            throw StorageError("the file describes a GRU with the update gate '\(name)', which Lectern doesn't know")
        }
        return gate
    }

    /// Room for first states, whose numbers are filled in afterwards.
    fileprivate func firstStates(units: Int, hasCells: Bool = false) throws -> FirstStates {
        guard options["trainsFirstStates"] != nil else { return FirstStates() }
        // Weights among so many units are more than any file holds; before them, the states would be made.
        guard (1...(1 << 16)).contains(units) else {
            throw StorageError("the file describes a recurrent layer with \(units) units; it is damaged")
        }
        let zeros = Array(repeating: 0.0, count: units)
        return FirstStates(hidden: zeros, cells: hasCells ? zeros : nil, isTrained: try flag("trainsFirstStates"))
    }

    fileprivate func truncation() throws -> Int? {
        let length = try integer("truncation")
        return length > 0 ? length : nil
    }
}
