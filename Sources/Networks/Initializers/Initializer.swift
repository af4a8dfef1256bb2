/// What weights and biases that were not given start from.
///
/// A unit has n inputs (the fan-in) and feeds m units (the fan-out). For a dense layer these are its inputs and its units; for
/// a convolution the numbers under one kernel, height · width · channels, and height · width · filters.
///
/// All numbers come from `SplitMix64` with the network's seed, in the order of the parameters: layer by layer, row by row, the
/// weights of a layer before its biases. Keras and PyTorch draw from other generators, so equal seeds give other numbers there.
/// Keras cuts its normal distributions off at two standard deviations; these here are whole, as PyTorch's are.
public enum Initializer: Hashable, Sendable {
    /// Every weight is 0.
    ///
    /// - Example: `.zeros`
    case zeros
    /// Every weight is this number.
    ///
    /// - Example: `.constant(0.5)`
    case constant(Double)
    /// Uniform between −`limit` and `limit`; Keras' default limit.
    ///
    /// - Example: `.uniform(limit: 0.1)`
    case uniform(limit: Double = 0.05)
    /// Normal with mean 0; Keras' default deviation.
    ///
    /// - Example: `.normal(deviation: 0.1)`
    case normal(deviation: Double = 0.05)
    /// Uniform within ±√(6 / (n + m)). X. Glorot and Y. Bengio, 2010; `xavier_uniform_` in PyTorch.
    ///
    /// - SeeAlso: Keras `GlorotUniform`, PyTorch `xavier_uniform_`
    /// - Example: `.glorotUniform`
    case glorotUniform
    /// Normal with variance 2 / (n + m); `xavier_normal_` in PyTorch.
    ///
    /// - SeeAlso: Keras `GlorotNormal`, PyTorch `xavier_normal_`
    /// - Example: `.glorotNormal`
    case glorotNormal
    /// Uniform within ±√(6 / n), meant for ReLU. K. He et al., 2015; `kaiming_uniform_` in PyTorch.
    ///
    /// - SeeAlso: Keras `HeUniform`, PyTorch `kaiming_uniform_`
    /// - Example: `.heUniform`
    case heUniform
    /// Normal with variance 2 / n, meant for ReLU; `kaiming_normal_` in PyTorch.
    ///
    /// - SeeAlso: Keras `HeNormal`, PyTorch `kaiming_normal_`
    /// - Example: `.heNormal`
    case heNormal
    /// Uniform within ±√(3 / n). Y. LeCun et al., *Efficient BackProp*, 1998.
    ///
    /// - SeeAlso: Keras `LecunUniform`
    /// - Example: `.lecunUniform`
    case lecunUniform
    /// Normal with variance 1 / n.
    ///
    /// - SeeAlso: Keras `LecunNormal`
    /// - Example: `.lecunNormal`
    case lecunNormal
    /// Rows of length `gain` that stand at right angles to each other; where there are more rows than columns, such columns.
    /// A. Saxe, J. McClelland and S. Ganguli, 2014.
    ///
    /// - SeeAlso: Keras `Orthogonal`, PyTorch `orthogonal_`
    /// - Example: `.orthogonal()`
    case orthogonal(gain: Double = 1)
    /// Any other: see `own(_:_:)`.
    @_documentation(visibility: internal)
    case function(PlaceFunction)

    /// Where a number stands in its matrix, counted from 0, and how many inputs and outputs its units have.
    public struct Place: Hashable, Sendable {
        /// The row, which is the unit.
        public let row: Int
        /// The column, which is the input.
        public let column: Int
        /// How many inputs a unit has.
        public let fanIn: Int
        /// How many units an input feeds.
        public let fanOut: Int
    }

    /// An initialiser of the lesson's own: the number at each place, under a name by which two are told apart.
    ///
    /// - Example: `.own("falling") { place, _ in 1 / Double(place.column + 1) }`
    public static func own(
        _ name: String, _ number: @escaping @Sendable (_ place: Place, _ generator: inout SplitMix64) -> Double
    ) -> Initializer {
        .function(PlaceFunction(name: name, number: number))
    }

    /// A function of the place, compared by its name.
    public struct PlaceFunction: Hashable, Sendable {
        /// The name by which two are told apart.
        public let name: String
        let number: @Sendable (Place, inout SplitMix64) -> Double

        public static func == (a: Self, b: Self) -> Bool { a.name == b.name }

        public func hash(into hasher: inout Hasher) { hasher.combine(name) }
    }

    /// A matrix of `rows`×`columns` numbers, row by row: one row for each unit.
    ///
    /// - Parameters:
    ///   - fanIn: n; the columns when it is left out.
    ///   - fanOut: m; the rows when it is left out.
    ///
    /// Sizes below 0 or beyond all memory end the lesson at this call.
    public func drawn(
        rows: Int, columns: Int, fanIn: Int? = nil, fanOut: Int? = nil, from generator: inout SplitMix64,
        file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> [Double] {
        stopping(file: file, line: line, column: column) { try Shape.check(rows: rows, columns: columns) }
        let (n, m) = (Double(max(1, fanIn ?? columns)), Double(max(1, fanOut ?? rows)))
        func uniform(_ limit: Double) -> [Double] { (0..<rows * columns).map { _ in (2 * generator.uniform() - 1) * limit } }
        func normal(_ variance: Double) -> [Double] {
            let deviation = variance.squareRoot()
            return (0..<rows * columns).map { _ in generator.normal() * deviation }
        }
        switch self {
        case .function(let function):
            return (0..<rows * columns).map { index in
                let place = Place(row: index / columns, column: index % columns, fanIn: Int(n), fanOut: Int(m))
                return function.number(place, &generator)
            }
        case .zeros: return Array(repeating: 0, count: rows * columns)
        case .constant(let value): return Array(repeating: value, count: rows * columns)
        case .uniform(let limit): return uniform(limit)
        case .normal(let deviation): return (0..<rows * columns).map { _ in generator.normal() * deviation }
        case .glorotUniform: return uniform((6 / (n + m)).squareRoot())
        case .glorotNormal: return normal(2 / (n + m))
        case .heUniform: return uniform((6 / n).squareRoot())
        case .heNormal: return normal(2 / n)
        case .lecunUniform: return uniform((3 / n).squareRoot())
        case .lecunNormal: return normal(1 / n)
        case .orthogonal(let gain):
            return Orthogonal.matrix(rows: rows, columns: columns, from: &generator).map { $0 * gain }
        }
    }
}
