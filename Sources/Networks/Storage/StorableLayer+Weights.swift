extension Dense: StorableLayer {
    public func stored() -> LayerDescription {
        let kind =
            switch bias {
            case .none: "none"
            case .shared: "shared"
            case .perUnit: "perUnit"
            }
        return LayerDescription(type: "Dense", options: ["units": .integer(units), "bias": .text(kind)])
    }

    @_documentation(visibility: internal)
    public init(stored: LayerDescription, knowing types: StorableTypes) throws {
        let units = try stored.integer("units")
        switch try stored.text("bias") {
        case "none": self.init(units, bias: Bias.none)
        case "shared": self.init(units, bias: .shared(0))
        default: self.init(units)
        }
    }
}

extension Embedding: StorableLayer {
    public func stored() -> LayerDescription {
        .init(type: "Embedding", options: ["vocabulary": .integer(vocabulary), "dimensions": .integer(dimensions)])
    }

    @_documentation(visibility: internal)
    public init(stored: LayerDescription, knowing types: StorableTypes) throws {
        self.init(vocabulary: try stored.integer("vocabulary"), dimensions: try stored.integer("dimensions"))
    }
}

extension LayerNorm: StorableLayer {
    public func stored() -> LayerDescription { .init(type: "LayerNorm", options: ["epsilon": .number(epsilon)]) }

    @_documentation(visibility: internal)
    public init(stored: LayerDescription, knowing types: StorableTypes) throws {
        self.init(epsilon: try stored.number("epsilon"))
    }
}

extension BatchNorm: StorableLayer {
    public func stored() -> LayerDescription {
        .init(type: "BatchNorm", options: ["momentum": .number(momentum), "epsilon": .number(epsilon)])
    }

    @_documentation(visibility: internal)
    public init(stored: LayerDescription, knowing types: StorableTypes) throws {
        self.init(momentum: try stored.number("momentum"), epsilon: try stored.number("epsilon"))
    }

    /// The running mean and variance.
    public var state: [[Double]] {
        get { [runningMean, runningVariance] }
        set {
            guard newValue.count == 2 else { return }
            (runningMean, runningVariance) = (newValue[0], newValue[1])
        }
    }
}

extension Residual: StorableLayer {
    public func stored() throws -> LayerDescription {
        LayerDescription(
            type: "Residual", options: ["inner": .integer(layers.count)],
            layers: try (layers + shortcut).map { try $0.description() })
    }

    @_documentation(visibility: internal)
    public init(stored: LayerDescription, knowing types: StorableTypes) throws {
        let inner = try stored.integer("inner")
        guard (0...stored.layers.count).contains(inner) else {
            throw StorageError(
                "the file has a Residual of \(inner) layers, but describes \(stored.layers.count); it is damaged")
        }
        let layers: [any Layer] = try stored.layers.map { try types.layer($0) }
        self.init({ Array(layers[..<inner]) }, shortcut: { Array(layers[inner...]) })
    }
}

extension CompositeLayer where Self: StorableLayer {
    /// Those of the layers inside, block by block.
    public var state: [[Double]] {
        get { blocks.flatMap { $0.layers.flatMap { ($0 as? any StorableLayer)?.state ?? [] } } }
        set {
            var rest = newValue[...]
            blocks = blocks.map { block in
                Sequential(
                    block.layers.map { layer in
                        guard var layer = layer as? any StorableLayer else { return layer }
                        let count = layer.state.count
                        guard count > 0, rest.count >= count else { return layer }
                        layer.state = Array(rest.prefix(count))
                        rest = rest.dropFirst(count)
                        return layer
                    })
            }
        }
    }
}
