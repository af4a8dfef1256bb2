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
        var options = pooling.sizes.options(calling: "size")
        // Files from before had none.
        let dilation = pooling.sizes.dilation
        if !dilation.dimensions.allSatisfy({ $0 == 1 }) { options["dilation"] = pooling.sizes.option(dilation) }
        return LayerDescription(type: name, options: options)
    }

    @_documentation(visibility: internal)
    public init(stored: LayerDescription, knowing types: StorableTypes) throws {
        var sizes = try WindowSizes(stored, calling: "size", axes: Self.axes)
        if stored.options["dilation"] != nil { sizes.dilation = try stored.size("dilation", axes: Self.axes) }
        self.init(Pooling(Self.kind, sizes))
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
    /// `valid`, `same`, how many zeros, or a list: all numbers before, then all after.
    fileprivate var option: LayerDescription.Option {
        switch self {
        case .valid: .text("valid")
        case .same: .text("same")
        case .zeros(let count): .integer(count)
        case .uneven(let before, let after): .list(before + after)
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
        case .list(let sides) where sides.count == 2 || sides.count == 4:
            .uneven(before: Array(sides[..<(sides.count / 2)]), after: Array(sides[(sides.count / 2)...]))
        default: try text("padding") == "valid" ? .valid : .zeros(try integer("padding"))
        }
    }
}
