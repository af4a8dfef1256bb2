extension TransposedConvolutionLayer {
    public func stored() -> LayerDescription {
        let sizes = convolution.sizes
        return LayerDescription(
            type: name,
            options: [
                "filters": .integer(convolution.filters), "usesBias": .flag(convolution.usesBias),
                "kernel": .list(sizes.kernel.dimensions), "stride": .list(sizes.stride.dimensions),
                "padding": .list(sizes.padding.dimensions), "outputPadding": .list(sizes.outputPadding.dimensions),
                "dilation": .list(sizes.dilation.dimensions),
            ])
    }

    @_documentation(visibility: internal)
    public init(stored: LayerDescription, knowing types: StorableTypes) throws {
        let sizes = TransposedSizes(
            axes: Self.axes, kernel: try stored.shape("kernel"), stride: try stored.shape("stride"),
            padding: try stored.shape("padding"), outputPadding: try stored.shape("outputPadding"),
            dilation: try stored.shape("dilation"))
        guard [sizes.kernel, sizes.stride, sizes.padding, sizes.outputPadding, sizes.dilation].allSatisfy({ $0.rank > 0 })
        else { throw StorageError("the file describes a \(Self.self) with a size of no dimensions; it is damaged") }
        self.init(
            TransposedConvolution(
                filters: try stored.integer("filters"), sizes: sizes, usesBias: try stored.flag("usesBias")))
    }
}
