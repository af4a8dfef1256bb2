import Claims

/// A number by its digits, whatever its sign: by this, a number is known again where it is used.
struct NumberKey: Hashable {
    var value: Double
    var place: Int

    init(_ number: WrittenNumber) {
        value = abs(number.value)
        place = number.place
    }
}

/// What the notes say of where a number comes from.
enum NumberSource {
    /// A weight, an input, a rate, a constant: exactly what is written.
    case given
    /// The result of a calculation of these notes, rounded to its digits.
    case result
    /// It could be either.
    case unsure
}

/// Where the numbers of the notes come from, by their digits.
struct NumberSources {
    private var given: Set<NumberKey> = []
    private var rounded: Set<NumberKey> = []
    /// Results with digits enough to know them again by.
    private(set) var results: [WrittenNumber] = []
    private var known: Set<NumberKey> = []
    /// Between which numbers a result lay before it was rounded, where its own calculation tells; nil where one doesn't.
    private var reckoned: [NumberKey: Interval?] = [:]
    /// The fewest decimals with which these notes print a rounded result.
    private var habit = Int.max

    mutating func addGiven(_ number: WrittenNumber) { given.insert(NumberKey(number)) }

    /// - Parameter isPlain: whether it is its calculation's value rounded, and shows with how many digits these notes round.
    mutating func addRounded(_ number: WrittenNumber, isPlain: Bool, unless isEven: Bool = false) {
        if number.digitsThatSay >= 5, known.insert(NumberKey(number)).inserted { results.append(number.positive) }
        if isEven { return }
        rounded.insert(NumberKey(number))
        if isPlain, number.place < 0 { habit = min(habit, -number.place) }
    }

    /// What a rounded result is known to have been: its author went on with a number between what is printed and what its
    /// calculation gives. Of equal digits from several calculations it may have been any.
    mutating func narrow(_ number: WrittenNumber, to value: Interval?) {
        let key = NumberKey(number)
        let printed = Interval(decimal: key.value)
        let allowed = Interval(rounded: number.positive)
        var own: Interval?
        if let value {
            let size = number.value < 0 ? -value : value
            if size.low >= allowed.low, size.high <= allowed.high { own = printed.joined(size) }
        }
        if let before = reckoned[key] {
            reckoned[key] = .some(before.flatMap { old in own.map { old.joined($0) } })
        } else {
            reckoned[key] = .some(own)
        }
    }

    /// Whole numbers are exact unless they were printed as a rounded result. A number of unknown origin with as many decimals as
    /// rounded results have may be one that was printed where nobody can see it, in a figure or an output.
    func source(of number: WrittenNumber) -> NumberSource {
        if number.isContinued { return .result }
        let key = NumberKey(number)
        if rounded.contains(key) { return given.contains(key) ? .unsure : .result }
        if given.contains(key) || number.place >= 0 { return .given }
        return habit != .max && -number.place >= habit ? .unsure : .given
    }

    /// What an operand stands for.
    func interval(of number: WrittenNumber, widening: Widening) -> Interval {
        let widens: Bool =
            switch (source(of: number), widening) {
            case (.result, .results), (.result, .everythingUnsure), (.unsure, .everythingUnsure): true
            case (_, .everythingBroken): number.place < 0
            default: false
            }
        guard widens else { return Interval(decimal: number.value) }
        if case .result = source(of: number), let known = reckoned[NumberKey(number)], let known {
            return number.value < 0 ? -known : known
        }
        return Interval(rounded: number)
    }
}

extension WrittenNumber {
    /// The same without its sign.
    fileprivate var positive: WrittenNumber {
        var number = self
        number.value = abs(value)
        if number.text.hasPrefix("-") { number.text.removeFirst() }
        return number
    }
}

/// Which operands stand for all numbers that round to their digits.
///
/// - `everythingBroken`: all that have a decimal mark, whatever the notes say of them.
enum Widening: CaseIterable {
    case none, results, everythingUnsure, everythingBroken
}
