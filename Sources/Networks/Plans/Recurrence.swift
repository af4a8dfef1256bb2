import CArithmetic

/// How a recurrent layer of a `FlatNetwork` walks through time, and where its numbers stand.
///
/// Each sample has its steps one after the other, with a gap behind them: without it the same step of all samples would often
/// fall into the same few places of the processor's cache.
struct Recurrence {
    enum Kind { case simple, longShort, gated }

    private static let gap = 8

    let kind: Kind
    let steps: Int
    let features: Int
    let units: Int
    /// Sums of one step: units of all gates.
    let sums: Int
    let returnsSequences: Bool
    let truncation: Truncation
    let usesBias: Bool
    /// Whether there is a bias beside U_n.
    var usesRecurrentBias = false
    /// Of a simple layer.
    var activation = arithmetic_tangent
    /// Of a gated unit: whether the reset comes after the product with U_n.
    var resetsAfter = false
    /// Places in the flat parameters: U, and the bias beside U_n.
    var recurrent = 0
    var recurrentBias: Int?

    init(_ kind: Kind, _ weights: GateWeights, over shape: Shape, returnsSequences: Bool, truncation: Int?) {
        self.kind = kind
        steps = shape.count / max(1, shape.features)
        features = shape.features
        units = weights.units
        sums = weights.rows
        self.returnsSequences = returnsSequences
        self.truncation = Truncation(length: truncation)
        usesBias = weights.usesBias
    }

    /// Nil for layers that aren't recurrent, and for what the loops don't know: an activation of one's own, the other meaning of
    /// z, first states.
    init?(_ layer: any Layer, over shape: Shape) {
        if let recurrent = layer as? any RecurrentLayer, recurrent.first.isGiven { return nil }
        switch layer {
        case let layer as LSTM:
            self.init(
                .longShort, layer.stack, over: shape, returnsSequences: layer.returnsSequences, truncation: layer.truncation)
        case let layer as GRU:
            guard layer.updateGate == .cho else { return nil }
            self.init(.gated, layer.stack, over: shape, returnsSequences: layer.returnsSequences, truncation: layer.truncation)
            resetsAfter = layer.resetsAfter
            usesRecurrentBias = !layer.recurrentBiases.isEmpty
        case let layer as SimpleRNN:
            guard let activation = arithmetic_activation(of: layer.activation) else { return nil }
            self.init(.simple, layer.stack, over: shape, returnsSequences: layer.returnsSequences, truncation: layer.truncation)
            self.activation = activation
        default: return nil
        }
    }

    /// From one sample to the next.
    var statePitch: Int { steps * units + Self.gap }
    var sumPitch: Int { steps * sums + Self.gap }

    /// Numbers of one sample in `Buffers`.
    var workspace: Int { 2 * sumPitch + 3 * statePitch + 3 * units }

    func moment(_ count: Int) -> arithmetic_moment {
        arithmetic_moment(samples: count, units: units, state_gap: statePitch, gate_gap: sumPitch)
    }

    /// The numbers of every step from the way there to the way back.
    struct Buffers {
        /// Values of the gates, before that their sums; and the slopes of these.
        let gates: UnsafeMutablePointer<Double>
        let slopes: UnsafeMutablePointer<Double>
        let states: UnsafeMutablePointer<Double>
        /// c and tanh c of an LSTM.
        let cells: UnsafeMutablePointer<Double>
        let curved: UnsafeMutablePointer<Double>
        /// Of a GRU: U_n h + c, or r ⊙ h, and the slopes of the product with U_n.
        let aside: UnsafeMutablePointer<Double>
        let products: UnsafeMutablePointer<Double>
        /// What comes back from the step after, sample by sample: into h, into c, and what is on its way into h.
        let arriving: UnsafeMutablePointer<Double>
        let arrivingCells: UnsafeMutablePointer<Double>
        let kept: UnsafeMutablePointer<Double>
    }

    func buffers(_ work: UnsafeMutablePointer<Double>, rows: Int) -> Buffers {
        let slopes = work + rows * sumPitch
        let states = slopes + rows * sumPitch
        let first = states + rows * statePitch
        let second = first + rows * statePitch
        let arriving = second + rows * statePitch
        return Buffers(
            gates: work, slopes: slopes, states: states, cells: first, curved: second, aside: first, products: second,
            arriving: arriving, arrivingCells: arriving + rows * units, kept: arriving + 2 * rows * units)
    }
}
