import Exhibits

extension ScalarFunction {
    /// The function's sign in TeX.
    var tex: String {
        switch self {
        case .sin: "\\sin"
        case .cos: "\\cos"
        case .tanh: "\\tanh"
        case .sigmoid: "\\sigma"
        case .hardSigmoid: "\\mathrm{hard\\,\\sigma}"
        default: TeXEscape.name(word)
        }
    }
}
