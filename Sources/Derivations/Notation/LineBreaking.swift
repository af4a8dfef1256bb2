/// Lines of TeX that are broken where they would be too long for a page.
enum LineBreaking {
    /// How many letters of text fit on one line of a page, about.
    static let longest = 58.0

    /// The line in pieces: broken before an equals sign or, within a sum, before a plus or minus outside all parentheses, and
    /// aligned behind the `&` of the first piece.
    static func broken(_ line: String, longest: Double = longest) -> [String] {
        guard width(line) > longest else { return [line] }
        var lines: [String] = []
        var current = ""
        for piece in pieces(line) {
            let joined = current + piece
            guard width(joined) > longest, !current.isEmpty, current.contains("&"), !bare.contains(current.trimmed) else {
                current = joined
                continue
            }
            lines.append(current.trimmed)
            let rest = piece.drop { $0 == " " }
            current = rest.hasPrefix("=") ? "&" + rest : "&\\quad " + rest
        }
        return lines + [current.trimmed]
    }

    /// What must not stand on a line alone.
    private static let bare: Set<String> = ["&=", "&\\quad"]

    /// The line cut before each operator that may begin a new line.
    private static func pieces(_ line: String) -> [String] {
        var pieces = [""]
        var depth = 0
        var environments = 0
        let letters = Array(line)
        for (index, letter) in letters.enumerated() {
            switch letter {
            case "{", "(", "[": depth += 1
            case "}", ")", "]": depth -= 1
            default: break
            }
            if letter == "\\" {
                let rest = String(letters[index...].prefix(7))
                if rest.hasPrefix("\\begin") { environments += 1 }
                if rest.hasPrefix("\\end{") { environments -= 1 }
            }
            // An operator has spaces on both sides; a sign has not.
            let isOperator =
                (letter == "+" || letter == "-" || letter == "=") && depth == 0 && environments == 0 && index > 0
                && letters[index - 1] == " " && index + 1 < letters.count && letters[index + 1] == " "
            if isOperator { pieces.append("") }
            pieces[pieces.count - 1].append(letter)
        }
        return pieces
    }

    /// How wide a piece of TeX is when it is set, in letters: commands count as one, a fraction as its wider half, indices less.
    static func width(_ tex: String) -> Double {
        var rest = Substring(tex)
        return width(of: &rest, scale: 1)
    }

    private static func width(of rest: inout Substring, scale: Double) -> Double {
        var width = 0.0
        while let letter = rest.first {
            rest.removeFirst()
            switch letter {
            case "}": return width
            case "{": width += self.width(of: &rest, scale: scale)
            case " ", "&": continue
            case "_", "^": width += argument(of: &rest, scale: 0.7 * scale)
            case "\\": width += command(of: &rest, scale: scale)
            // Operators and relations have space around them.
            case "+", "=", "*": width += 2 * scale
            default: width += scale
            }
        }
        return width
    }

    private static func command(of rest: inout Substring, scale: Double) -> Double {
        let name = String(rest.prefix { $0.isLetter })
        guard !name.isEmpty else {
            if !rest.isEmpty { rest.removeFirst() }
            return 0.3 * scale
        }
        rest.removeFirst(name.count)
        switch name {
        case "frac":
            let (top, bottom) = (argument(of: &rest, scale: scale), argument(of: &rest, scale: scale))
            return max(top, bottom) + 0.5 * scale
        case "mathrm", "text", "mathbf", "boldsymbol", "hat", "tilde", "sqrt", "mathit":
            return argument(of: &rest, scale: scale) + (name == "sqrt" ? scale : 0)
        case "left", "right", "partial", "quad", "begin", "end": return name == "partial" || name == "quad" ? scale : 0
        case "cdot", "times", "odot", "le": return 2 * scale
        case "cdots", "ldots", "ln", "log", "max", "min", "exp", "tanh": return 3 * scale
        default: return scale
        }
    }

    /// The width of what an index or a command applies to: one letter or a group.
    private static func argument(of rest: inout Substring, scale: Double) -> Double {
        while rest.first == " " { rest.removeFirst() }
        guard let first = rest.first else { return 0 }
        rest.removeFirst()
        switch first {
        case "{": return width(of: &rest, scale: scale)
        case "\\": return command(of: &rest, scale: scale)
        default: return scale
        }
    }
}

extension String {
    fileprivate var trimmed: String {
        var text = Substring(self)
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
