extension SelfAttention: StorableLayer {
    public func stored() -> LayerDescription {
        var options: [String: LayerDescription.Option] = [
            "heads": .integer(heads), "keySize": .integer(keySize ?? 0), "valueSize": .integer(valueSize ?? 0),
            "outputs": .integer(matrices.count > 3 ? matrices[3].columns : 0), "isCausal": .flag(isCausal),
            "isScaled": .flag(isScaled), "projectsOutput": .flag(projectsOutput),
            "features": .integer(matrices.first?.rows ?? 0),
        ]
        // Written where there is one; files without them are as they were.
        if usesBias { options["usesBias"] = .flag(true) }
        if let mask {
            options["mask"] = .list(mask.flatMap { $0.map { $0 ? 1 : 0 } })
            options["maskRows"] = .integer(mask.count)
        }
        return LayerDescription(type: name, options: options)
    }

    @_documentation(visibility: internal)
    public init(stored: LayerDescription, knowing types: StorableTypes) throws {
        try self.init(stored: stored, source: .itself)
    }

    init(stored: LayerDescription, source: AttentionSource) throws {
        func size(_ key: String) throws -> Int? {
            let size = try stored.integer(key)
            return size == 0 ? nil : size
        }
        self.init(
            heads: try stored.integer("heads"), keySize: try size("keySize"), valueSize: try size("valueSize"),
            outputs: try size("outputs"), isCausal: try stored.flag("isCausal"), mask: try stored.mask(),
            isScaled: try stored.flag("isScaled"), projectsOutput: try stored.flag("projectsOutput"),
            usesBias: try stored.options["usesBias"] != nil && stored.flag("usesBias"), source: source)
    }
}

extension CrossAttention: StorableLayer {
    public func stored() -> LayerDescription {
        var stored = core.stored()
        stored.options["asking"] = .integer(asking)
        stored.options["valuesApart"] = .flag(valuesApart)
        return stored
    }

    @_documentation(visibility: internal)
    public init(stored: LayerDescription, knowing types: StorableTypes) throws {
        let (asking, valuesApart) = (try stored.integer("asking"), try stored.flag("valuesApart"))
        self.init(
            core: try SelfAttention(stored: stored, source: .others(asking: asking, valuesApart: valuesApart)))
    }
}

extension LayerDescription {
    /// Row by row, 1 where a position is seen; nil where nothing is hidden.
    fileprivate func mask() throws -> [[Bool]]? {
        guard options["mask"] != nil else { return nil }
        let (entries, rows) = (try shape("mask").dimensions, try integer("maskRows"))
        guard rows > 0, !entries.isEmpty, entries.count.isMultiple(of: rows) else {
            throw StorageError("the file describes a mask of attention whose rows aren't equally long; it is damaged")
        }
        let columns = entries.count / rows
        return (0..<rows).map { row in entries[row * columns..<(row + 1) * columns].map { $0 != 0 } }
    }
}
