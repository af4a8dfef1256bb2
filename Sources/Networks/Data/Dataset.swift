/// Samples with their targets, in order: `[[0, 0]: [0], [0, 1]: [1]]`.
public struct Dataset: Hashable, Sendable, ExpressibleByDictionaryLiteral {
    public struct Sample: Hashable, Sendable {
        public var input: [Double]
        public var target: [Double]

        public init(input: [Double], target: [Double]) {
            self.input = input
            self.target = target
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
