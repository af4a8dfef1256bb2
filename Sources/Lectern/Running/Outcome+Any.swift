import Derivations
import Exhibits
import Networks

/// A lesson's own type that stands for one number, so that it can be claimed and shown inline.
public protocol NumberConvertible {
    /// As a number.
    var numberValue: Double { get }
}

extension Outcome {
    /// What an expression of unknown type came to. A function that isn't called has no value.
    init(_ value: Any) {
        let quantity = Quantity(describing: value)
        // Swift has no other way to ask; what is a number or a list is none.
        if case .text = quantity, "\(type(of: value))".contains("->") {
            self.init(nil, failure: "it is a function and has no value yet: write its arguments in brackets behind it")
        } else {
            self.init(quantity, failure: nil, hints: [])
        }
    }
}

extension Quantity {
    /// Numbers as numbers, lists of numbers as vectors and matrices, deeper lists as what they are, everything else as the text
    /// `print` would show.
    init(describing value: Any) {
        switch value {
        case let number as Double: self = .number(number)
        case let number as any BinaryInteger: self = Int(exactly: number).map(Quantity.integer) ?? .text("\(number)")
        case let number as any BinaryFloatingPoint: self = .number(Double(number))
        case let flag as Bool: self = .boolean(flag)
        case let text as String: self = .text(text)
        case let scalar as Scalar: self = .number(scalar.value)
        case let parameter as Parameter: self = Quantity(parameter)
        case let number as any NumberConvertible: self = .number(number.numberValue)
        case let vector as [Double]: self = .vector(vector)
        case let matrix as [[Double]] where matrix.allSatisfy({ $0.count == matrix[0].count }): self = .matrix(matrix)
        default:
            let mirror = Mirror(reflecting: value)
            if mirror.displayStyle == .optional {
                self = mirror.children.first.map { Quantity(describing: $0.value) } ?? .text("nil")
            } else if let parts = Self.parts(of: value, mirror) {
                self = Self.list(parts) ?? .text("\(value)")
            } else {
                self = .text("\(value)")
            }
        }
    }

    /// A layer's numbers as they stand in it: a vector where there is one row, else a matrix.
    private init(_ parameter: Parameter) {
        let (rows, columns, values) = (parameter.rows, parameter.columns, parameter.values)
        guard rows > 1, columns > 0, values.count == rows * columns else {
            self = .vector(values)
            return
        }
        self = .matrix((0..<rows).map { Array(values[($0 * columns)..<(($0 + 1) * columns)]) })
    }

    /// What a list, a slice, a reversed list or a tuple holds, in order. A set and a dictionary have none.
    private static func parts(of value: Any, _ mirror: Mirror) -> [Any]? {
        // What has no value at all, as a call of `print`, is the tuple of nothing.
        if mirror.displayStyle == .tuple { return mirror.children.isEmpty ? nil : mirror.children.map(\.value) }
        if mirror.displayStyle == .set || mirror.displayStyle == .dictionary || value is any StringProtocol { return nil }
        guard let list = value as? any BidirectionalCollection else { return nil }
        func elements(_ list: some BidirectionalCollection) -> [Any] { list.map { $0 as Any } }
        return elements(list)
    }

    /// The parts as one list of numbers; `nil` when one of them is something else.
    private static func list(_ parts: [Any]) -> Quantity? {
        var trees: [NumberTree] = []
        for part in parts {
            guard let tree = Quantity(describing: part).tree else { return nil }
            trees.append(tree)
        }
        return Quantity(.list(trees))
    }
}
