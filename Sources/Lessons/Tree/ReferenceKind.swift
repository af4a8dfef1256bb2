/// What a label names, as the letters before its first hyphen say: `fig-losses` is a figure.
public enum ReferenceKind: String, Codable, Hashable, Sendable, CaseIterable {
    case figure = "fig"
    case table = "tbl"
    case equation = "eq"
    case section = "sec"
    case exercise = "exr"
    case solution = "sol"
    case listing = "lst"
    case theorem = "thm"
    case definition = "def"
    case example = "exm"
    case term = "trm"

    /// `nil` when the label doesn't begin with a kind and a hyphen.
    public init?(label: String) {
        guard let hyphen = label.firstIndex(of: "-"), label.index(after: hyphen) < label.endIndex else { return nil }
        self.init(rawValue: String(label[..<hyphen]))
    }
}
