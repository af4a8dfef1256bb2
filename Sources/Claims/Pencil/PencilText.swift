import Exhibits

/// A piece of an author's text in which a calculation may stand: a formula, running text, or a claimed number in either.
public struct PencilText: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        case formula
        case prose
        /// A claim, whose text is one number or nothing that can be reckoned with.
        case claim
    }

    public var kind: Kind
    public var text: String

    public init(_ kind: Kind, _ text: String) {
        self.kind = kind
        self.text = text
    }
}

/// A printed result that doesn't follow from the numbers printed before it.
public struct PencilMismatch: Hashable, Sendable {
    /// In which of the pieces the result stands, and how many bytes from its beginning.
    public var piece: Int
    public var offset: Int
    /// The result as printed.
    public var printed: String
    /// What the numbers before it give, with as many decimals.
    public var reckoned: String

    /// What is said to the author.
    public var message: String {
        "printed \(printed), but the numbers before it give \(reckoned) as they are printed; "
            + "write them with one digit more, or ≈ instead of ="
    }
}

/// The pencil test: every calculation in numbers, `0.0554 - 0.0190 = 0.0363`, is done again with the numbers as they are printed.
///
/// A result holds if what is reckoned rounds to its digits. Only results behind = are looked at, only against expressions that
/// are numbers and operations throughout, and a chain `a = b = c` is held to its result in all its parts. What has a letter, a
/// matrix or anything unknown in it is passed over; behind ≈ nothing is.
public func pencilMismatches(
    in pieces: [PencilText], under convention: Convention = Convention()
) -> [PencilMismatch] {
    var tokens: [PencilToken] = []
    for (index, piece) in pieces.enumerated() {
        var tokenizer = PencilTokenizer(piece, number: index, mark: DecimalMark(language: convention.language))
        tokens += tokenizer.tokens()
    }
    return PencilChain.chains(of: tokens).flatMap { $0.mismatches(under: convention) }
}
