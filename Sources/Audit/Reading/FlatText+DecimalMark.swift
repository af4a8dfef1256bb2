import Exhibits

extension FlatText {
    /// A comma where more numbers have one than a point: 0,5 and 0{,}5. Lists such as [0,1] and groups such as 1{,}024 have none.
    var decimalMark: DecimalMark {
        var (points, commas) = (0, 0)
        for index in bytes.indices.dropFirst() where bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ",") {
            let isBraced = bytes[index - 1] == UInt8(ascii: "{")
            let whole = digits(before: isBraced ? index - 1 : index)
            guard !whole.isEmpty else { continue }
            let next = index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "}") ? index + 2 : index + 1
            guard next < bytes.count, bytes[next].isDigit else { continue }
            let fraction = bytes[next...].prefix(while: \.isDigit)
            if bytes[index] == UInt8(ascii: ".") {
                points += 1
            } else if next > index + 1 ? fraction.count != 3 || isZero(whole) : isDecimal(whole, fraction) {
                commas += 1
            }
        }
        return commas > points ? .comma : .point
    }

    /// The digits right before a place.
    private func digits(before end: Int) -> Range<Int> {
        var start = end
        while start > 0, bytes[start - 1].isDigit { start -= 1 }
        return start..<end
    }

    private func isZero(_ whole: Range<Int>) -> Bool { whole.count == 1 && bytes[whole.lowerBound] == UInt8(ascii: "0") }

    /// Whether a comma between digits makes a decimal, and neither a list nor a group of thousands.
    private func isDecimal(_ whole: Range<Int>, _ fraction: ArraySlice<UInt8>) -> Bool {
        let before = whole.lowerBound > 0 ? bytes[whole.lowerBound - 1] : 0x20
        let behind = fraction.endIndex < bytes.count ? bytes[fraction.endIndex] : 0x20
        if before == UInt8(ascii: ",") || behind == UInt8(ascii: ",") { return false }
        if "([{".utf8.contains(before), ")]}\\;".utf8.contains(behind) { return false }
        return isZero(whole) || (fraction.count != 3 && whole.count <= 3 && !before.isLetter && before != UInt8(ascii: "_"))
    }
}
