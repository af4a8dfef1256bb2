/// Does a printed calculation again, with what each number of it may stand for.
public struct Reckoning {
    /// What authors mean by marks that have several meanings.
    public struct Reading: Hashable, Sendable {
        public var logarithm = PrintedFunction.naturalLogarithm
        public var sigma = PrintedFunction.sigmoid

        public init(logarithm: PrintedFunction = .naturalLogarithm, sigma: PrintedFunction = .sigmoid) {
            self.logarithm = logarithm
            self.sigma = sigma
        }
    }

    private let number: (PrintedExpression.Operand) -> Interval
    private let symbol: (String) -> PrintedValue?
    private let reading: Reading

    public init(
        reading: Reading = Reading(), number: @escaping (PrintedExpression.Operand) -> Interval,
        symbol: @escaping (String) -> PrintedValue? = { _ in nil }
    ) {
        self.number = number
        self.symbol = symbol
        self.reading = reading
    }

    /// With every number exactly as it is printed.
    public static var exact: Reckoning { Reckoning(number: { Interval(decimal: $0.number.value) }) }

    /// The value; nil where a symbol has none, shapes don't fit, or a number may not exist.
    public func value(of expression: PrintedExpression) -> PrintedValue? {
        guard let value = reckoned(expression), value.isFinite else { return nil }
        return value
    }

    private func reckoned(_ expression: PrintedExpression) -> PrintedValue? {
        switch expression {
        case .number(let operand): return PrintedValue(number(operand))
        case .constant(let value): return PrintedValue(Interval(value, value).widened(by: 1))
        case .symbol(let name): return symbol(name)
        case .negated(let inner): return reckoned(inner)?.map { -$0 }
        case .transposed(let inner): return reckoned(inner)?.transposed
        case .matrix(let rows): return matrix(rows)
        case .applied(let function, let arguments): return applied(function, arguments)
        case .binary(let operation, let a, let b):
            guard let left = reckoned(a), let right = reckoned(b) else { return nil }
            return combined(operation, left, right)
        }
    }

    private func combined(_ operation: PrintedExpression.Operation, _ a: PrintedValue, _ b: PrintedValue) -> PrintedValue? {
        switch operation {
        case .plus: a.combined(b, spreads: false, +)
        case .minus: a.combined(b, spreads: false, -)
        case .entrywise: a.combined(b, spreads: true, *)
        case .times: a.product(b)
        case .divided: b.isNumber ? a.map { $0 / b.entries[0] } : nil
        case .power: a.isNumber && b.isNumber ? a.entries[0].power(b.entries[0]).map { PrintedValue($0) } : nil
        }
    }

    private func matrix(_ rows: [[PrintedExpression]]) -> PrintedValue? {
        let values = rows.map { row in row.compactMap { reckoned($0) } }
        guard zip(values, rows).allSatisfy({ $0.count == $1.count }), let width = rows.first?.count,
            rows.allSatisfy({ $0.count == width }), width > 0
        else { return nil }
        // A list of vectors is a matrix.
        if rows.count == 1, values[0].allSatisfy({ $0.isVector && $0.entries.count == values[0][0].entries.count }) {
            return PrintedValue(rows: width, columns: values[0][0].entries.count, entries: values[0].flatMap(\.entries))
        }
        let numbers = values.flatMap { $0 }
        guard numbers.allSatisfy(\.isNumber) else { return nil }
        return PrintedValue(rows: rows.count, columns: width, entries: numbers.map { $0.entries[0] })
    }

    private func applied(_ function: PrintedFunction, _ arguments: [PrintedExpression]) -> PrintedValue? {
        let values = arguments.compactMap { reckoned($0) }
        guard values.count == arguments.count, let first = values.first else { return nil }
        switch function {
        case .logarithm: return applied(reading.logarithm, arguments)
        case .sigma: return applied(reading.sigma, arguments)
        case .softmax, .maximum, .minimum, .total, .average, .euclideanNorm, .sumNorm, .maximumNorm:
            guard let results = function(of: values.flatMap(\.entries)) else { return nil }
            if results.count == 1, function != .softmax { return PrintedValue(results[0]) }
            return values.count == 1
                ? PrintedValue(rows: first.rows, columns: first.columns, entries: results)
                : PrintedValue(rows: 1, columns: results.count, entries: results)
        default: return values.count == 1 ? first.map { function($0) } : nil
        }
    }
}
