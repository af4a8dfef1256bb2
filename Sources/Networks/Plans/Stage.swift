import CArithmetic

/// One layer of a `FlatNetwork`, with the activation behind it: sizes, and where its numbers stand.
struct Stage {
    enum Kind {
        case dense, activation, softmax, convolution, largest, mean, recurrent, normalization, attention
        /// What the module has no loop for: its own `forward` and `backward`, sample by sample.
        case written
        /// A residual block: its input, kept for both ways; the beginning of its shortcut, if it has one; the sum of both.
        case branch, shortcut, sum
    }

    var kind: Kind
    /// Numbers of one sample.
    var inputs: Int
    var outputs: Int
    /// Numbers that are multiplied by one column of weights, and columns: inputs and units of a dense layer, taps and filters of
    /// a convolution, features and sums of a recurrent layer. A sample may have several such rows.
    var width: Int
    var units: Int
    /// Places in the flat parameters: weights as one row for each input, so that a unit is a column.
    var weights = 0
    var bias: Int?
    var sharesBias = false
    /// What follows the layer, or the activation itself.
    var activation = arithmetic_linear
    var usesBLAS = false
    /// Tables of a convolution, of pooling and of a recurrent layer.
    var slide: UnsafePointer<Slide>?
    var pool: UnsafePointer<arithmetic_pool>?
    var recurrence: UnsafePointer<Recurrence>?
    var groups: UnsafePointer<arithmetic_groups>?
    var attention: UnsafePointer<AttentionPlan>?
    /// Of a branch its sum, of a shortcut its branch, of a sum the last stage of the inner layers.
    var partner = 0
    /// Of a sum.
    var branch = 0
    /// The shortcut of a branch or sum, if there is one.
    var turn: Int?
    /// Which of the plan's layers is asked.
    var layer = 0
    /// Numbers that are kept for each sample from the way there to the way back, besides the outputs.
    var workspace = 0
    var work: UnsafeMutablePointer<Double>?

    init(_ kind: Kind, inputs: Int, outputs: Int, width: Int? = nil, units: Int? = nil) {
        self.kind = kind
        self.inputs = inputs
        self.outputs = outputs
        self.width = width ?? inputs
        self.units = units ?? outputs
    }

    /// Rows of one sample.
    var lines: Int { outputs / max(1, units) }

    var isTrained: Bool {
        switch kind {
        case .dense, .convolution, .recurrent, .normalization, .attention: true
        case .activation, .softmax, .largest, .mean, .written, .branch, .shortcut, .sum: false
        }
    }
}

extension arithmetic_activation {
    /// The activations the loops know.
    init?(of layer: any Layer) {
        switch layer {
        case is Sigmoid: self = arithmetic_logistic
        case is Tanh: self = arithmetic_tangent
        case is ReLU: self = arithmetic_rectifier
        case is Identity: self = arithmetic_linear
        default: return nil
        }
    }
}
