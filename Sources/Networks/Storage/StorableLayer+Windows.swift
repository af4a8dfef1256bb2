extension ConvolutionLayer {
    public func stored() -> LayerDescription {
        var options = convolution.sizes.options(calling: "kernel")
        options["dilation"] = convolution.sizes.option(convolution.sizes.dilation)
        options["filters"] = .integer(convolution.filters)
        options["usesBias"] = .flag(convolution.usesBias)
        return LayerDescription(type: name, options: options)
    }

    @_documentation(visibility: internal)
    public init(stored: LayerDescription, knowing types: StorableTypes) throws {
        var sizes = try WindowSizes(stored, calling: "kernel", axes: Self.axes)
        sizes.dilation = try stored.size("dilation", axes: Self.axes)
        self.init(
            Convolution(filters: try stored.integer("filters"), sizes: sizes, usesBias: try stored.flag("usesBias")))
    }
}

extension PoolingLayer {
    public func stored() -> LayerDescription {
        LayerDescription(type: name, options: pooling.sizes.options(calling: "size"))
    }

    @_documentation(visibility: internal)
    public init(stored: LayerDescription, knowing types: StorableTypes) throws {
        self.init(Pooling(Self.kind, try WindowSizes(stored, calling: "size", axes: Self.axes)))
    }
}

extension WindowSizes {
    /// `window` is what the layer calls its window.
    fileprivate func options(calling window: String) -> [String: LayerDescription.Option] {
        [window: option(kernel), "stride": option(stride), "padding": padding.option]
    }

    /// A number along one axis, a list along two.
    fileprivate func option(_ size: Shape) -> LayerDescription.Option {
        axes == 1 ? .integer(size.features) : .list(size.dimensions)
    }

    fileprivate init(_ stored: LayerDescription, calling window: String, axes: Int) throws {
        self.init(
            axes: axes, kernel: try stored.size(window, axes: axes), stride: try stored.size("stride", axes: axes),
            padding: try stored.padding())
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
    fileprivate func size(_ key: String, axes: Int) throws -> Shape {
        axes == 1 ? Shape(try integer(key)) : try shape(key)
    }

    fileprivate func padding() throws -> Padding {
        switch options["padding"] {
        case .integer(let count): .zeros(count)
        case .text("same"): .same
        default: try text("padding") == "valid" ? .valid : .zeros(try integer("padding"))
        }
    }
}
