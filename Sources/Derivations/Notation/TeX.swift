import Exhibits

/// Mathematics as it is put together: TeX, how wide it is when it is set, and where a line of it may end.
///
/// Nothing that was built is read again: whoever joins two parts says what stands between them.
struct TeX: Hashable, Sendable {
    /// What a new line may begin with: a relation, or a further term of a sum.
    enum Opening: Hashable, Sendable { case relation, term }

    struct Piece: Hashable, Sendable {
        var opening: Opening?
        var tex: String
        var width: Double
    }

    /// A line may end before each piece but the first.
    private(set) var pieces: [Piece]
    /// Whether it begins with a parenthesis: a factor right before it needs no sign.
    private(set) var opensBracket = false
    /// Whether it has a superscript, to which TeX can't add another.
    private(set) var isRaised = false

    init(_ tex: String, width: Double) { pieces = [Piece(opening: nil, tex: tex, width: width)] }

    var text: String { pieces.map(\.tex).joined(separator: " ") }

    /// In letters of text.
    var width: Double { pieces.reduce(0) { $0 + $1.width } }

    /// The same in one piece: inside brackets, fractions and products no line ends.
    var closed: TeX {
        var closed = TeX(text, width: width)
        (closed.opensBracket, closed.isRaised) = (opensBracket, isRaised)
        return closed
    }

    // MARK: joining

    /// `self` and `other` side by side with a sign between them, such as ` * `.
    func joined(_ other: TeX, by sign: TeX.Sign) -> TeX {
        var result = TeX(text + sign.tex + other.text, width: width + sign.width + other.width)
        (result.opensBracket, result.isRaised) = (opensBracket, isRaised || other.isRaised)
        return result
    }

    func plus(_ term: TeX) -> TeX { appending(term, after: Sign("+", width: 2), .term) }
    func minus(_ term: TeX) -> TeX { appending(term, after: Sign("-", width: 1), .term) }
    func related(_ relation: Relation, _ side: TeX) -> TeX {
        appending(side, after: Sign(relation.tex, width: 2), .relation)
    }

    private func appending(_ other: TeX, after sign: Sign, _ opening: Opening) -> TeX {
        var result = self
        for (index, piece) in other.pieces.enumerated() {
            result.pieces.append(
                index > 0
                    ? piece : Piece(opening: opening, tex: "\(sign.tex) \(piece.tex)", width: sign.width + piece.width))
        }
        result.isRaised = isRaised || other.isRaised
        return result
    }

    /// What stands between two factors.
    struct Sign: Hashable, Sendable {
        var tex: String
        var width: Double

        init(_ tex: String, width: Double) {
            self.tex = tex
            self.width = width
        }
    }

    // MARK: enclosing

    var inParentheses: TeX {
        var result = TeX("(\(text))", width: width + 2)
        result.opensBracket = true
        return result
    }

    func inParentheses(if needed: Bool) -> TeX { needed ? inParentheses : self }

    var negated: TeX {
        var result = closed.enclosed("-", "", width: 1)
        result.isRaised = isRaised
        return result
    }

    /// Between two pieces of TeX that are `width` wide together.
    func enclosed(_ before: String, _ after: String, width extra: Double) -> TeX {
        TeX(before + text + after, width: width + extra)
    }

    static func fraction(_ top: TeX, _ bottom: TeX) -> TeX {
        TeX("\\frac{\(top.text)}{\(bottom.text)}", width: max(top.width, bottom.width) + 0.5)
    }

    /// - Parameter isBraced: Not needed for a power of one letter.
    func raised(to power: TeX, isBraced: Bool = true) -> TeX {
        var result = TeX(
            isBraced ? "\(text)^{\(power.text)}" : "\(text)^\(power.text)", width: width + 0.7 * power.width)
        (result.opensBracket, result.isRaised) = (opensBracket, true)
        return result
    }

    /// Terms joined by plus signs.
    static func sum(_ terms: [TeX]) -> TeX {
        guard let first = terms.first else { return TeX("0", width: 1) }
        return terms.dropFirst().reduce(first) { $0.plus($1) }
    }

    /// Arguments with commas between them.
    static func list(_ arguments: [TeX]) -> TeX {
        guard let first = arguments.first else { return TeX("", width: 0) }
        return arguments.dropFirst().reduce(first) { $0.joined($1, by: Sign(",\\, ", width: 1.3)) }
    }

    static let dots = TeX("\\cdots", width: 3)
    static let lowDots = TeX("\\ldots", width: 3)
}

extension TeX {
    /// A number as it is printed.
    init(_ number: PrintedNumber) {
        let power = number.exponent.map { 4 + 0.7 * Double("\($0)".count) } ?? 0
        self.init(number.tex, width: Double(number.width) + (number.isNegative ? 1 : 0) + power)
        isRaised = number.exponent != nil
    }

    /// A name, which comes with its own TeX.
    init(name tex: String) {
        self.init(tex, width: NameWidth.width(of: tex))
        isRaised = tex.contains("^")
    }
}

/// How the two sides of a printed line compare.
enum Relation: Hashable, Sendable {
    case equal
    /// What the operands as printed give isn't the result to its last digit.
    case approximately

    var tex: String { self == .equal ? "=" : "\\approx" }
}
