extension Bidirectional: StorableLayer {
    public func stored() throws -> LayerDescription {
        LayerDescription(
            type: "Bidirectional", options: ["merging": .text(merging.rawValue)],
            layers: [try there.description(), try back.description()])
    }

    @_documentation(visibility: internal)
    public init(stored: LayerDescription, knowing types: StorableTypes) throws {
        let name = try stored.text("merging")
        guard let merging = Merge(rawValue: name), stored.layers.count == 2 else {
            throw StorageError(
                "the file describes a Bidirectional that is '\(name)' of \(stored.layers.count) layers; it is damaged")
        }
        self.init(try types.recurrent(stored.layers[0]), try types.recurrent(stored.layers[1]), merging)
    }
}

extension RecurrentCell: StorableLayer {
    public func stored() throws -> LayerDescription {
        LayerDescription(type: "RecurrentCell", layers: [try layer.description()])
    }

    @_documentation(visibility: internal)
    public init(stored: LayerDescription, knowing types: StorableTypes) throws {
        guard let layer = stored.layers.first else {
            throw StorageError("the file describes a RecurrentCell without its layer; it is damaged")
        }
        self.init(of: try types.recurrent(layer))
    }
}

extension StorableTypes {
    /// The recurrent layer of a description.
    fileprivate func recurrent(_ description: LayerDescription) throws -> any RecurrentLayer {
        guard let layer = try layer(description) as? any RecurrentLayer else {
            throw StorageError("the file names '\(description.type)' as a recurrent layer, which it isn't; it is damaged")
        }
        return layer
    }
}
