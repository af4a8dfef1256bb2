extension NumberTail {
    private static let tolerance = Pattern(/(?:±|\\pm|\+\/-|\+-)\s*([0-9.,]+)([eE][-+]?[0-9]{1,3})?([^a-z]*)(?:rel|ulp)?/)

    /// What readers are shown of a claimed number: a tolerance that is wider than the number's last digit, and nothing else of its
    /// tail, for `2.9 ± 1.4` says less than 2.9 does.
    public static func shown(_ text: String) -> String {
        let start = start(in: text)
        guard start < text.endIndex,
            let tolerance = text[start...].firstMatch(
                of: Self.tolerance.regex)
        else { return bare(text) }
        let number = text[..<start]
        let tail = text[tolerance.range.lowerBound...]
        if tail.contains("ulp") {
            // A few steps are less than any digit that is written, but not in a format with three digits.
            let isHalf = ["f16", "fp16", "float16"].contains { tail.contains($0) }
            let isFew = tolerance.2 == nil && Int(tolerance.1).map { $0 <= 64 } == true && !isHalf
            return String(number) + (isFew ? "" : " " + tail.trimmed)
        }
        let digits = number.filter { $0.isNumber || $0 == "." || $0 == "," }.replacing(",", with: ".")
        let isPlain = tolerance.3.allSatisfy { $0 == "%" || $0.isWhitespace } && Double(digits) != nil
        if isPlain, let value = Double(digits),
            let stated = Double(tolerance.1.replacing(",", with: ".") + (tolerance.2 ?? ""))
        {
            let decimals = digits.split(separator: ".", omittingEmptySubsequences: false).dropFirst().first?.count ?? 0
            let unit = (0..<min(decimals, 300)).reduce(1.0) { unit, _ in unit / 10 }
            let isRelative = tolerance.3.contains("%") || tail.contains("rel")
            let width = (isRelative ? stated * value : stated) / (tolerance.3.contains("%") ? 100 : 1)
            if width <= unit { return String(number) }
        }
        return String(number) + " " + tail.prefix { $0 != "f" && $0 != "b" }.trimmed
    }
}

extension Substring {
    fileprivate var trimmed: Substring {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else {
            return ""
        }
        return self[first...last]
    }
}
