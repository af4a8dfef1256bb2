/// The decimal digits of a number, and the one rule by which numbers are rounded everywhere.
///
/// The digits are the fewest that denote the number, and half a unit goes away from zero, as everybody rounds by hand: 0.125 is
/// 0.13 and 2.675 is 2.68, though its nearest double lies a little below.
struct DecimalDigits: Hashable, Sendable {
    /// From the first that isn't 0 to the last that isn't; none for 0.
    private(set) var digits: [UInt8]
    /// Where the point stands: so many digits are before it, and so many zeros follow it where this is negative.
    private(set) var point: Int

    /// The digits of a finite number without its sign.
    init(_ value: Double) {
        // Whole numbers have all their digits, also those that a shorter spelling would leave to a power of ten.
        let text = Int64(exactly: value).map { "\($0.magnitude)" } ?? "\(value.magnitude)"
        var digits: [UInt8] = []
        var point: Int?
        var power = 0
        var bytes = text.utf8[...]
        while let byte = bytes.popFirst() {
            switch byte {
            case UInt8(ascii: "."): point = digits.count
            case UInt8(ascii: "e"):
                power = Int(Substring(bytes)) ?? 0
                bytes = bytes.suffix(0)
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digits.append(byte - UInt8(ascii: "0"))
            default: break
            }
        }
        self.digits = digits
        self.point = (point ?? digits.count) + power
        trim()
    }

    var isZero: Bool { digits.isEmpty }

    /// Rounded to so many digits in all; none or fewer than none leave 0 or a 1 where the first of them would stand.
    func rounded(keeping count: Int) -> DecimalDigits {
        guard count < digits.count else { return self }
        var result = self
        let roundsUp = count >= 0 && digits[max(0, count)] >= 5
        result.digits = Array(digits.prefix(max(0, count)))
        if roundsUp { result.addUnit() }
        result.trim()
        return result
    }

    /// Rounded to so many digits after the point.
    func rounded(decimals: Int) -> DecimalDigits { rounded(keeping: point + decimals) }

    /// The digits before and after the point when it is moved to the left by `shift`, with zeros where there are no digits.
    func spelled(decimals: Int, shift: Int = 0) -> (whole: String, fraction: String) {
        let point = isZero ? 0 : point - shift
        func digit(_ place: Int) -> Character {
            digits.indices.contains(place) ? Character(Unicode.Scalar(UInt8(ascii: "0") + digits[place])) : "0"
        }
        let whole = point > 0 ? String((0..<point).map(digit)) : "0"
        return (whole, String((0..<max(0, decimals)).map { digit(point + $0) }))
    }

    /// One more in the last place.
    private mutating func addUnit() {
        guard let last = digits.indices.last else {
            digits = [1]
            point += 1
            return
        }
        for place in stride(from: last, through: 0, by: -1) {
            guard digits[place] == 9 else {
                digits[place] += 1
                return
            }
            digits[place] = 0
        }
        digits.insert(1, at: 0)
        point += 1
    }

    private mutating func trim() {
        while digits.last == 0 { digits.removeLast() }
        let zeros = digits.prefix { $0 == 0 }.count
        digits.removeFirst(zeros)
        point -= zeros
        if digits.isEmpty { point = 0 }
    }
}
