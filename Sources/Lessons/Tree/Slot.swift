import Exhibits

/// An expression in the text of a lesson whose outcome the run reports: an inline value or a claim.
public enum Slot: Hashable, Sendable {
    case value(InlineValue)
    case claim(Claim)

    /// The key of its outcome in a transcript.
    public var number: Int {
        switch self {
        case .value(let value): value.slot
        case .claim(let claim): claim.slot
        }
    }

    public var expression: String {
        switch self {
        case .value(let value): value.expression
        case .claim(let claim): claim.expression
        }
    }

    /// Where the expression begins.
    public var expressionPlace: Place {
        switch self {
        case .value(let value): value.place
        case .claim(let claim): claim.expressionPlace
        }
    }
}

/// What a lesson's program does, one after the other.
public enum Step: Hashable, Sendable {
    case cell(Cell)
    case slot(Slot)
}
