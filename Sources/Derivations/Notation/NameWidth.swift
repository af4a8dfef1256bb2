/// How wide a name is when it is set, in letters: indices count less, a command is one letter.
///
/// Names come as TeX from those who give them; everything else is put together from parts that know their width.
enum NameWidth {
    static func width(of tex: String) -> Double {
        var rest = Substring(tex)
        return width(of: &rest, scale: 1)
    }

    private static func width(of rest: inout Substring, scale: Double) -> Double {
        var width = 0.0
        while let letter = rest.popFirst() {
            switch letter {
            case "}": return width
            case "{": width += self.width(of: &rest, scale: scale)
            case " ": continue
            case "_", "^": width += argument(of: &rest, scale: 0.7 * scale)
            case "\\": width += command(of: &rest, scale: scale)
            default: width += scale
            }
        }
        return width
    }

    /// A command that sets its argument in another shape adds nothing; any other is one sign.
    private static func command(of rest: inout Substring, scale: Double) -> Double {
        let name = rest.prefix { $0.isLetter }
        guard !name.isEmpty else {
            _ = rest.popFirst()
            return 0.3 * scale
        }
        rest.removeFirst(name.count)
        return ["mathrm", "text", "mathbf", "boldsymbol", "hat", "tilde", "mathit"].contains(name)
            ? argument(of: &rest, scale: scale) : scale
    }

    /// What an index or a command applies to: one letter or a group.
    private static func argument(of rest: inout Substring, scale: Double) -> Double {
        while rest.first == " " { rest.removeFirst() }
        switch rest.popFirst() {
        case nil: return 0
        case "{": return width(of: &rest, scale: scale)
        case "\\": return command(of: &rest, scale: scale)
        default: return scale
        }
    }
}
