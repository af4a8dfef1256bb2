/// The given weights of one gate of an LSTM or a GRU: it computes W x_t + U h_{t−1} + b before its activation.
public struct Gate: Hashable, Sendable {
    /// W: one row for each unit, one column for each feature of the input.
    public var weights: [[Double]]
    /// U: one row for each unit, one column for each unit.
    public var recurrent: [[Double]]
    /// b: one number for each unit; 0 when left out.
    public var biases: [Double]?

    /// Weights W, recurrent weights U and biases b of one gate; no biases when these are left out.
    public init(weights: [[Double]], recurrent: [[Double]], biases: [Double]? = nil) {
        self.weights = weights
        self.recurrent = recurrent
        self.biases = biases
    }
}
