import Derivations
import Exhibits

/// A lesson's own type that stands for one number, so that it can be claimed and shown inline.
public protocol NumberConvertible {
    var numberValue: Double { get }
}

extension Outcome {
    /// What an expression of unknown type came to.
    init(_ value: Any) {
        self.init(Quantity(describing: value), failure: nil, hints: [])
    }
}

extension Quantity {
    /// Numbers as numbers, lists of numbers as vectors and matrices, everything else as the text `print` would show.
    init(describing value: Any) {
        switch value {
        case let number as Double: self = .number(number)
        case let number as Float: self = .number(Double(number))
        case let number as any BinaryInteger: self = Int(exactly: number).map(Quantity.integer) ?? .text("\(number)")
        case let flag as Bool: self = .boolean(flag)
        case let text as String: self = .text(text)
        case let scalar as Scalar: self = .number(scalar.value)
        case let number as any NumberConvertible: self = .number(number.numberValue)
        case let vector as [Double]: self = .vector(vector)
        case let vector as [Float]: self = .vector(vector.map(Double.init))
        case let vector as [Scalar]: self = .vector(vector.map(\.value))
        case let vector as [Int]: self = .vector(vector.map(Double.init))
        case let vector as [any NumberConvertible]: self = .vector(vector.map(\.numberValue))
        case let matrix as [[Double]]: self = .matrix(matrix)
        default:
            let mirror = Mirror(reflecting: value)
            guard mirror.displayStyle == .optional else {
                self = .text("\(value)")
                return
            }
            self = mirror.children.first.map { Quantity(describing: $0.value) } ?? .text("nil")
        }
    }
}
