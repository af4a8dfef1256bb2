extension Division {
    /// What it is worth, where its author says so.
    public var points: Double? { Points(self)?.value }
}

/// What an exercise, a part or a blank is worth: `points=2`, `points=0.5`.
struct Points {
    let value: Double

    /// `nil` when nothing is said, or nothing that is a number of points.
    init?(_ division: Division) {
        guard let text = division.attributes["points"] else { return nil }
        self.init(text)
    }

    /// `nil` for what isn't a number from 0 to 1000.
    init?(_ text: String) {
        guard text.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }), let value = Double(text), value <= 1000 else {
            return nil
        }
        self.value = value
    }
}
