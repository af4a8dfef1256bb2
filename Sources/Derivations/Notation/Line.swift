import Exhibits

/// One line of mathematics in a derivation, aligned before its first relation, with what it says in numbers.
struct Line: Sendable {
    /// What stands before the first relation, or nothing where the line goes on from the one before.
    private var start: String
    private var startWidth: Double
    private var body: TeX
    /// The equalities of the line that a reader can do again.
    var worked: [Worked] = []

    /// `left = body`, the left side being that of the line before if none is given.
    init(_ left: TeX? = nil, _ relation: Relation = .equal, _ body: TeX, _ worked: Worked? = nil) {
        start = (left.map { "\($0.text) " } ?? "") + "&\(relation.tex) "
        startWidth = (left?.width ?? 0) + 2
        self.body = body
        self.worked = [worked].compactMap(\.self)
    }

    /// Further terms of the sum on the line before.
    init(continuing body: TeX) {
        start = "&\\quad + "
        startWidth = 3
        self.body = body
    }

    /// A line of its own that isn't aligned with anything: its width is what it is.
    mutating func append(_ relation: Relation, _ side: TeX, _ worked: Worked? = nil) {
        body = body.related(relation, side)
        self.worked += [worked].compactMap(\.self)
    }

    /// How many letters of text fit on one line of a page, about.
    static let longest = 58.0

    /// The line in pieces that fit: ended before a relation or, within a sum, before a further term, and aligned behind the
    /// first relation.
    func tex(longest: Double = longest) -> [String] {
        var lines: [String] = []
        var (current, width) = (start, startWidth)
        for (index, piece) in body.pieces.enumerated() {
            if index == 0 || startWidth + body.width <= longest || width + piece.width <= longest {
                current += (index == 0 ? "" : " ") + piece.tex
                width += piece.width
            } else {
                lines.append(current)
                current = (piece.opening == .relation ? "&" : "&\\quad ") + piece.tex
                width = piece.width + (piece.opening == .relation ? 0 : 1)
            }
        }
        return lines + [current]
    }
}

/// A step of a derivation before it is set: a sentence and its lines.
struct Step {
    var explanation: String
    var lines: [Line]

    init(_ explanation: String, _ lines: [Line]) {
        self.explanation = explanation
        self.lines = lines
    }

    var set: Working.Step { Working.Step(explanation, lines.flatMap { $0.tex() }) }
}
