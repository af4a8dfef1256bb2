extension Network {
    /// The first layer of a type, connected and with the weights it has now: `net.layer(LSTM.self).states(for: x)`. Layers inside
    /// others count, too, after the layer they are in.
    ///
    /// - Parameter number: Which of several of that type, counted from 1.
    public func layer<Kind: Layer>(
        _ type: Kind.Type, number: Int = 1, file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> Kind {
        stopping(file: file, line: line, column: column) {
            let found = allLayers.compactMap { $0 as? Kind }
            guard number > 0, number <= found.count else {
                let names = allLayers.map(\.name).joined(separator: ", ")
                throw ShapeError("this network has \(found.count) layers of type \(type), not \(number); it has \(names)")
            }
            return found[number - 1]
        }
    }
}
