extension Conv1D: StorableLayer {
    public func stored() -> LayerDescription {
        .init(
            type: "Conv1D",
            options: [
                "filters": .integer(filters), "kernel": .integer(kernel), "stride": .integer(stride),
                "padding": padding.option, "dilation": .integer(dilation), "usesBias": .flag(!biases.isEmpty),
            ])
    }

    public init(stored: LayerDescription, knowing types: StorableTypes) throws {
        self.init(
            try stored.integer("filters"), kernel: try stored.integer("kernel"), stride: try stored.integer("stride"),
            padding: try stored.padding(), dilation: try stored.integer("dilation"), usesBias: try stored.flag("usesBias"))
    }
}

extension Conv2D: StorableLayer {
    public func stored() -> LayerDescription {
        .init(
            type: "Conv2D",
            options: [
                "filters": .integer(filters), "kernel": .list(kernel.dimensions), "stride": .list(stride.dimensions),
                "padding": padding.option, "dilation": .list(dilation.dimensions), "usesBias": .flag(!biases.isEmpty),
            ])
    }

    public init(stored: LayerDescription, knowing types: StorableTypes) throws {
        self.init(
            try stored.integer("filters"), kernel: try stored.shape("kernel"), stride: try stored.shape("stride"),
            padding: try stored.padding(), dilation: try stored.shape("dilation"), usesBias: try stored.flag("usesBias"))
    }
}

extension MaxPool1D: StorableLayer {
    public func stored() -> LayerDescription {
        .init(
            type: "MaxPool1D",
            options: ["size": .integer(size), "stride": .integer(stride), "padding": padding.option])
    }

    public init(stored: LayerDescription, knowing types: StorableTypes) throws {
        self.init(try stored.integer("size"), stride: try stored.integer("stride"), padding: try stored.padding())
    }
}

extension MaxPool2D: StorableLayer {
    public func stored() -> LayerDescription {
        .init(
            type: "MaxPool2D",
            options: ["size": .list(size.dimensions), "stride": .list(stride.dimensions), "padding": padding.option])
    }

    public init(stored: LayerDescription, knowing types: StorableTypes) throws {
        self.init(try stored.shape("size"), stride: try stored.shape("stride"), padding: try stored.padding())
    }
}

extension AveragePool1D: StorableLayer {
    public func stored() -> LayerDescription {
        .init(
            type: "AveragePool1D",
            options: ["size": .integer(size), "stride": .integer(stride), "padding": padding.option])
    }

    public init(stored: LayerDescription, knowing types: StorableTypes) throws {
        self.init(try stored.integer("size"), stride: try stored.integer("stride"), padding: try stored.padding())
    }
}

extension AveragePool2D: StorableLayer {
    public func stored() -> LayerDescription {
        .init(
            type: "AveragePool2D",
            options: ["size": .list(size.dimensions), "stride": .list(stride.dimensions), "padding": padding.option])
    }

    public init(stored: LayerDescription, knowing types: StorableTypes) throws {
        self.init(try stored.shape("size"), stride: try stored.shape("stride"), padding: try stored.padding())
    }
}

extension Padding {
    /// `valid`, `same`, or how many zeros.
    fileprivate var option: LayerDescription.Option {
        switch self {
        case .valid: .text("valid")
        case .same: .text("same")
        case .zeros(let count): .integer(count)
        }
    }
}

extension LayerDescription {
    fileprivate func padding() throws -> Padding {
        switch options["padding"] {
        case .integer(let count): .zeros(count)
        case .text("same"): .same
        default: try text("padding") == "valid" ? .valid : .zeros(try integer("padding"))
        }
    }
}
