/// Whether what stands right before or behind a claim is read as a part of its number: `-[1.5](claim:x)` says −1.5.
///
/// Looked at is what a reader sees: digits of any script, raised ones and fractions, with bold type, characters that are written by
/// their numbers, and those that nobody sees out of the way.
struct NumberAround {
    let goesOn: Bool

    /// - Parameters:
    ///   - start: where the claim begins.
    ///   - end: behind it.
    ///   - limit: where the text ends.
    init(_ bytes: [UInt8], _ start: Int, _ end: Int, limit: Int) {
        let before = Self.seen(String(decoding: bytes[max(0, start - Self.reach)..<start], as: UTF8.self))
        let behind = Self.seen(String(decoding: bytes[end..<min(limit, end + Self.reach)], as: UTF8.self))
        goesOn = Self.begins(before: before) || Self.ends(behind: behind)
    }

    /// In bytes: more than a digit and what may hide it.
    private static let reach = 40

    private static func begins(before text: [Unicode.Scalar]) -> Bool {
        guard let last = text.last else { return false }
        if isDigit(last) { return true }
        let rest = text.dropLast()
        if last == "." || last == "," { return rest.last.map(isDigit) == true }
        guard "-+−–﹣－".unicodeScalars.contains(last) else { return false }
        // Behind a number or a name it is an operation, or a range.
        guard let other = rest.last else { return true }
        return !(isDigit(other) || other.properties.isAlphabetic || ")]}$*_`".unicodeScalars.contains(other)) && other != last
    }

    private static func ends(behind text: [Unicode.Scalar]) -> Bool {
        guard let first = text.first else { return false }
        let rest = text.dropFirst()
        switch first {
        case ".", ",", "’": return rest.first.map(isDigit) == true
        case "e", "E":
            let digits = rest.first.map { "-+−".unicodeScalars.contains($0) } == true ? rest.dropFirst() : rest
            return digits.first.map(isDigit) == true
        default: return isDigit(first)
        }
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.numericType {
        case .decimal, .digit: true
        // Among the others are words, as 一 is.
        default: "½⅓⅔¼¾⅛".unicodeScalars.contains(scalar)
        }
    }

    private static func seen(_ text: String) -> [Unicode.Scalar] {
        let plain = NumericReferences.decoded(text.replacing("&minus;", with: "−"), areEnded: true)
        return plain.replacing("**", with: "").replacing("__", with: "").unicodeScalars.filter {
            $0.properties.generalCategory != .format
        }
    }
}
