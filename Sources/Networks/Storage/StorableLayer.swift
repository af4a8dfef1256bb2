/// A layer that can be stored in a file and read back. All of Lectern's are; a lesson's own becomes one with these two members:
///
///     struct Scale: StorableLayer {
///         let factor: Double
///         func stored() -> LayerDescription { .init(type: "Scale", options: ["factor": .number(factor)]) }
///         init(stored: LayerDescription, knowing types: StorableTypes) throws { factor = try stored.number("factor") }
///         …
///     }
public protocol StorableLayer: Layer {
    /// What the layer is built from. Its parameters are stored beside that.
    ///
    /// - Throws: `StorageError` when a layer or activation inside it is no `StorableLayer`.
    func stored() throws -> LayerDescription
    /// The layer so described, whose parameters are filled in afterwards, once it is connected.
    ///
    /// - Throws: `StorageError` when an option is missing, of another kind or a word the layer doesn't know: the file is damaged
    ///   or from another program.
    init(stored: LayerDescription, knowing types: StorableTypes) throws
    /// Numbers that are neither built from nor trained, such as running averages.
    var state: [[Double]] { get set }
}

extension StorableLayer {
    public var state: [[Double]] {
        get { [] }
        set {}
    }
}

/// The types of layers that a file may name.
public struct StorableTypes: Sendable {
    private let own: [String: any StorableLayer.Type]

    /// Lectern's own, and others besides.
    public init(_ others: [any StorableLayer.Type] = []) {
        own = Dictionary(others.map { ("\($0)", $0) }) { _, last in last }
    }

    /// The layer of a description.
    ///
    /// - Throws: `StorageError` for a type that is neither Lectern's nor among these, and for a description that the type can't be
    ///   built from.
    public func layer(_ description: LayerDescription) throws -> any StorableLayer {
        guard let type = own[description.type] ?? Self.known[description.type] ?? Self.formerly[description.type]
        else {
            throw StorageError(
                "the file has a layer of type '\(description.type)', which Lectern doesn't know; "
                    + "if it is your own, name it: knowing: [\(description.type).self]")
        }
        return try type.init(stored: description, knowing: self)
    }

    /// The activation of a description.
    func activation(_ description: LayerDescription) throws -> any Activation {
        guard let activation = try layer(description) as? any Activation else {
            throw StorageError("the file names '\(description.type)' as an activation, which it isn't; it is damaged")
        }
        return activation
    }
}

extension Layer {
    /// How a layer is stored, or an error that says what to do.
    func description() throws -> LayerDescription {
        guard let layer = self as? any StorableLayer else {
            throw StorageError("a layer of type '\(Self.self)' can't be stored; make the type a StorableLayer")
        }
        return try layer.stored()
    }
}

extension StorableTypes {
    /// Lectern's layers by their names.
    static let known: [String: any StorableLayer.Type] = {
        let types: [any StorableLayer.Type] = [
            Dense.self, Sigmoid.self, Tanh.self, ReLU.self, Identity.self, LeakyReLU.self, ELU.self, GELU.self, SiLU.self,
            Softplus.self, Softmax.self, Dropout.self, BatchNorm.self, LayerNorm.self, GroupNorm.self, InstanceNorm.self,
            Conv1D.self, Conv2D.self,
            MaxPool1D.self, MaxPool2D.self, AveragePool1D.self, AveragePool2D.self, GlobalAveragePool.self, Flatten.self,
            Reshape.self, Embedding.self, Residual.self, SimpleRNN.self, LSTM.self, GRU.self, Bidirectional.self,
            RecurrentCell.self, SelfAttention.self, CrossAttention.self, ConvTranspose1D.self, ConvTranspose2D.self,
            PositionalEncoding.self, HardSigmoid.self, HardTanh.self, HardSwish.self, SELU.self, CELU.self, Mish.self,
            Softsign.self, LogSigmoid.self, Squareplus.self, Tanhshrink.self, Softshrink.self, Heaviside.self, LogSoftmax.self,
            GLU.self, SwiGLU.self,
        ]
        return Dictionary(types.map { ("\($0)", $0) }) { _, last in last }
    }()

    /// Layers by names that they had once, and have in older files.
    static let formerly: [String: any StorableLayer.Type] = ["Linear": Identity.self]
}
