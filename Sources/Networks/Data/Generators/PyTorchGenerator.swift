/// The numbers of PyTorch's CPU generator after `torch.manual_seed(seed)`, to follow notes that were computed with it:
///
///     var random = PyTorchGenerator(seed: 0)
///     let x = random.randn(2, 3)     // torch.randn(2, 3): 1.5410, -0.2934, -2.1788, …
///
/// Numbers are those of single precision, PyTorch's default, unless double precision is asked for. Uniform numbers and permutations
/// are PyTorch's bit for bit, normal ones but for the last digits of single precision where there are 16 or more, for which
/// PyTorch has other ways than for fewer. The calls must follow each other as in the notes.
///
/// - Example: `var random = PyTorchGenerator(seed: 0)` `show(Table(["1", "2", "3"], rows: random.randn(2, 3)))`
public struct PyTorchGenerator: Hashable, Sendable {
    /// `dtype`
    public enum Precision: Hashable, Sendable {
        /// `torch.float32`
        case single
        /// `torch.float64`
        case double
    }

    private var twister: MersenneTwister
    /// The precision of the numbers drawn.
    public let precision: Precision
    /// The second normal number of a pair.
    private var kept: Double?

    /// The generator after `torch.manual_seed(seed)`.
    public init(seed: UInt32, precision: Precision = .single) {
        twister = MersenneTwister(seed: seed)
        self.precision = precision
    }

    /// A number in [0, 1): the lower 24 bits of one draw, or the lower 53 of two.
    public mutating func random() -> Double {
        precision == .single ? Double(twister.next() & 0xFF_FFFF) * 0x1p-24 : wide()
    }

    /// `torch.rand(count)`.
    public mutating func rand(_ count: Int) -> [Double] { (0..<max(0, count)).map { _ in random() } }

    /// `torch.rand(rows, columns)`.
    public mutating func rand(_ rows: Int, _ columns: Int) -> [[Double]] { (0..<max(0, rows)).map { _ in rand(columns) } }

    /// `torch.empty(count).uniform_(low, high)`: `nn.Linear` draws its weights and then its biases between ∓1/√inputs.
    public mutating func uniform(_ low: Double, _ high: Double, _ count: Int) -> [Double] {
        guard precision == .single else { return rand(count).map { $0 * (high - low) + low } }
        let (low, width) = (Float(low), Float(high) - Float(low))
        return rand(count).map { Double(Float($0) * width + low) }
    }

    /// `torch.randn(count)`.
    public mutating func randn(_ count: Int) -> [Double] {
        guard count >= 16 else { return (0..<max(0, count)).map { _ in rounded(normal()) } }
        var numbers = rand(count)
        for start in stride(from: 0, through: count - 16, by: 16) { makeNormal(&numbers, from: start) }
        if !count.isMultiple(of: 16) {
            // The last 16 are drawn once more.
            numbers.replaceSubrange((count - 16)..., with: rand(16))
            makeNormal(&numbers, from: count - 16)
        }
        return numbers
    }

    /// `torch.randn(rows, columns)`.
    public mutating func randn(_ rows: Int, _ columns: Int) -> [[Double]] {
        let numbers = randn(max(0, rows) * max(0, columns))
        return (0..<max(0, rows)).map { Array(numbers[$0 * columns..<($0 + 1) * columns]) }
    }

    /// `torch.randperm(count)`: the numbers from 0 in a new order.
    public mutating func randperm(_ count: Int) -> [Int] {
        var order = Array(0..<max(0, count))
        for first in order.indices.dropLast() {
            order.swapAt(first, first + Int(twister.next() % UInt32(order.count - first)))
        }
        return order
    }

    /// The lower 53 bits of two draws.
    private mutating func wide() -> Double {
        let (high, low) = (UInt64(twister.next()), UInt64(twister.next()))
        return Double((high << 32 | low) & 0x1F_FFFF_FFFF_FFFF) * 0x1p-53
    }

    /// By the method of Box and Muller in double precision, two numbers at a time.
    private mutating func normal() -> Double {
        if let number = kept {
            kept = nil
            return number
        }
        let (turn, share) = (wide(), wide())
        let (radius, angle) = ((-2 * log1p(-share)).squareRoot(), 2 * Double.pi * turn)
        kept = radius * sin(angle)
        return radius * cos(angle)
    }

    /// Eight pairs of uniform numbers, each with the one eight places on.
    private func makeNormal(_ numbers: inout [Double], from start: Int) {
        for k in start..<start + 8 {
            let (radius, angle) = ((-2 * log(1 - numbers[k])).squareRoot(), 2 * Double.pi * numbers[k + 8])
            (numbers[k], numbers[k + 8]) = (rounded(radius * cos(angle)), rounded(radius * sin(angle)))
        }
    }

    private func rounded(_ number: Double) -> Double { precision == .single ? Double(Float(number)) : number }
}
