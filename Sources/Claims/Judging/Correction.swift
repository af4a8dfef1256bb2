import Exhibits

/// Numbers written anew: with a few digits more for a message, or with exactly as many as the author used for a repair.
extension WrittenNumber {
    /// The value in the author's form with two digits more than were written, and enough to see where it differs.
    package func computedText(_ computed: Double) -> String {
        guard computed.isFinite else { return NumberFormat.shortest.text(computed) }
        if isFraction { return NumberFormat.significant(12).text(computed) }
        let scaled = isPercent ? computed * 100 : computed
        let suffix = isPercent ? " %" : ""
        let decimals = max(0, -(place + (isPercent ? 2 : 0))) + 2
        if exponent == .none, scaled == scaled.rounded(), abs(scaled) < 1e9 {
            return NumberFormat.decimals(0).text(scaled) + suffix
        }
        let magnitude = scaled == 0 ? 0 : NumberFormat.exponent(of: scaled)
        // A value far below the last digit written, or one meant with a power of ten, is shown with a power of ten.
        if exponent != .none || (scaled != 0 && magnitude < 1 - decimals) {
            let digits = max(2, magnitude - place + 2)
            return NumberFormat.scientific(min(16, exponent == .none ? 3 : digits)).text(scaled) + suffix
        }
        return NumberFormat.decimals(min(decimals, max(0, 16 - magnitude))).text(scaled) + suffix
    }

    /// The value with the digits, sign, marks and power of the written number; nil for a fraction and what can't be rewritten.
    package func correction(for computed: Double) -> String? {
        guard computed.isFinite, value.isFinite, !isFraction else { return nil }
        return Respelling(of: self)?.text(for: computed)
    }
}

extension WrittenList {
    /// The text with every wrong number replaced.
    func correction(in text: String, _ judged: [Judgement.Entry]) -> String? {
        var bytes = Array(text.utf8)
        for entry in judged.reversed() where !entry.judgement.verdict.isTrue {
            guard let repaired = entry.judgement.correction else { return nil }
            bytes.replaceSubrange(entry.offset..<entry.offset + entry.judgement.written.utf8.count, with: repaired.utf8)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension NumberFormat {
    /// The power of ten of a number's first digit: −2 for 0.0123.
    static func exponent(of value: Double) -> Int {
        let text = NumberFormat.scientific(16).text(value)
        guard let mark = text.lastIndex(of: "e") else { return 0 }
        return Int(text[text.index(after: mark)...].drop { $0 == "+" }) ?? 0
    }
}

extension Quantity {
    /// For messages: every number with six significant digits.
    var plainText: String {
        func text(_ value: Double) -> String {
            value == value.rounded() && abs(value) < 1e9
                ? NumberFormat.decimals(0).text(value) : NumberFormat.significant(6).text(value)
        }
        switch self {
        case .number(let value): return text(value)
        case .integer(let value): return "\(value)"
        case .boolean(let value): return "\(value)"
        case .text(let value): return value
        case .vector(let values): return "[" + values.map(text).joined(separator: ", ") + "]"
        case .matrix(let rows):
            let lines = rows.map { "[" + $0.map(text).joined(separator: ", ") + "]" }
            return lines.count == 1 ? lines[0] : "[" + lines.joined(separator: ", ") + "]"
        case .nested(let tree): return tree.text(text)
        }
    }
}
