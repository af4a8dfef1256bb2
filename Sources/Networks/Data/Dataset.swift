/// Samples with their targets, in order: `[[0, 0]: [0], [0, 1]: [1]]`.
public struct Dataset: Hashable, Sendable, ExpressibleByDictionaryLiteral {
    /// One example: what goes in, what should come out, and how much it counts.
    public struct Sample: Hashable, Sendable {
        /// What goes into the network, one number for each of its inputs.
        public var input: [Double]
        /// What should come out; a single class number for losses that take one.
        public var target: [Double]
        /// What the sample's loss and gradients are multiplied by before the mean over the batch is taken.
        public var weight: Double

        /// An example that counts once, unless a weight is given.
        public init(input: [Double], target: [Double], weight: Double = 1) {
            self.input = input
            self.target = target
            self.weight = weight
        }
    }

    /// The samples in their order.
    public var samples: [Sample]

    /// A data set of these samples, in this order.
    public init(_ samples: [Sample]) {
        self.samples = samples
    }

    public init(dictionaryLiteral elements: ([Double], [Double])...) {
        samples = elements.map { Sample(input: $0.0, target: $0.1) }
    }

    /// How many samples there are.
    public var count: Int { samples.count }
}
