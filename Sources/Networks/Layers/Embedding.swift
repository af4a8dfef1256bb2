/// A row of numbers for each word: what comes in are the words' numbers, 0, 1, 2…, and what comes out are their rows.
///
/// Input `[time]`; output `[time, dimensions]`, y_t = W[x_t]. Backwards each row collects the gradients of the places where its
/// word stood; a word's number itself has no derivative, so 0 goes on from here.
///
/// W has one row for each word. Rows that are not given are uniform within ±0.05, as Keras draws them; PyTorch draws them from
/// the standard normal distribution.
///
/// - SeeAlso: Keras `layers.Embedding`, PyTorch `nn.Embedding`
/// - Example: `let sample = [0.0, 2, 1]` `Network(inputs: 3) { Embedding(vocabulary: 3, dimensions: units) }`
public struct Embedding: Layer {
    /// How many words there are.
    public let vocabulary: Int
    /// How many numbers stand for a word.
    public let dimensions: Int
    /// How the rows are drawn.
    public let initializer: Initializer
    /// W, row by row; empty until the layer is connected, when none was given.
    private var values: [Double]

    /// A table of `vocabulary` rows of `dimensions` numbers, drawn by `initializer`.
    public init(vocabulary: Int, dimensions: Int, initializer: Initializer = .uniform()) {
        self.vocabulary = vocabulary
        self.dimensions = dimensions
        self.initializer = initializer
        values = []
    }

    /// Given rows, one for each word.
    public init(weights: [[Double]]) {
        vocabulary = weights.count
        dimensions = weights.first?.count ?? 0
        initializer = .uniform()
        values = weights.flatMap { $0 }
    }

    public var name: String { "Embedding" }

    /// One row for each word.
    public var weights: [[Double]] { values.rows(of: dimensions) }

    public var parameters: [Parameter] {
        get { [Parameter(.weight, values, rows: vocabulary, columns: dimensions)] }
        set { if let first = newValue.first { values = first.values } }
    }

    public func connected(to inputs: Shape, drawingFrom generator: inout SplitMix64) throws -> Embedding {
        guard vocabulary > 0, dimensions > 0 else {
            throw ShapeError("Embedding has \(vocabulary)×\(dimensions) weights; give at least one word and one dimension")
        }
        guard values.isEmpty || values.count == vocabulary * dimensions else {
            throw ShapeError("Embedding got rows of different lengths; give \(dimensions) numbers for each word")
        }
        guard values.isEmpty else { return self }
        var layer = self
        layer.values = initializer.drawn(rows: vocabulary, columns: dimensions, from: &generator)
        return layer
    }

    public func outputShape(for inputs: Shape) -> Shape { Shape(inputs.dimensions + [dimensions]) }

    public func parameterCount(for inputs: Shape) -> Int { vocabulary.times(dimensions) }

    /// Where the row of a word begins; nil for a number that is no word.
    private func row(_ word: Double) -> Int? {
        guard let index = Int(exactly: word), index >= 0, index < vocabulary else { return nil }
        return index * dimensions
    }

    /// What comes out when `input`, one sample, goes in.
    public func forward(_ input: [Double]) -> [Double] {
        input.flatMap { word in
            row(word).map { Array(values[$0..<$0 + dimensions]) } ?? Array(repeating: .nan, count: dimensions)
        }
    }

    public func backward(
        input: [Double], output: [Double], gradient: [Double]
    ) -> (input: [Double], parameters: [[Double]]) {
        var found = [Double](repeating: 0, count: values.count)
        for (place, word) in input.enumerated() {
            guard let row = row(word) else { continue }
            for k in 0..<dimensions { found[row + k] += gradient[place * dimensions + k] }
        }
        return (input.map { _ in 0 }, [found])
    }
}

extension Embedding: SampleChecking {
    func check(_ input: [Double]) throws {
        guard let place = input.firstIndex(where: { row($0) == nil }) else { return }
        throw ShapeError(
            "Embedding has rows for the words 0 to \(vocabulary - 1), but number \(place + 1) of the sample is \(input[place])")
    }
}

/// A layer that can't take every sample of the right shape, when it is the first.
protocol SampleChecking: Layer {
    func check(_ input: [Double]) throws
}
