extension FlatText {
    /// Whether a division or a multiplication that begins in the text before goes on with the formula that begins here.
    func isBehindOperation(_ start: Int) -> Bool {
        var index = start - 1
        // What opens the formula.
        while index > 0, bytes[index] == UInt8(ascii: "$") || bytes[index] == 0x20 || bytes.starts(with: "\\(", at: index - 1) {
            index -= bytes[index] == UInt8(ascii: "(") ? 2 : 1
        }
        guard index > 0 else { return false }
        if bytes[index] == UInt8(ascii: "/") {
            while index > 1, bytes[index - 1] == 0x20 { index -= 1 }
            return bytes[index - 1].isLetter || bytes[index - 1].isDigit || bytes[index - 1].closesBracket
        }
        return bytes.starts(with: "×", at: index - 1) || bytes.starts(with: "·", at: index - 1)
    }

    /// A word right behind a formula that scales its last number: `$70 \\times 10^9 \\times 2 = 140$ GB`.
    func scale(behind end: Int) -> String? {
        var index = end
        let limit = min(count, end + 8)
        // What closes the formula, and what sets the word in bold.
        while index < limit, !bytes[index].isLetter, !bytes[index].isDigit, bytes[index] != 0x0A {
            if bytes[index] == UInt8(ascii: "%") { return "%" }
            index += 1
        }
        guard index < limit, bytes[index].isLetter else { return nil }
        let word = bytes.word(at: index)
        return Self.isScale(word) ? word : nil
    }

    /// Whether a word behind a number counts in thousands, hundredths or the like.
    static func isScale(_ word: String) -> Bool {
        let lowercased = word.lowercased()
        return scales.contains(lowercased) || prefixes.contains(word) || spelled.contains { lowercased.hasPrefix($0) }
    }

    /// How units in words begin that count thousands or thousandths: 11.2 megabytes.
    private static let spelled = ["kilo", "mega", "giga", "tera", "milli", "micro", "nano", "kibi", "mebi", "gibi"]

    private static let scales: Set<String> = [
        "thousand", "percentage", "prozentpunkte", "points", "puntos", "pontos", "million", "millions", "billion", "billions",
        "trillion", "trillions", "percent", "th", "st", "nd", "rd",
        "tausend", "millionen", "milliarden", "prozent", "mille", "milliards", "millones", "millón", "por", "pour",
    ]

    /// Short ones count only as they are usually written: 19.7 M and 140 GB.
    private static let prefixes: Set<String> = [
        "K", "k", "M", "G", "B", "T", "kB", "KB", "MB", "GB", "TB", "KiB", "MiB", "GiB", "TiB", "ms", "ns", "us", "km", "cm",
        "mm",
        "GFLOPs", "TFLOPs", "MFLOPs", "GFLOPS", "TFLOPS", "kHz", "MHz", "GHz", "Mbit", "Gbit",
    ]
}
