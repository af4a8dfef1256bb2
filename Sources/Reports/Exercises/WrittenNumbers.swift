/// The numbers in any text: digits with a point or a comma, and a power of ten.
enum WrittenNumbers {
    struct Number {
        var value: Double
        /// One unit of its last digit.
        var unit: Double
        /// How many digits it has, without zeros at its beginning.
        var digits: Int
        var position: Int
    }

    /// - Parameter found: told each number; a comma between digits may be a decimal mark or stand between two numbers, so both are.
    static func search(_ bytes: [UInt8], found: (Number) -> Void) {
        var position = 0
        while position < bytes.count {
            let byte = bytes[position]
            let opens = isDigit(byte) || byte == point && position + 1 < bytes.count && isDigit(bytes[position + 1])
            guard opens else {
                position += 1
                continue
            }
            let whole = digits(bytes, position)
            let mark = whole.endIndex
            var end = mark
            if mark + 1 < bytes.count, bytes[mark] == point || bytes[mark] == comma, isDigit(bytes[mark + 1]) {
                let fraction = digits(bytes, mark + 1)
                if let number = number(bytes, position, whole, fraction, end: fraction.endIndex) { found(number) }
                // Behind a comma another number may begin.
                if bytes[mark] == point { end = fraction.endIndex }
            }
            if end == mark, let number = number(bytes, position, whole, [], end: mark) { found(number) }
            position = max(end, position + 1)
        }
    }

    private static func number(
        _ bytes: [UInt8], _ start: Int, _ whole: ArraySlice<UInt8>, _ fraction: ArraySlice<UInt8>, end: Int
    ) -> Number? {
        let significant = (whole + fraction).drop { $0 == zero }
        guard significant.count >= LeakNeedles.fewestDigits, significant.count <= 30 else { return nil }
        var exponent = 0
        if end < bytes.count, bytes[end] | 0x20 == UInt8(ascii: "e") {
            let sign = end + 1 < bytes.count && "+-".utf8.contains(bytes[end + 1]) ? 1 : 0
            let power = digits(bytes, end + 1 + sign)
            if power.count > 0, power.count <= 3, let size = Int(String(decoding: power, as: UTF8.self)) {
                exponent = sign == 1 && bytes[end + 1] == UInt8(ascii: "-") ? -size : size
            } else {
                return nil
            }
        } else if end < bytes.count, isLetter(bytes[end]) || bytes[end] == UInt8(ascii: "%") {
            // A length of a style sheet, a command of a path, a part of a name.
            return nil
        }
        let text = String(decoding: whole, as: UTF8.self) + "." + String(decoding: fraction, as: UTF8.self) + "0e\(exponent)"
        guard let value = Double("0" + text), value.isFinite, let unit = Double("1e\(exponent - fraction.count)") else {
            return nil
        }
        return Number(value: value, unit: unit, digits: significant.count, position: start)
    }

    private static func digits(_ bytes: [UInt8], _ start: Int) -> ArraySlice<UInt8> {
        start <= bytes.count ? bytes[start...].prefix(while: isDigit) : []
    }

    private static let point = UInt8(ascii: ".")
    private static let comma = UInt8(ascii: ",")
    private static let zero = UInt8(ascii: "0")
    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }
}
