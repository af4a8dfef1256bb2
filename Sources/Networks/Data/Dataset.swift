/// Samples with their targets, in order: `[[0, 0]: [0], [0, 1]: [1]]`.
public struct Dataset: Hashable, Sendable, ExpressibleByDictionaryLiteral {
    public struct Sample: Hashable, Sendable {
        public var input: [Double]
        public var target: [Double]
        /// What the sample's loss and gradients are multiplied by before the mean over the batch is taken.
        public var weight: Double

        public init(input: [Double], target: [Double], weight: Double = 1) {
            self.input = input
            self.target = target
            self.weight = weight
        }
    }

    public var samples: [Sample]

    public init(_ samples: [Sample]) {
        self.samples = samples
    }

    public init(dictionaryLiteral elements: ([Double], [Double])...) {
        samples = elements.map { Sample(input: $0.0, target: $0.1) }
    }

    public var count: Int { samples.count }
}
