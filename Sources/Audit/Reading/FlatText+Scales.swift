extension FlatText {
    /// A word right behind a formula that scales its last number: `$70 \\times 10^9 \\times 2 = 140$ GB`.
    func scale(behind end: Int) -> String? {
        var index = end
        let limit = min(count, end + 8)
        // What closes the formula, and what sets the word in bold.
        while index < limit, !bytes[index].isLetter, !bytes[index].isDigit, bytes[index] != 0x0A { index += 1 }
        guard index < limit, bytes[index].isLetter else { return nil }
        let word = bytes.word(at: index)
        return Self.scales.contains(word.lowercased()) || Self.prefixes.contains(word) ? word : nil
    }

    private static let scales: Set<String> = [
        "thousand", "million", "millions", "billion", "billions", "trillion", "trillions", "percent", "th", "st", "nd", "rd",
        "tausend", "millionen", "milliarden", "prozent", "mille", "milliards", "millones", "millón", "por", "pour",
    ]

    /// Short ones count only as they are usually written: 19.7 M and 140 GB.
    private static let prefixes: Set<String> = [
        "K", "k", "M", "G", "B", "T", "kB", "KB", "MB", "GB", "TB", "KiB", "MiB", "GiB", "TiB", "ms", "ns", "us", "km", "cm",
        "mm",
        "GFLOPs", "TFLOPs", "MFLOPs", "GFLOPS", "TFLOPS", "kHz", "MHz", "GHz", "Mbit", "Gbit",
    ]
}
