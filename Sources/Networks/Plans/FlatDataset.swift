/// Samples as row-major matrices, a batch at a time.
///
/// Small data sets are laid out once, and a batch of neighbours is a place among them; large ones stay where they are, and
/// each batch is copied.
final class FlatDataset {
    /// The most numbers that are laid out a second time: 8 MB.
    private static let mostNumbers = 1 << 20

    let count: Int
    private let inputs: Int
    private let targets: Int
    private let source: Dataset
    private let isCopied: Bool
    private let copied: (UnsafeMutablePointer<Double>, UnsafeMutablePointer<Double>)
    private let batch: (UnsafeMutablePointer<Double>, UnsafeMutablePointer<Double>)

    /// One for each sample; nil when all are 1.
    private let weights: [Double]?
    private let batchWeights: UnsafeMutablePointer<Double>
    private let memory = FlatMemory()

    /// The target is a class that is laid out as 1 among zeros.
    private let spreadsClass: Bool

    /// At most `turn` samples are asked for at a time. With `classes` a target is the class itself, one of so many.
    init(_ data: Dataset, turn: Int, classes: Int? = nil) {
        spreadsClass = classes != nil
        count = data.count
        inputs = data.samples.first?.input.count ?? 0
        targets = classes ?? data.samples.first?.target.count ?? 0
        source = data
        weights = data.samples.allSatisfy { $0.weight == 1 } ? nil : data.samples.map(\.weight)
        batchWeights = memory.zeros(turn)
        isCopied = count * (inputs + targets) <= Self.mostNumbers
        let rows = isCopied ? count : 0
        copied = (memory.zeros(rows * inputs), memory.zeros(rows * targets))
        batch = (memory.zeros(turn * inputs), memory.zeros(turn * targets))
        if isCopied { for row in 0..<count { copy(row, to: copied, at: row) } }
    }

    var isWeighed: Bool { weights != nil }

    /// The weights of these samples, nil when all of the data are 1; they hold until the next are asked for.
    func weights(_ rows: some Collection<Int>) -> UnsafePointer<Double>? {
        guard let weights else { return nil }
        for (place, row) in rows.enumerated() { batchWeights[place] = weights[row] }
        return UnsafePointer(batchWeights)
    }

    /// The inputs and the targets of `number` samples from `start`; they hold until the next are asked for.
    func matrices(_ start: Int, _ number: Int) -> (UnsafePointer<Double>, UnsafePointer<Double>) {
        if isCopied { return (UnsafePointer(copied.0 + start * inputs), UnsafePointer(copied.1 + start * targets)) }
        for row in 0..<number { copy(start + row, to: batch, at: row) }
        return (UnsafePointer(batch.0), UnsafePointer(batch.1))
    }

    /// The inputs and the targets of these samples; they hold until the next are asked for.
    func matrices(_ rows: ArraySlice<Int>) -> (UnsafePointer<Double>, UnsafePointer<Double>) {
        guard let first = rows.first else { return (UnsafePointer(batch.0), UnsafePointer(batch.1)) }
        if isCopied, rows.elementsEqual(first..<first + rows.count) { return matrices(first, rows.count) }
        for (place, row) in rows.enumerated() {
            if isCopied {
                (batch.0 + place * inputs).update(from: copied.0 + row * inputs, count: inputs)
                (batch.1 + place * targets).update(from: copied.1 + row * targets, count: targets)
            } else {
                copy(row, to: batch, at: place)
            }
        }
        return (UnsafePointer(batch.0), UnsafePointer(batch.1))
    }

    private func copy(_ row: Int, to matrices: (UnsafeMutablePointer<Double>, UnsafeMutablePointer<Double>), at place: Int) {
        source.samples[row].input.withUnsafeBufferPointer { values in
            if let start = values.baseAddress { (matrices.0 + place * inputs).update(from: start, count: inputs) }
        }
        if spreadsClass {
            let start = matrices.1 + place * targets
            start.update(repeating: 0, count: targets)
            if let number = source.samples[row].target.first.flatMap(Int.init(exactly:)), number >= 0, number < targets {
                start[number] = 1
            }
            return
        }
        source.samples[row].target.withUnsafeBufferPointer { values in
            if let start = values.baseAddress { (matrices.1 + place * targets).update(from: start, count: targets) }
        }
    }
}
