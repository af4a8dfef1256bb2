import Claims
import Exhibits

/// A number of the notes and what became of it.
public struct AuditedNumber: Sendable {
    public enum Status: Sendable {
        /// A result that was done again.
        case checked(Judged)
        /// Enters a calculation whose result was done again.
        case operand
        /// Stated, not computed: a weight, an input, a rate.
        case given
        case unchecked(Reason)
    }

    /// What a result came to.
    public struct Judged: Sendable {
        public var verdict: Verdict
        /// As printed, with its sign.
        public var written: String
        /// The calculation beside it, as written.
        public var calculation: String
        /// What the calculation gives, to the digits that matter.
        public var computed: String
        /// The number as it should be written.
        public var correction: String?
        /// All values that the operands allow, where some of them were rounded: the least and the largest.
        public var range: (low: String, high: String)?
        var slip: Slip?
        /// Whether a wrong result would follow if all operands with a decimal mark were rounded.
        var followsIfRounded = false
        /// For a number put in by mistake: the one that was meant, and the result that follows with it.
        public var meant: (number: String, result: String)?
        /// How many other numbers of its calculation may be the one that was put in by mistake instead.
        public var meantElsewhere = 0
        /// The quantity that its name means, where a network was given.
        public var tie: Tie?
        /// Whether a number that its network doesn't give follows from the numbers beside it all the same.
        public var followsFromItsCalculation = false
        /// How far it is from a quantity that it isn't, in units of its last digit.
        var tieDistance: Double?

        /// Whether its last digit is one away from the right one.
        var isOffByOne: Bool {
            guard let correction, let right = WrittenNumber(parsing: correction), let own = WrittenNumber(parsing: written)
            else {
                return false
            }
            return right.place == own.place && abs(right.value - own.value) < 1.5 * own.unit
        }

        /// The same, followed from numbers that show fewer digits than they have.
        var excused: Judged {
            var judged = self
            (judged.verdict, judged.correction, judged.range, judged.slip) = (.roundingPath, nil, nil, nil)
            return judged
        }

        /// What the number looks like beside the right one: a swap, a sign, a digit.
        public var slipWords: String? { slip?.words }
    }

    /// Why a number wasn't checked.
    public enum Reason: Hashable, Sendable {
        /// Nothing is computed beside it.
        case noCalculation
        /// A calculation without a result.
        case noResult
        /// A name in the calculation has no value in the notes, or several.
        case unknownName(String)
        case unreadMark(String)
        /// It would follow if an operand whose origin isn't known were rounded.
        case roundedOperand
        /// Written with ≈ and too few digits to tell.
        case rough
        /// Its calculation is in names alone, which may mean something else here.
        case otherMeaning
        /// A word behind it may be its unit.
        case unit
        /// A whole number beside a broken value: a count, a division of whole numbers.
        case whole
        /// Marked as known by the author.
        case silenced(String)
        /// Several quantities fit its name, and it is none of them.
        case severalQuantities
        /// It isn't the quantity of its name, and may be meant for another example or step.
        case otherContext

        public var words: String {
            switch self {
            case .noCalculation: "no calculation stands beside them"
            case .noResult: "they stand in calculations without a result"
            case .unknownName: "a name in the calculation has no one value in the notes"
            case .unreadMark: "something in the calculation isn't read"
            case .roundedOperand: "they follow only if an operand was rounded, and nobody can see whether it was"
            case .rough: "they are meant roughly"
            case .otherMeaning: "names or = may mean something else there"
            case .unit: "a word behind them may be a unit"
            case .whole: "they are whole where the calculation isn't"
            case .severalQuantities: "their names fit several quantities, and they are none of these"
            case .otherContext: "they aren't the quantity of their name, and may speak of another example or step"
            case .silenced: "the notes say that they are meant so"
            }
        }
    }

    public var text: String
    public var place: Place
    /// How many bytes of the file it takes, and where they begin.
    public var bytes: Range<Int>
    public var file: Int
    public var status: Status
    /// For a notebook: `cell 3, line 2`.
    public var cell: String?
    var position: Int
}
