import Claims
import Exhibits
import Lessons

/// The numbers of a lesson that no claim covers, as the page's language writes them.
enum UnclaimedNumbers {
    /// Those that may be results: not whole numbers up to 20, which count things, nor years, nor parts of `2-3-1` and `28 × 28`,
    /// nor numbers of sections.
    static func results(_ numerals: [Numeral], in file: String, source: [UInt8], mark: DecimalMark) -> [Numeral] {
        joined(numerals, in: file, source: source, mark: mark).filter { numeral in
            guard let number = WrittenNumber(parsing: numeral.text, mark: mark) else { return true }
            let isWhole = number.place >= 0 && number.exponent == .none && !number.isPercent
            if isWhole, abs(number.value) <= 20 || (1900...2099).contains(number.value) { return false }
            guard numeral.place.file == file, numeral.bytes.upperBound <= source.count else { return true }
            return !(isWhole && isSize(numeral.bytes, source)) && !isSectionNumber(numeral.bytes, source)
        }
    }

    private static let sizeBefore = Pattern(/[0-9]\s?(?:[-–×x]|\\times)\s?$/)

    private static let sizeBehind = Pattern(/^\s?(?:[-–×x]|\\times)\s?[0-9]/)

    /// Whether a dash or a times sign ties a number to another one: `784-30-10`, `28 × 28`, `28x28`.
    private static func isSize(_ bytes: Range<Int>, _ source: [UInt8]) -> Bool {
        let before = String(decoding: source[max(0, bytes.lowerBound - 10)..<bytes.lowerBound], as: UTF8.self)
        let behind = String(decoding: source[bytes.upperBound..<min(source.count, bytes.upperBound + 10)], as: UTF8.self)
        return before.contains(Self.sizeBefore.regex) || behind.contains(Self.sizeBehind.regex)
    }

    /// Whether a heading begins with it.
    private static func isSectionNumber(_ bytes: Range<Int>, _ source: [UInt8]) -> Bool {
        let line = source[..<bytes.lowerBound].suffix(12).split(separator: 0x0A, omittingEmptySubsequences: false).last ?? []
        return line.first == UInt8(ascii: "#") && line.allSatisfy { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: " ") }
    }

    /// Numbers as found, put together again where a decimal comma had parted them; `source` are the bytes of `file`.
    static func joined(_ numerals: [Numeral], in file: String, source: [UInt8], mark: DecimalMark) -> [Numeral] {
        guard mark == .comma else { return numerals }
        var joined: [Numeral] = []
        for numeral in numerals {
            if let last = joined.last, last.place.file == file, numeral.place.file == file,
                last.isMathematics == numeral.isMathematics,
                last.text.last?.isNumber == true, !last.text.contains(where: { $0 == "." || $0 == "," }),
                numeral.text.first?.isNumber == true, numeral.bytes.upperBound <= source.count,
                last.bytes.upperBound <= numeral.bytes.lowerBound,
                [",", "{,}"].contains(where: { source[last.bytes.upperBound..<numeral.bytes.lowerBound].elementsEqual($0.utf8) }
                )
            {
                let bytes = last.bytes.lowerBound..<numeral.bytes.upperBound
                joined[joined.count - 1].bytes = bytes
                joined[joined.count - 1].text = String(decoding: source[bytes], as: UTF8.self)
            } else {
                joined.append(numeral)
            }
        }
        return joined
    }
}
