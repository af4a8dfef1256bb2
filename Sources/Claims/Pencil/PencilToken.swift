import Foundation

/// A mark of a calculation, and where it stands.
struct PencilToken: Hashable {
    enum Kind: Hashable {
        case number(WrittenNumber)
        case plus, minus, times, divided, power
        case opening, closing
        /// `\frac`: its two arguments follow in braces.
        case fraction
        case function(PencilFunction)
        case equals, about
        /// Where a line ends; what follows may go on with the calculation.
        case lineBreak
        /// Where one calculation ends and another may begin.
        case end
        /// Anything that is no number and no operation.
        case unknown
    }

    var kind: Kind
    var piece: Int
    var offset: Int
}

/// Functions that a reader with a pocket calculator can follow.
enum PencilFunction: String, CaseIterable {
    case squareRoot = "sqrt"
    case logarithm = "ln"
    case exponential = "exp"
    case hyperbolicTangent = "tanh"
    case sigmoid = "sigma"

    func callAsFunction(_ x: Double) -> Double {
        switch self {
        case .squareRoot: x.squareRoot()
        case .logarithm: log(x)
        case .exponential: exp(x)
        case .hyperbolicTangent: tanh(x)
        case .sigmoid: 1 / (1 + exp(-x))
        }
    }
}
