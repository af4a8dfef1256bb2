import Exhibits

/// A directive of MyST, `{name} argument` with its options, and what it is here.
struct MySTDirective {
    enum Meaning: Equatable {
        /// The line that opens a division.
        case division(String)
        /// The same, where the directive's own end isn't the division's.
        case gate(String)
        case divisionEnd
        /// A fence with this behind its marks.
        case code(String)
        case formula
        /// A picture with these attributes behind it.
        case picture(String)
        /// HTML of the author's own.
        case html
        /// Nothing that a reader sees.
        case nothing
        case other
    }

    var name: String
    var argument: String
    var values: [String: String] = [:]

    private static let name = Pattern(/\{([a-z][a-z:-]*)\}/)

    /// nil for what isn't in braces, or is a language or attributes.
    init?(_ rest: String) {
        guard let match = rest.prefixMatch(of: Self.name.regex), !rest.contains(where: \.isNewline) else { return nil }
        name = String(match.1)
        argument = String(rest[match.range.upperBound...].drop(while: \.isWhitespace))
        if name.hasPrefix("prf:") { name.removeFirst(4) }
        // Of names that languages have too, only what MyST writes is a directive.
        guard
            Directive.isKnown(name, argument: argument.isEmpty ? "" : " " + argument) || Self.kinds[name] != nil
                || Division.unnumbered.contains(name)
                || ["exercise-start", "exercise-end", "solution-start", "solution-end", "index"].contains(name)
        else { return nil }
    }

    private static let kinds = [
        "exercise": "exr", "solution": "sol", "theorem": "thm", "lemma": "thm", "corollary": "thm", "proposition": "thm",
        "definition": "def", "example": "exm",
    ]

    /// A line of options; false for one that is none.
    @discardableResult mutating func read(option line: String, isYAML: Bool) -> Bool {
        var rest = line.drop(while: \.isWhitespace)
        if !isYAML {
            guard rest.first == ":" else { return false }
            rest.removeFirst()
        }
        let key = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
        rest = rest[key.endIndex...]
        if isYAML { rest = rest.drop(while: \.isWhitespace) }
        guard !key.isEmpty, rest.first == ":" else { return false }
        let value = rest.dropFirst().trimmingPrefix(while: \.isWhitespace).trimmingSuffix(while: \.isWhitespace)
        values[String(key)] = value.trimmingPrefix("\"").trimmingSuffix { $0 == "\"" }
        return true
    }

    /// What its author calls it, and what it is called here.
    var label: (name: String, label: String)? {
        guard let kind = Self.kinds[gateless] ?? ["math": "eq", "figure": "fig"][name] else { return nil }
        let written = values["label"] ?? values["name"]
        // A solution is called by its exercise.
        let own = kind == "sol" && !argument.isEmpty ? argument : written
        return own.map { (written ?? $0, Self.label($0, kind)) }
    }

    /// `eq:loss` and `loss` are `eq-loss`.
    static func label(_ written: String, _ kind: String) -> String {
        let name = written.map { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." ? $0 : "-" }.split(separator: "-")
            .map { String($0) }.joined(separator: "-")
        return name.hasPrefix(kind + "-") ? name : "\(kind)-\(name)"
    }

    private var gateless: String { name.hasSuffix("-start") ? String(name.dropLast("-start".count)) : name }

    var meaning: Meaning {
        if name.hasSuffix("-end") { return .divisionEnd }
        if name.hasSuffix("-start") { return .gate(division) }
        if Self.kinds[name] != nil || Division.unnumbered.contains(name) { return .division(division) }
        if name == "dropdown" { return .division("::: {.details" + (values["open"] == nil ? "" : " .open") + title + "}") }
        if let kind = Directive.callout(name) {
            if values["class"]?.split(whereSeparator: { $0 == " " || $0 == "," }).contains("dropdown") == true {
                return .division("::: {.callout-\(kind) collapse=\"true\"\(title)}")
            }
            return .division(argument.isEmpty ? "::: {.callout-\(kind)}" : ":::{\(kind)} \(argument)")
        }
        switch name {
        case "math": return .formula
        case "code-cell": return .code("{\(language)}")
        case "code", "code-block", "sourcecode": return .code(language)
        case "margin", "sidebar": return .division("::: {.column-margin}")
        case "figure", "image":
            guard !argument.isEmpty, !argument.contains(where: { "<>\n".contains($0) }) else { return .other }
            return .picture(pictureAttributes)
        case "index": return .nothing
        // A notebook's page is HTML, too.
        case "raw": return ["html", "jupyter"].contains(argument) ? .html : .nothing
        default: return .other
        }
    }

    private var division: String {
        "::: {" + (label.map { "#" + $0.label } ?? "." + gateless) + (gateless == "solution" ? "" : title) + "}"
    }

    /// What stands behind its name, as a division's title.
    private var title: String {
        guard !argument.isEmpty else { return "" }
        // A backslash in front of the mark would be the mark's.
        return " title=\"\(argument.replacing("\"", with: "”"))\(argument.hasSuffix("\\") ? " " : "")\""
    }

    private var language: String {
        let first = argument.prefix { !$0.isWhitespace }
        switch first {
        case "", "ipython", "ipython3", "python3": return "python"
        default: return first.allSatisfy { $0.isLetter || $0.isNumber || $0 == "+" || $0 == "-" } ? String(first) : "python"
        }
    }

    private static let length = Pattern(/\d+(?:px|%)/)

    private var pictureAttributes: String {
        var parts: [String] = []
        if name == "figure", let label { parts.append("#" + label.label) }
        if name == "figure", let alternative = values["alt"], !alternative.contains("\"") {
            parts.append("alt=\"\(alternative)\"")
        }
        if let width = values["width"], width.wholeMatch(of: Self.length.regex) != nil { parts.append("width=\(width)") }
        return parts.isEmpty ? "" : "{" + parts.joined(separator: " ") + "}"
    }
}
