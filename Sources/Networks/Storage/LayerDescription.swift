/// What a layer is built from, besides its numbers, as a file keeps it: its type, its options and the layers inside it.
public struct LayerDescription: Hashable, Codable, Sendable {
    /// The Swift name of the type: `Dense`.
    public var type: String
    /// The options by their names.
    public var options: [String: Option]
    /// The layers inside a residual block; the activation of a recurrent layer.
    public var layers: [LayerDescription]

    /// What a layer is built from: the name of its type, its options and the layers inside.
    public init(type: String, options: [String: Option] = [:], layers: [LayerDescription] = []) {
        self.type = type
        self.options = options
        self.layers = layers
    }

    /// A value of an option, as a file can hold it.
    public enum Option: Hashable, Sendable {
        /// Yes or no.
        case flag(Bool)
        /// A whole number.
        case integer(Int)
        /// A number.
        case number(Double)
        /// A word.
        case text(String)
        /// Whole numbers, such as a shape.
        case list([Int])
    }
}

extension LayerDescription {
    /// The option `key`, yes or no.
    ///
    /// - Throws: `StorageError` when it is missing or of another kind.
    public func flag(_ key: String) throws -> Bool {
        guard case .flag(let value) = options[key] else { throw missing(key) }
        return value
    }

    /// The option `key`, a whole number.
    ///
    /// - Throws: `StorageError` when it is missing or of another kind.
    public func integer(_ key: String) throws -> Int {
        guard case .integer(let value) = options[key] else { throw missing(key) }
        return value
    }

    /// The option `key`, a number.
    ///
    /// - Throws: `StorageError` when it is missing or of another kind.
    public func number(_ key: String) throws -> Double {
        switch options[key] {
        case .number(let value): return value
        // JSON writes 1.0 as 1.
        case .integer(let value): return Double(value)
        default: throw missing(key)
        }
    }

    /// The option `key`, a word.
    ///
    /// - Throws: `StorageError` when it is missing or of another kind.
    public func text(_ key: String) throws -> String {
        guard case .text(let value) = options[key] else { throw missing(key) }
        return value
    }

    /// The option `key`, a shape.
    ///
    /// - Throws: `StorageError` when it is missing or of another kind.
    public func shape(_ key: String) throws -> Shape {
        guard case .list(let value) = options[key] else { throw missing(key) }
        return Shape(value)
    }

    private func missing(_ key: String) -> StorageError {
        StorageError("the file describes a layer '\(type)' without a usable '\(key)'; it is damaged or from another program")
    }
}

extension LayerDescription.Option: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let value = try? container.decode(Bool.self) {
            self = .flag(value)
        } else if let value = try? container.decode(Int.self) {
            self = .integer(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode([Int].self) {
            self = .list(value)
        } else {
            self = .text(try container.decode(String.self))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .flag(let value): try container.encode(value)
        case .integer(let value): try container.encode(value)
        case .number(let value): try container.encode(value)
        case .text(let value): try container.encode(value)
        case .list(let value): try container.encode(value)
        }
    }
}
