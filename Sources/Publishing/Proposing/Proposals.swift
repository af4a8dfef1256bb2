import Audit
import Claims
import Exhibits
import Lessons

/// Claims for the numbers of a lesson that nothing holds yet to what is computed.
public struct Proposals: Sendable {
    /// A number that could be claimed, but not without doubt.
    public struct Doubtful: Hashable, Sendable {
        public var text: String
        public var place: Place
        /// Expressions that give this number.
        public var expressions: [String]
        public var reason: String
        /// The number in the text; nil for one that no claim of these would be true of.
        var numeral: Numeral?

        /// The claim that an author chooses for it.
        fileprivate func claim(choosing index: Int) -> Fix? {
            guard let numeral, expressions.indices.contains(index) else { return nil }
            return Proposals.claim(expressions[index], for: numeral)
        }
    }

    /// The claims to be written, as repairs of the file.
    public private(set) var fixes: [Fix] = []
    public private(set) var doubtful: [Doubtful] = []

    /// None.
    public init() {}

    /// - Parameters:
    ///   - quantities: what the lesson's constants hold, by the expressions that reach them.
    ///   - constants: the lesson's constants, each with the line from which the text may speak of it.
    ///   - names: what the text calls its numbers.
    init(
        for lesson: Lesson, source: [UInt8], quantities: [NamedNumber], constants: [String: Place], names: NamesBeside
    ) {
        let mark = DecimalMark(language: lesson.frontMatter.lang)
        let numerals = UnclaimedNumbers.joined(
            lesson.numerals.filter { $0.place.file == lesson.file }, in: lesson.file, source: source, mark: mark)
        for numeral in numerals {
            guard let number = WrittenNumber(parsing: numeral.text, mark: mark) else { continue }
            let known = quantities.filter { quantity in
                guard !quantity.isGiven, let defined = constants[quantity.constant] else { return false }
                return defined.file == numeral.place.file && defined.line <= numeral.place.line
            }
            let groups = Self.groups(known.filter { number.verdict(for: $0.value) == .exact })
            let digits = Self.significantDigits(of: numeral.text, mark: mark)
            if groups.isEmpty, digits > 2, let near = Self.swapped(number, in: known) { doubtful.append(near.at(numeral)) }
            guard !groups.isEmpty, digits > 1 else { continue }
            func doubt(_ reason: String) {
                doubtful.append(
                    Doubtful(
                        text: numeral.text, place: numeral.place, expressions: groups.map { $0[0].expression },
                        reason: reason, numeral: numeral))
            }
            let needed = known.count <= 150 ? 3 : known.count <= 3000 ? 4 : 5
            let tie = names.tie(of: numeral)
            if let tie, tie.isDeltaOfOutput {
                doubt("the text calls it \(tie.name), which mostly means the gradient by the weighted sum")
            } else if let tie, tie.verdict == .wrong {
                doubt("the text calls it \(tie.name), and \(tie.expression) is \(number.computedText(tie.value))")
            } else if let tie, let named = groups.joined().first(where: { $0.expression == tie.expression }) {
                fixes.append(Self.claim(named.expression, for: numeral))
            } else if groups.count == 1, digits >= needed {
                fixes.append(Self.claim(groups[0][0].expression, for: numeral))
            } else {
                doubt(groups.count > 1 ? "several quantities round to it" : "too few digits to be sure")
            }
        }
    }

    /// Only what is named: proposals by line or place, doubtful ones with the expression that is chosen.
    ///
    /// - Throws: `AcceptanceError` for a place where nothing is proposed, and for a doubtful one without a choice.
    mutating func keep(_ accepted: [Acceptance]) throws {
        var kept: [Fix] = []
        for acceptance in accepted {
            let own = fixes.filter { acceptance.covers($0.place) }
            let open = doubtful.filter { acceptance.covers($0.place) }
            if let choice = acceptance.choice {
                guard open.count == 1, let claim = open[0].claim(choosing: choice - 1) else {
                    throw AcceptanceError(
                        "\(acceptance) chooses nothing: no one doubtful number stands there that so many expressions give")
                }
                kept.append(claim)
            } else if own.isEmpty {
                throw AcceptanceError(
                    open.isEmpty
                        ? "nothing is proposed at \(acceptance)"
                        : "the number at \(acceptance) is doubtful: choose one of its expressions, as in \(acceptance)=1")
            } else {
                kept += own
            }
        }
        fixes = kept.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// Only those that are claims once they are written: a number inside a link, for one, can't be.
    mutating func keepThose(where isClaim: (Fix) -> Bool) {
        let refused = fixes.filter { !isClaim($0) }
        fixes.removeAll(where: refused.contains)
        doubtful += refused.map {
            Doubtful(text: $0.old, place: $0.place, expressions: [$0.new], reason: "a claim can't stand here")
        }
        doubtful.sort { $0.place < $1.place }
    }

    /// A quantity that a number differs from by two neighbouring digits that changed places.
    private struct Near {
        var quantity: NamedNumber
        var right: String

        func at(_ numeral: Numeral) -> Doubtful {
            Doubtful(
                text: numeral.text, place: numeral.place, expressions: [quantity.expression],
                reason: "differs from \(quantity.expression) = \(right) by swapped digits")
        }
    }

    private static func swapped(_ number: WrittenNumber, in known: [NamedNumber]) -> Near? {
        guard number.exponent == .none, !number.isPercent, !number.isFraction, number.place < 0 else { return nil }
        let format = NumberFormat.decimals(-number.place)
        let written = Array(format.text(abs(number.value)).utf8)
        let found = known.compactMap { quantity -> Near? in
            guard quantity.value.isFinite, (quantity.value < 0) == (number.value < 0) else { return nil }
            let right = format.text(abs(quantity.value))
            let digits = Array(right.utf8)
            guard digits.count == written.count else { return nil }
            let differing = digits.indices.filter { digits[$0] != written[$0] }
            guard differing.count == 2, differing[1] == differing[0] + 1, digits[differing[0]] == written[differing[1]],
                digits[differing[1]] == written[differing[0]]
            else { return nil }
            return Near(quantity: quantity, right: right)
        }
        // Several are no sign of a slip.
        return Set(found.map(\.right)).count == 1 ? found.first : nil
    }

    /// Quantities with one value together, the plainest expression first.
    private static func groups(_ fitting: [NamedNumber]) -> [[NamedNumber]] {
        var groups: [[NamedNumber]] = []
        for quantity in fitting {
            let place = groups.firstIndex { group in
                let (a, b) = (group[0].value, quantity.value)
                return a == b || abs(a - b) <= 1e-12 * max(abs(a), abs(b))
            }
            if let place { groups[place].append(quantity) } else { groups.append([quantity]) }
        }
        return groups.map { group in
            // A stable sort by hand: what comes first in the lesson wins among equals.
            group.enumerated().sorted {
                (plainness($0.element.expression), $0.offset) < (plainness($1.element.expression), $1.offset)
            }.map(\.element)
        }
    }

    /// A name says most, then what is looked up in a constant, then a derivative.
    private static func plainness(_ expression: String) -> Int {
        if !expression.utf8.contains(where: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "[") }) { return 0 }
        return expression.holds("partial") ? 3 : expression.holds("gradient") ? 2 : 1
    }

    /// How many digits say something: none of the zeros before the first other digit, nor those that fill up a whole number.
    private static func significantDigits(of text: String, mark: DecimalMark) -> Int {
        let point: Character = mark == .comma ? "," : "."
        let mantissa = text.prefix { !"eE×·\\%".contains($0) }
        var digits = mantissa.filter { $0.isASCII && $0.isNumber }.drop { $0 == "0" }
        if !mantissa.contains(point) { while digits.last == "0" { digits.removeLast() } }
        return digits.count
    }

    fileprivate static func claim(_ expression: String, for numeral: Numeral) -> Fix {
        let isPlain = expression.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "." || $0 == "_") }
        let link = isPlain ? "[\(numeral.text)](claim:\(expression))" : "[\(numeral.text)](<claim: \(expression)>)"
        let text = numeral.isMathematics ? "\\claim{\(numeral.text)}{\(expression)}" : link
        return Fix(place: numeral.place, bytes: numeral.bytes, old: numeral.text, new: text)
    }
}

extension NamedNumber {
    /// An input or a target: text that states one claims nothing.
    fileprivate var isGiven: Bool {
        guard case .value(let identity)? = meaning else { return false }
        return identity.kinds.contains(.input) || identity.kinds.contains(.target)
    }
}
