import Networks

/// Draws numbers that somebody can work with: from a range, to a few digits behind the point.
///
/// SplitMix64 and whole numbers alone decide, so that a seed gives the same numbers on every machine.
public struct Draw: Sendable {
    private var generator: SplitMix64
    private(set) var avoided: String?

    init(seed: UInt64) { generator = SplitMix64(seed: seed) }

    /// One seed of several: FNV-1a (Fowler, Noll and Vo) over their bytes, spread by SplitMix64.
    static func seed(_ seed: UInt64, name: String, attempt: UInt64) -> UInt64 {
        func bytes(_ number: UInt64) -> [UInt8] { (0..<8).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) } }
        let hash = (bytes(seed) + Array(name.utf8) + [0] + bytes(attempt)).reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
            ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3
        }
        var generator = SplitMix64(seed: hash)
        return generator.next()
    }

    /// A number of the range with so many digits behind the point, never 0 unless `zero` allows it.
    ///
    /// A range without such a number ends the lesson at this call.
    public mutating func number(
        in range: ClosedRange<Double>, decimals: Int = 1, zero: Bool = false, file: StaticString = #filePath,
        line: UInt = #line, column: UInt = #column
    ) -> Double {
        numbers(1, in: range, decimals: decimals, zero: zero, file: file, line: line, column: column)[0]
    }

    /// So many numbers of the range, all different unless `repeating` allows the same twice.
    ///
    /// A range with too few such numbers ends the lesson at this call.
    public mutating func numbers(
        _ count: Int, in range: ClosedRange<Double>, decimals: Int = 1, zero: Bool = false, repeating: Bool = false,
        file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> [Double] {
        do {
            let steps = try Steps(range, decimals: decimals, zero: zero)
            return try steps.drawn(count, repeating: repeating, with: &generator)
        } catch {
            stop("\(error)", file: file, line: line, column: column)
        }
    }

    /// A matrix of such numbers, all different unless `repeating` allows the same twice.
    public mutating func matrix(
        _ rows: Int, _ columns: Int, in range: ClosedRange<Double>, decimals: Int = 1, zero: Bool = false,
        repeating: Bool = false, file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> [[Double]] {
        guard rows > 0, columns > 0, rows <= 1000, columns <= 1000 else {
            stop(
                "a matrix to draw can't have \(rows) rows and \(columns) columns; give numbers from 1 to 1000", file: file,
                line: line, column: column)
        }
        let all = numbers(
            rows * columns, in: range, decimals: decimals, zero: zero, repeating: repeating, file: file, line: line,
            column: column)
        return (0..<rows).map { Array(all[($0 * columns)..<(($0 + 1) * columns)]) }
    }

    /// A whole number, such as a size.
    public mutating func integer(in range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }

    /// One of these: a rate, a function, a label. Of an empty list the lesson ends at this call.
    public mutating func choice<Element>(
        of list: [Element], file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> Element {
        guard let chosen = list.randomElement(using: &generator) else {
            stop("there is nothing to choose from; give a list with an element", file: file, line: line, column: column)
        }
        return chosen
    }

    /// Draws everything again where `condition` holds. `words` name what is in the way, in case it always is.
    public mutating func avoid(_ condition: Bool, _ words: String) {
        if condition, avoided == nil { avoided = words }
    }
}

/// The numbers of a range that have so many digits behind the point, as multiples of a power of ten.
private struct Steps {
    private let first: Int
    private let last: Int
    private let scale: Double
    private let hasZero: Bool

    init(_ range: ClosedRange<Double>, decimals: Int, zero: Bool) throws {
        guard (0...6).contains(decimals) else {
            throw ArgumentError("numbers to work with by hand can't have \(decimals) digits behind the point; give 0 to 6")
        }
        guard max(abs(range.lowerBound), abs(range.upperBound)) <= 1e6 else {
            throw ArgumentError("\(range.lowerBound)…\(range.upperBound) isn't a range to draw from; stay within ±1000000")
        }
        scale = [1, 10, 100, 1000, 1e4, 1e5, 1e6][decimals]
        // 0.1 · 10 and its like miss a whole number by their rounding.
        first = Int((range.lowerBound * scale - 1e-6).rounded(.up))
        last = Int((range.upperBound * scale + 1e-6).rounded(.down))
        hasZero = !zero && first <= 0 && last >= 0
        guard count > 0 else {
            throw ArgumentError(
                "no number from \(range.lowerBound) to \(range.upperBound) has \(decimals) digits behind the point"
                    + "\(hasZero ? " and isn't 0" : ""); give a wider range or more decimals")
        }
    }

    private var count: Int { max(0, last - first + 1) - (hasZero ? 1 : 0) }

    func drawn(_ number: Int, repeating: Bool, with generator: inout SplitMix64) throws -> [Double] {
        guard (0...1_000_000).contains(number) else { throw ArgumentError("\(number) numbers can't be drawn") }
        guard repeating || number <= count else {
            throw ArgumentError(
                "the range has only \(count) numbers to this digit, and \(number) different ones are asked for; give a wider range, "
                    + "more decimals, or repeating: true")
        }
        var taken: Set<Int> = []
        return (0..<number).map { _ in
            while true {
                let step = Int.random(in: first...last, using: &generator)
                if hasZero, step == 0 { continue }
                if repeating || taken.insert(step).inserted { return Double(step) / scale }
            }
        }
    }
}
