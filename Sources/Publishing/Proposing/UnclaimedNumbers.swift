import Claims
import Exhibits
import Lessons

/// The numbers of a lesson that no claim covers, as the page's language writes them.
enum UnclaimedNumbers {
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
