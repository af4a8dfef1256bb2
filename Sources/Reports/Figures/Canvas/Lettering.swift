/// How wide a text will be and how names with subscripts are written, without a font at hand.
///
/// Widths are those of a wide sans-serif, so that a drawing has room in any font the reader has.
enum Lettering {
    /// The size of all text in a drawing; subscripts have three quarters of it.
    static let size = 16.0
    static let subscriptRatio = 0.76
    static let lineHeight = 20.0

    static func width(_ text: String, hasSubscripts: Bool = false) -> Double {
        guard hasSubscripts else { return size * text.unicodeScalars.reduce(0) { $0 + em($1) } }
        return runs(text).reduce(0) { $0 + width($1.text) * ($1.isSubscript ? subscriptRatio : 1) }
    }

    static func markup(_ text: String) -> String {
        var isLow = false
        var result = ""
        for run in runs(text) {
            let content = Escape.xml(run.text)
            if run.isSubscript {
                result += "<tspan class=\"sub\" dy=\"4\">\(content)</tspan>"
            } else {
                result += isLow ? "<tspan dy=\"-4\">\(content)</tspan>" : content
            }
            isLow = run.isSubscript
        }
        return result
    }

    /// `out_h1 = 0.5` as `out`, low `h1`, ` = 0.5`. A subscript ends where letters and digits end, or at `}` after `_{`.
    static func runs(_ text: String) -> [(text: String, isSubscript: Bool)] {
        var runs: [(text: String, isSubscript: Bool)] = []
        var rest = Substring(text)
        while let mark = rest.firstIndex(of: "_") {
            let before = rest[..<mark]
            var after = rest[rest.index(after: mark)...]
            let low: Substring
            if after.first == "{", let end = after.firstIndex(of: "}") {
                low = after[after.index(after: after.startIndex)..<end]
                after = after[after.index(after: end)...]
            } else {
                low = after.prefix { $0.isLetter || $0.isNumber || $0 == "," }
                after = after.dropFirst(low.count)
            }
            guard !low.isEmpty, !before.isEmpty || !runs.isEmpty else {
                return runs + [(String(rest), false)]
            }
            if !before.isEmpty { runs.append((String(before), false)) }
            runs.append((String(low), true))
            rest = after
        }
        return rest.isEmpty ? runs : runs + [(String(rest), false)]
    }

    /// The text cut so that it fits, with an ellipsis.
    static func fitted(_ text: String, to limit: Double) -> String {
        guard width(text) > limit else { return text }
        var text = text
        while !text.isEmpty, width(text + "…") > limit { text.removeLast() }
        return text + "…"
    }

    private static func em(_ scalar: Unicode.Scalar) -> Double {
        switch scalar {
        case "i", "j", "l", "I", ".", ",", ":", ";", "'", "|", "!", "·": 0.32
        case " ", "f", "t", "r", "(", ")", "[", "]", "-": 0.39
        case "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹", "⁻", "⁽", "⁾": 0.42
        case "m", "w", "M", "W", "%", "@": 0.95
        case "−", "+", "=", "×", "<", ">", "≤", "≥", "…": 0.8
        case "A"..."Z": 0.7
        case "0"..."9", "a"..."z": 0.61
        default: scalar.value > 0x2E80 ? 1.05 : 0.65
        }
    }
}
