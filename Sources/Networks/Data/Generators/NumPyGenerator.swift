/// The numbers of NumPy's legacy generator after `np.random.seed(seed)`, to follow notes that were computed with it:
///
///     var random = NumPyGenerator(seed: 1)
///     let w = random.randn(2, 3)     // np.random.randn(2, 3)
///
/// Uniform numbers and permutations are NumPy's bit for bit, normal ones but for the last digit of the logarithm. What is drawn
/// comes in NumPy's order, so the calls must follow each other as in the notes.
///
/// - Example: `var random = NumPyGenerator(seed: 1)` `show(Table(["1", "2", "3"], rows: random.randn(2, 3)))`
public struct NumPyGenerator: Hashable, Sendable {
    private var twister: MersenneTwister
    /// The second normal number of a pair.
    private var kept: Double?

    /// The generator after `numpy.random.seed(seed)`.
    public init(seed: UInt32) {
        twister = MersenneTwister(seed: seed)
    }

    /// `np.random.random()`: a number in [0, 1) of 53 bits from two draws.
    public mutating func random() -> Double {
        let (high, low) = (twister.next() >> 5, twister.next() >> 6)
        return (Double(high) * 67_108_864 + Double(low)) / 9_007_199_254_740_992
    }

    /// `np.random.normal()`: by the polar method of G. Marsaglia, two numbers at a time, of which NumPy gives the second first.
    public mutating func normal() -> Double {
        if let number = kept {
            kept = nil
            return number
        }
        while true {
            let (x, y) = (2 * random() - 1, 2 * random() - 1)
            let square = x * x + y * y
            guard square < 1, square != 0 else { continue }
            let factor = (-2 * log(square) / square).squareRoot()
            kept = factor * x
            return factor * y
        }
    }

    /// `np.random.rand(count)`.
    public mutating func rand(_ count: Int) -> [Double] { (0..<max(0, count)).map { _ in random() } }

    /// `np.random.rand(rows, columns)`.
    public mutating func rand(_ rows: Int, _ columns: Int) -> [[Double]] { (0..<max(0, rows)).map { _ in rand(columns) } }

    /// `np.random.uniform(low, high, count)`.
    public mutating func uniform(_ low: Double, _ high: Double, _ count: Int) -> [Double] {
        rand(count).map { low + (high - low) * $0 }
    }

    /// `np.random.randn(count)`.
    public mutating func randn(_ count: Int) -> [Double] { (0..<max(0, count)).map { _ in normal() } }

    /// `np.random.randn(rows, columns)`.
    public mutating func randn(_ rows: Int, _ columns: Int) -> [[Double]] { (0..<max(0, rows)).map { _ in randn(columns) } }

    /// `np.random.permutation(count)`: the numbers from 0 in a new order, by the method of Fisher and Yates.
    public mutating func permutation(_ count: Int) -> [Int] {
        var order = Array(0..<max(0, count))
        for last in stride(from: order.count - 1, to: 0, by: -1) { order.swapAt(last, number(upTo: UInt32(last))) }
        return order
    }

    /// One of 0…`largest`: draws cut to as many bits, until one fits.
    private mutating func number(upTo largest: UInt32) -> Int {
        let mask = UInt32.max >> UInt32(largest.leadingZeroBitCount)
        while true {
            let number = twister.next() & mask
            if number <= largest { return Int(number) }
        }
    }
}
