import Foundation

extension Network {
    /// The network as a safetensors file: all its numbers in double precision, so that it comes back bit for bit, and a
    /// description of its layers under `lectern` among the metadata.
    ///
    /// The tensors are named after the layer's place and type and the parameter's kind: `1.Dense.weight`, `1.Dense.bias`,
    /// `2.LSTM.weight2`. Any program that reads safetensors can read the numbers. A network that is the same gives the same bytes.
    ///
    /// - Throws: `StorageError` when a layer of the lesson's own doesn't say how it is stored (see `StorableLayer`), or has an
    ///   option that is no finite number.
    public func encoded() throws -> Data {
        let described = Described(
            version: Described.current, inputs: inputShape.dimensions, seed: String(seed),
            layers: try layers.enumerated().map { index, layer in
                do {
                    return try layer.description()
                } catch let error as StorageError {
                    throw StorageError("layer \(index + 1): \(error)")
                }
            })
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let text = (try? encoder.encode(described)).map({ String(decoding: $0, as: UTF8.self) }) else {
            throw StorageError("a layer of this network has an option that is no finite number, which a file can't hold")
        }
        return try SafeTensors(metadata: ["lectern": text], tensors: tensors).encoded()
    }

    /// The network in a file that `encoded()` made.
    ///
    /// - Parameter types: Layers of the lesson's own that the file may hold.
    /// - Throws: `StorageError` for anything else: a damaged file, another program's, a newer Lectern's, a layer of an unknown
    ///   type, layers that don't fit together.
    public init(decoding data: Data, knowing types: [any StorableLayer.Type] = []) throws {
        let file = try SafeTensors(decoding: data)
        guard let text = file.metadata["lectern"] else {
            throw StorageError("the file holds numbers but describes no network; Lectern reads what it has written itself")
        }
        guard let described = try? JSONDecoder().decode(Described.self, from: Data(text.utf8)),
            let seed = UInt64(described.seed)
        else { throw StorageError("the description of the network in the file can't be read; it is damaged") }
        guard described.version <= Described.current else {
            throw StorageError(
                "the file was written by a newer Lectern (format \(described.version)); this one reads \(Described.current)")
        }
        guard !described.inputs.isEmpty, described.inputs.allSatisfy({ $0 > 0 }) else {
            throw StorageError(
                "the file describes a network with inputs of the impossible shape \(described.inputs); it is damaged")
        }
        let known = StorableTypes(types)
        let layers: [any Layer] = try described.layers.map { try known.layer($0) }
        // Before anything is drawn: a few words in a file could ask for all memory. What is missing of a small one is named below.
        let (wanted, held) = (
            Sequential(layers).parameterCount(for: Shape(described.inputs)), file.tensors.reduce(0) { $0 + $1.values.count }
        )
        guard wanted <= max(held, 1 << 16) else {
            throw StorageError(
                "the file describes layers with \(wanted == .max ? "more than \(Int.max)" : "\(wanted)") parameters, but holds "
                    + "\(held) numbers; it is damaged")
        }
        do {
            self = try Network(inputs: Shape(described.inputs), seed: seed, layers: layers)
        } catch let error as ShapeError {
            throw StorageError("the layers in the file don't fit together: \(error)")
        }
        try fill(from: file.tensors)
    }

    /// Everything about the network but its numbers.
    private struct Described: Codable {
        static let current = 1
        var version: Int
        var inputs: [Int]
        /// As text, since JSON's numbers are too short for it in some programs.
        var seed: String
        var layers: [LayerDescription]
    }

    /// All numbers, with names and shapes.
    private var tensors: [SafeTensors.Tensor] {
        layers.enumerated().flatMap { index, layer in
            let parameters = layer.parameters
            let state = (layer as? any StorableLayer)?.state ?? []
            return zip(Self.names(of: layer, at: index), parameters).map { name, parameter in
                SafeTensors.Tensor(name: name, shape: Self.shape(of: parameter), values: parameter.values)
            }
                + state.enumerated().map { number, values in
                    SafeTensors.Tensor(
                        name: Self.stateName(of: layer, at: index, number), shape: [values.count], values: values)
                }
        }
    }

    /// Biases are vectors, weights matrices.
    private static func shape(of parameter: Parameter) -> [Int] {
        parameter.kind.isStoredAsBias ? [parameter.values.count] : [parameter.rows, parameter.columns]
    }

    /// `1.Dense.weight`, `1.Dense.bias`, a number for further ones of a kind: `2.LSTM.weight2`.
    private static func names(of layer: any Layer, at index: Int) -> [String] {
        var counts: [Bool: Int] = [:]
        return layer.parameters.map { parameter in
            let isBias = parameter.kind.isStoredAsBias
            counts[isBias, default: 0] += 1
            let count = counts[isBias, default: 1]
            return "\(index + 1).\(layer.name).\(isBias ? "bias" : "weight")\(count > 1 ? "\(count)" : "")"
        }
    }

    private static func stateName(of layer: any Layer, at index: Int, _ number: Int) -> String {
        "\(index + 1).\(layer.name).state\(number > 0 ? "\(number + 1)" : "")"
    }

    /// Takes over the numbers of a file.
    private mutating func fill(from tensors: [SafeTensors.Tensor]) throws {
        let found = Dictionary(tensors.map { ($0.name, $0) }) { _, last in last }
        var unused = Set(found.keys)
        func numbers(_ name: String, _ shape: [Int]) throws -> [Double] {
            guard let tensor = found[name] else {
                throw StorageError("the file lacks the tensor '\(name)' of shape \(shape); it is damaged")
            }
            guard tensor.shape == shape else {
                throw StorageError("tensor '\(name)' has the shape \(tensor.shape), but the layer takes \(shape)")
            }
            unused.remove(name)
            return tensor.values
        }
        let filled: [any Layer] = try layers.enumerated().map { index, layer in
            var layer = layer
            var parameters = layer.parameters
            for (place, name) in Self.names(of: layer, at: index).enumerated() {
                parameters[place].values = try numbers(name, Self.shape(of: parameters[place]))
            }
            if !parameters.isEmpty { layer.parameters = parameters }
            guard var storable = layer as? any StorableLayer else { return layer }
            let state = storable.state
            guard !state.isEmpty else { return layer }
            storable.state = try state.enumerated().map { number, values in
                try numbers(Self.stateName(of: layer, at: index, number), [values.count])
            }
            return storable
        }
        guard unused.isEmpty else {
            throw StorageError(
                "the file has tensor '\(unused.min() ?? "")', which none of its layers takes; it is damaged or from another program"
            )
        }
        self = replacing(layers: filled)
    }
}

extension Parameter.Kind {
    /// Files call a normalisation's scale its weight and its shift its bias, as PyTorch does. A trained first state is a
    /// vector too.
    fileprivate var isStoredAsBias: Bool { self == .bias || self == .shift || self == .state }
}
