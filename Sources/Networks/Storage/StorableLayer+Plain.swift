/// A layer with nothing to choose.
protocol PlainLayer: StorableLayer {
    init()
}

extension PlainLayer {
    public func stored() -> LayerDescription { LayerDescription(type: "\(Self.self)") }

    @_documentation(visibility: internal)
    public init(stored: LayerDescription, knowing types: StorableTypes) throws { self.init() }
}

extension Sigmoid: PlainLayer {}
extension Tanh: PlainLayer {}
extension ReLU: PlainLayer {}
extension Identity: PlainLayer {}
extension SiLU: PlainLayer {}
extension Softplus: PlainLayer {}
extension Softmax: PlainLayer {}
extension Flatten: PlainLayer {}
extension GlobalAveragePool: PlainLayer {}

extension LeakyReLU: StorableLayer {
    public func stored() -> LayerDescription { .init(type: "LeakyReLU", options: ["slope": .number(slope)]) }

    @_documentation(visibility: internal)
    public init(stored: LayerDescription, knowing types: StorableTypes) throws {
        self.init(slope: try stored.number("slope"))
    }
}

extension ELU: StorableLayer {
    public func stored() -> LayerDescription { .init(type: "ELU", options: ["alpha": .number(alpha)]) }

    @_documentation(visibility: internal)
    public init(stored: LayerDescription, knowing types: StorableTypes) throws {
        self.init(alpha: try stored.number("alpha"))
    }
}

extension GELU: StorableLayer {
    public func stored() -> LayerDescription { .init(type: "GELU", options: ["form": .text(form.rawValue)]) }

    @_documentation(visibility: internal)
    public init(stored: LayerDescription, knowing types: StorableTypes) throws {
        let text = try stored.text("form")
        guard let form = Form(rawValue: text) else { throw StorageError("the file has a GELU of the unknown form '\(text)'") }
        self.init(form)
    }
}

extension Dropout: StorableLayer {
    public func stored() -> LayerDescription {
        var stored = LayerDescription(type: "Dropout", options: ["rate": .number(rate)])
        if scaling != .inverted { stored.options["scaling"] = .text(scaling.rawValue) }
        if let masks {
            stored.options["masks"] = .integer(masks.count)
            for (index, mask) in masks.enumerated() { stored.options["mask\(index + 1)"] = .list(mask) }
        }
        return stored
    }

    @_documentation(visibility: internal)
    public init(stored: LayerDescription, knowing types: StorableTypes) throws {
        var scaling = Scaling.inverted
        if stored.options["scaling"] != nil {
            let text = try stored.text("scaling")
            guard let known = Scaling(rawValue: text) else {
                throw StorageError("the file has a Dropout of the unknown scaling '\(text)'")
            }
            scaling = known
        }
        let rate = try stored.number("rate")
        guard stored.options["masks"] != nil else {
            self.init(rate, scaling: scaling)
            return
        }
        let count = try stored.integer("masks")
        guard (1...stored.options.count).contains(count) else {
            throw StorageError("the file has a Dropout of \(count) masks; it is damaged")
        }
        self.init(rate, scaling: scaling, masks: try (1...count).map { try stored.shape("mask\($0)").dimensions })
    }
}

extension Reshape: StorableLayer {
    public func stored() -> LayerDescription { .init(type: "Reshape", options: ["shape": .list(shape.dimensions)]) }

    @_documentation(visibility: internal)
    public init(stored: LayerDescription, knowing types: StorableTypes) throws {
        self.init(try stored.shape("shape"))
    }
}

extension PositionalEncoding: StorableLayer {
    public func stored() -> LayerDescription { .init(type: "PositionalEncoding", options: ["base": .number(base)]) }

    @_documentation(visibility: internal)
    public init(stored: LayerDescription, knowing types: StorableTypes) throws {
        self.init(base: try stored.number("base"))
    }
}
