import Exhibits

/// Something libcmark must not see. A marker stands in its place while libcmark reads, and leads back to it afterwards.
struct Lifted {
    enum Content {
        case mathematics(Mathematics)
        case value(InlineValue)
        case claim(Claim)
        case blank(Blank)
        case reference(String, at: Place)
        case footnote(String, at: Place)
        case citation(Citation)
        case attributes(Attributes, at: Place)
        /// Both ends of a bracketed span carry the same marker.
        case span(Attributes)
        case mark(TextMark, isOpening: Bool)
        case divisionStart(Attributes, at: Place)
        case divisionEnd(at: Place)
        case footnoteStart(String, at: Place)
        case footnoteEnd
        /// Between the cells of a table, and before its first one.
        case table(number: Int)
        /// At the head of each cell's text.
        case tableCell
        case tableEnd
    }

    var content: Content
    /// What was written, for the case that the marker turns up where it means nothing, as in an address.
    var source: String
}

extension Lifted.Content {
    /// Whether it is a part of a table's frame.
    var isTable: Bool {
        switch self {
        case .table, .tableEnd: true
        default: false
        }
    }
}
