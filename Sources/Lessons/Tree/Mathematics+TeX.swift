extension Mathematics {
    /// Whether a number in it is verified.
    var hasClaim: Bool {
        parts.contains { if case .claim = $0 { true } else { false } }
    }

    /// The formula as its author wrote it, claims as their numbers and values as their expressions: for plain text.
    public var tex: String {
        parts.map { part in
            switch part {
            case .tex(let tex): tex
            case .claim(let claim): claim.shown
            case .value(let value): "\\value{\(value.expression)}"
            }
        }.joined()
    }
}
