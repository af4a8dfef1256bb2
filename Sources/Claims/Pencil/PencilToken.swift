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

    var printed: PrintedFunction {
        switch self {
        case .squareRoot: .squareRoot
        case .logarithm: .naturalLogarithm
        case .exponential: .exponential
        case .hyperbolicTangent: .hyperbolicTangent
        case .sigmoid: .sigmoid
        }
    }
}
