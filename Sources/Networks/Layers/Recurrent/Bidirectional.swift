/// A recurrent layer that reads a sequence in both directions: one from the first step on, one from the last step back.
///
///     h_t = step(x_t, h_{t−1})      forward
///     g_t = step(x_t, g_{t+1})      backward, with weights of its own
///     y_t = [h_t, g_t]              concatenated, or h_t + g_t with `merging: .sum`
///
/// Input `[time, features]`; output `[time, 2·units]` where the layers return sequences, otherwise the last state that each
/// direction has reached, [h_T, g_1], `[2·units]`; summed, `units` in place of 2·units. So does Keras. PyTorch's `output[-1]`
/// differs: its backward half is g_T, which has read the last step alone; `h_n` has the states given here.
///
/// Parameters: those of the forward layer, then those of the backward one. Both are drawn, forward first; where the one layer that
/// was named has given weights or first states, both directions start with them. In derivations the backward direction counts
/// as a level of its own, and its states keep the times of the steps that they have read: the one it starts from has time T + 1.
///
/// M. Schuster and K. Paliwal, *Bidirectional recurrent neural networks*, IEEE Transactions on Signal Processing 45, 1997.
///
/// - SeeAlso: Keras `layers.Bidirectional`, PyTorch `nn.LSTM` with `bidirectional=True`
/// - Example: `Network(inputs: [steps, inputs]) { Bidirectional(SimpleRNN(units)) }`
public struct Bidirectional: CompositeLayer {
    /// What is made of the two directions.
    public enum Merge: String, Hashable, Sendable, CaseIterable {
        /// The numbers of both side by side, forward first; Keras' `merge_mode="concat"`, PyTorch.
        case concatenated
        /// Their sums; Keras' `merge_mode="sum"`.
        case sum
    }

    /// What is made of the two directions.
    public let merging: Merge
    var there: any RecurrentLayer
    var back: any RecurrentLayer

    /// The same layer in both directions, each with weights of its own.
    public init(_ layer: SimpleRNN, merging: Merge = .concatenated) { self.init(layer, layer, merging) }
    /// The same layer in both directions, each with weights of its own.
    public init(_ layer: LSTM, merging: Merge = .concatenated) { self.init(layer, layer, merging) }
    /// The same layer in both directions, each with weights of its own.
    public init(_ layer: GRU, merging: Merge = .concatenated) { self.init(layer, layer, merging) }

    /// A layer for each direction.
    public init(forward: SimpleRNN, backward: SimpleRNN, merging: Merge = .concatenated) {
        self.init(forward, backward, merging)
    }
    /// A layer for each direction.
    public init(forward: LSTM, backward: LSTM, merging: Merge = .concatenated) { self.init(forward, backward, merging) }
    /// A layer for each direction.
    public init(forward: GRU, backward: GRU, merging: Merge = .concatenated) { self.init(forward, backward, merging) }

    init(_ there: any RecurrentLayer, _ back: any RecurrentLayer, _ merging: Merge) {
        self.there = there
        self.back = back
        self.merging = merging
    }

    public var name: String { "Bidirectional" }

    /// The forward layer, then the backward one.
    public var blocks: [Sequential] {
        get { [Sequential([there]), Sequential([back])] }
        set {
            guard newValue.count == 2, let forward = newValue[0].layers.first as? any RecurrentLayer,
                let backward = newValue[1].layers.first as? any RecurrentLayer
            else { return }
            (there, back) = (forward, backward)
        }
    }

    public var parameters: [Parameter] {
        get { there.parameters + back.parameters }
        set {
            let count = there.parameters.count
            guard newValue.count == count + back.parameters.count else { return }
            there.parameters = Array(newValue.prefix(count))
            back.parameters = Array(newValue.dropFirst(count))
        }
    }

    public func connected(to inputs: Shape, drawingFrom generator: inout SplitMix64) throws -> Bidirectional {
        guard there.returnsSequences == back.returnsSequences else {
            throw ShapeError("Bidirectional has one layer that returns sequences and one that doesn't; let both or neither")
        }
        guard merging == .concatenated || there.units == back.units else {
            throw ShapeError(
                "Bidirectional adds \(there.units) and \(back.units) numbers; give both directions as many units, or concatenate"
            )
        }
        func connect(_ layer: any RecurrentLayer, _ direction: String) throws -> any RecurrentLayer {
            do {
                return try layer.connected(to: inputs, drawingFrom: &generator)
            } catch let error as ShapeError {
                throw ShapeError("Bidirectional, \(direction): \(error)")
            }
        }
        let forward = try connect(there, "forward")
        return Bidirectional(forward, try connect(back, "backward"), merging)
    }

    public func outputShape(for inputs: Shape) -> Shape {
        let width = merging == .concatenated ? there.units.plus(back.units) : there.units
        return there.returnsSequences ? inputs.replacing(features: width) : Shape(width)
    }

    public func parameterCount(for inputs: Shape) -> Int {
        there.parameterCount(for: inputs).plus(back.parameterCount(for: inputs))
    }
}
