import Claims
import Foundation

/// What a wrong number looks like beside the right one.
enum Slip: Hashable, Sendable {
    case sign, swappedDigits, oneDigit, missingDigit, extraDigit, decimalPoint, twice, half

    /// How the printed number differs from the right value; nil where it looks like none of these.
    init?(printed: WrittenNumber, right: Double) {
        guard let written = printed.correction(for: right) else { return nil }
        let (a, b) = (Self.digits(printed.text), Self.digits(written))
        if printed.value != 0, Self.isNear(printed, -right) {
            self = .sign
        } else if a.count == b.count, Self.isSwap(a, b) {
            self = .swappedDigits
        } else if a.count == b.count, zip(a, b).count(where: { $0 != $1 }) == 1 {
            self = .oneDigit
        } else if Self.isNear(printed, right * 2) {
            self = .twice
        } else if Self.isNear(printed, right / 2) {
            self = .half
        } else if Self.isShifted(printed, right) {
            self = .decimalPoint
        } else if let longer = Self.longer(printed, right), Self.isLess(a, longer) {
            self = .missingDigit
        } else if a.count > 3, Self.isExtra(a, printed, right) {
            self = .extraDigit
        } else {
            return nil
        }
    }

    /// Whether it is one finger's slip: such a number was meant to be the right one.
    var isTyping: Bool {
        switch self {
        case .swappedDigits, .oneDigit, .missingDigit, .extraDigit: true
        default: false
        }
    }

    var words: String {
        switch self {
        case .sign: "the sign is the other one"
        case .swappedDigits: "two digits are swapped"
        case .oneDigit: "one digit differs"
        case .missingDigit: "a digit is missing"
        case .extraDigit: "there is a digit too many"
        case .decimalPoint: "the decimal point stands elsewhere"
        case .twice: "it is twice the right value"
        case .half: "it is half the right value"
        }
    }

    private static func digits(_ text: String) -> [UInt8] { text.utf8.filter(\.isDigit) }

    private static func isNear(_ number: WrittenNumber, _ value: Double) -> Bool {
        abs(number.value - value) <= number.unit / 2 * (1 + 1e-9)
    }

    private static func isSwap(_ a: [UInt8], _ b: [UInt8]) -> Bool {
        let places = a.indices.filter { a[$0] != b[$0] }
        return places.count == 2 && places[1] == places[0] + 1 && a[places[0]] == b[places[1]] && a[places[1]] == b[places[0]]
    }

    private static func isShifted(_ number: WrittenNumber, _ value: Double) -> Bool {
        guard number.value != 0, value != 0 else { return false }
        let shift = log10(abs(number.value / value)).rounded()
        guard shift != 0, abs(shift) < 7 else { return false }
        return abs(number.value / pow(10, shift) - value) <= number.unit / pow(10, shift) / 2 * (1 + 1e-9)
    }

    /// The right value with one decimal more than was printed.
    private static func longer(_ number: WrittenNumber, _ value: Double) -> [UInt8]? {
        guard number.place < 0, number.exponent == .none, !number.isPercent else { return nil }
        return digits(String(format: "%.\(-number.place + 1)f", abs(value)))
    }

    /// Whether one digit taken out of `b` leaves `a`.
    private static func isLess(_ a: [UInt8], _ b: [UInt8]) -> Bool {
        guard b.count == a.count + 1, a.count >= 4 else { return false }
        let common = zip(a, b).prefix { $0 == $1 }.count
        return Array(a[common...]) == Array(b[(common + 1)...])
    }

    private static func isExtra(_ a: [UInt8], _ number: WrittenNumber, _ value: Double) -> Bool {
        guard number.place < -1, number.exponent == .none, !number.isPercent else { return false }
        let right = digits(String(format: "%.\(-number.place - 1)f", abs(value)))
        return isLess(right, a)
    }
}
