/// How a name is typeset: letter and indices, and apart from them what stands raised behind, since TeX knows one superscript only.
struct TeXName: Hashable, Sendable, ExpressibleByStringInterpolation {
    /// Letter and subscripts: `w_{11}`.
    let stem: String
    /// Layer, time, sample, step, one after the other: `(2)`, `[3]`, `+`.
    let raised: String

    init(_ stem: String, raised: String = "") {
        self.stem = stem
        self.raised = raised
    }

    init(stringLiteral stem: String) { self.init(stem) }

    /// `w_{11}^{(2)}`.
    var tex: String {
        switch raised.count {
        case 0: stem
        case 1: "\(stem)^\(raised)"
        default: "\(stem)^{\(raised)}"
        }
    }

    /// The same with one mark more in its superscript.
    func marked(_ mark: String) -> TeXName { TeXName(stem, raised: raised + mark) }
}
