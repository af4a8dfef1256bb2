import Foundation

/// A formula as documentation comments write it, evaluated with numbers: `(1/n) Σ_j max(0, 1 − t_j o_j)`,
/// `z for z > 0, else α (eᶻ − 1)`.
///
/// Knows nothing of the engine, and stops where the words behind a formula begin.
struct WrittenFormula {
    struct Unreadable: Error, CustomStringConvertible {
        let description: String
    }

    private let text: [Character]
    private var place = 0
    var numbers: [String: Double]
    var lists: [String: [Double]]
    /// `h(d) = …`: by the letter, its parameter and its formula.
    var functions: [Character: (parameter: String, formula: String)] = [:]
    var indices: [String: Int]
    /// What a list without an index means within a sum.
    private var current: Int?

    init(_ text: String, numbers: [String: Double] = [:], lists: [String: [Double]] = [:], indices: [String: Int] = [:]) {
        self.text = Array(text.replacing("`", with: ""))
        self.numbers = numbers.merging(["e": M_E, "π": .pi]) { own, _ in own }
        self.lists = lists
        self.indices = indices
    }

    /// The number that the formula comes to.
    /// - Throws: `Unreadable` where something stands behind it that isn't the end of a clause.
    func value() throws -> Double {
        var copy = self
        let value = try copy.alternatives()
        guard copy.isAtEnd else { throw Unreadable(description: "stops before: \(copy.rest)") }
        return value
    }

    private var rest: String { String(text[place...].prefix(40)) }

    /// What follows ends the clause, or goes on in words that take nothing back: `between them` would.
    private var isAtEnd: Bool {
        let rest = text[place...].drop { $0 == " " }
        guard let next = rest.first else { return true }
        let word = String(rest.prefix { $0.isLetter })
        return ".,:;=".contains(next) || ["along", "from", "of", "towards", "with"].contains(word)
    }

    private mutating func alternatives() throws -> Double {
        let first = try sum()
        guard takeWord("for") else { return first }
        var chosen: Double? = try condition() ? first : nil
        while take(",") {
            let isLast = takeWord("else")
            let value = try sum()
            if isLast { return chosen ?? value }
            guard takeWord("for") else { throw Unreadable(description: "no condition: \(rest)") }
            if try condition(), chosen == nil { chosen = value }
        }
        guard let chosen else { throw Unreadable(description: "no alternative holds: \(rest)") }
        return chosen
    }

    private mutating func condition() throws -> Bool {
        let left = try sum()
        skipBlanks()
        guard place < text.count else { throw Unreadable(description: "no comparison") }
        let sign = text[place]
        place += 1
        let right = try sum()
        switch sign {
        case ">": return left > right
        case "<": return left < right
        case "≥": return left >= right
        case "≤": return left <= right
        default: throw Unreadable(description: "no comparison: \(sign)")
        }
    }

    private mutating func sum() throws -> Double {
        let isNegative = take("−")
        var total = try product() * (isNegative ? -1 : 1)
        while true {
            if take("+") { total += try product() } else if take("−") { total -= try product() } else { return total }
        }
    }

    private mutating func product() throws -> Double {
        var result = try factor()
        while true {
            if take("/") {
                result /= try factor()
            } else if take("·") || beginsFactor {
                result *= try factor()
            } else {
                return result
            }
        }
    }

    /// Whether a factor stands beside the last one, with no sign between.
    private var beginsFactor: Bool {
        var look = self
        look.skipBlanks()
        guard look.place < text.count else { return false }
        let next = text[look.place]
        if "([√‖½Σ".contains(next) || next.isNumber && next.isASCII { return true }
        guard next.isLetter else { return false }
        return look.name() != nil
    }

    private mutating func factor() throws -> Double {
        skipBlanks()
        guard place < text.count else { throw Unreadable(description: "ends too early") }
        let first = text[place]
        if take("Σ") {
            return try over {
                $0 + $1
            } start: {
                0
            }
        }
        if take("√") { return try raised(sqrt(atom())) }
        if first.isLetter, let name = peekedName(),
            ["max", "min", "ln", "tanh", "cosh", "sign", "erf", "σ", "Φ"].contains(name),
            !isNumber(name)
        {
            return try applied(name)
        }
        return try raised(atom())
    }

    /// A number, a name, or what stands in brackets, without what it is raised to.
    private mutating func atom() throws -> Double {
        skipBlanks()
        guard place < text.count else { throw Unreadable(description: "ends too early") }
        let first = text[place]
        if take("½") { return 0.5 }
        if first.isNumber && first.isASCII {
            let digits = text[place...].prefix { $0.isNumber && $0.isASCII || $0 == "." }
            let written = digits.last == "." ? digits.dropLast() : digits
            place += written.count
            return Double(String(written)) ?? .nan
        }
        for (open, close) in [("(", ")"), ("[", "]"), ("{", "}"), ("|", "|")] as [(Character, Character)] where take(open) {
            let value = try sum()
            guard take(close) else { throw Unreadable(description: "no \(close): \(rest)") }
            return open == "|" ? abs(value) : value
        }
        if take("‖") {
            guard let name = name(), let list = lists[name], take("‖") else {
                throw Unreadable(description: "no norm: \(rest)")
            }
            return sqrt(list.reduce(0) { $0 + $1 * $1 })
        }
        guard let name = name() else { throw Unreadable(description: "no number: \(rest)") }
        if let letter = name.first, let function = functions[letter], place < text.count, text[place] == "(" {
            var inner = WrittenFormula(
                function.formula, numbers: numbers.merging([function.parameter: try atom()]) { $1 }, lists: lists,
                indices: indices)
            return try inner.alternatives()
        }
        return try number(name)
    }

    private func number(_ name: String) throws -> Double {
        let parts = name.split(separator: "_")
        if parts.count == 2, let list = lists[String(parts[0])] {
            guard let index = indices[String(parts[1])] ?? current else { throw Unreadable(description: "no index: \(name)") }
            return list[index]
        }
        if let current, let list = lists[name] { return list[current] }
        guard let value = numbers[name] else { throw Unreadable(description: "unknown: \(name)") }
        return value
    }

    /// Powers behind an atom: `²`, `ᶻ`, `⁻ˢ`, `^(…)`, `^{…}`, `^γ`.
    private mutating func raised(_ base: Double) throws -> Double {
        var result = base
        while place < text.count {
            let isNegative = text[place] == "⁻"
            let mark = isNegative ? (place + 1 < text.count ? text[place + 1] : " ") : text[place]
            if let exponent = try superscript(mark) {
                place += isNegative ? 2 : 1
                result = pow(result, isNegative ? -exponent : exponent)
            } else if text[place] == "^" {
                place += 1
                let isNegative = take("−")
                let exponent = try atom()
                result = pow(result, isNegative ? -exponent : exponent)
            } else {
                return result
            }
        }
        return result
    }

    private func superscript(_ mark: Character) throws -> Double? {
        switch mark {
        case "²": 2
        case "³": 3
        case "ᶻ": try number("z")
        case "ˢ": try number("s")
        case "ᵗ": try number("t")
        default: nil
        }
    }

    private mutating func applied(_ name: String) throws -> Double {
        _ = self.name()
        let isSquared = take("²")
        if name == "max", place < text.count, text[place] == "_" {
            return try over {
                Swift.max($0, $1)
            } start: {
                -.infinity
            }
        }
        var arguments: [Double] = []
        if place < text.count, text[place] == "(" {
            place += 1
            repeat { arguments.append(try sum()) } while take(",")
            guard take(")") else { throw Unreadable(description: "no ): \(rest)") }
        } else {
            arguments = [try factor()]
        }
        let x = arguments[0]
        let value: Double =
            switch name {
            case "max": arguments.max() ?? .nan
            case "min": arguments.min() ?? .nan
            case "ln": log(x)
            case "tanh": tanh(x)
            case "cosh": cosh(x)
            case "sign": x > 0 ? 1 : x < 0 ? -1 : 0
            case "erf": erf(x)
            case "σ": 1 / (1 + exp(-x))
            default: 0.5 * (1 + erf(x / 2.0.squareRoot()))
            }
        return try raised(isSquared ? value * value : value)
    }

    /// A sum or a maximum over an index: `Σ_j`, `Σ_{j≠c}`, or `Σ` over all that are lists. It reaches to the end of the product.
    private mutating func over(_ join: (Double, Double) -> Double, start: () -> Double) throws -> Double {
        var (index, left): (String, Int?) = ("*", nil)
        if take("_") {
            if take("{") {
                index = String(text[place])
                left = indices[String(text[place + 2])]
                place += 4
            } else {
                index = String(text[place])
                place += 1
            }
        }
        let begin = place
        let outer = (index: indices[index], current: current)
        guard let count = lists.values.first?.count else { throw Unreadable(description: "nothing to go through: \(rest)") }
        var total = start()
        for number in 0..<count {
            place = begin
            (indices[index], current) = (number, number)
            let value = try product()
            if number != left { total = join(total, value) }
        }
        (indices[index], current) = outer
        return total
    }

    /// The name that begins here, with what belongs to it: `β₁`, `v⁺`, `o_j`. Nil where a word begins that is no name.
    private mutating func name() -> String? {
        let letters = text[place...].prefix { $0.isLetter && !"ᶻˢᵗₜ".contains($0) }
        let word = String(letters)
        guard let first = letters.first else { return nil }
        let names = ["max", "min", "ln", "tanh", "cosh", "sign", "erf", "σ", "Φ"]
        var name = names.contains(word) || numbers[word] != nil ? word : letters.count == 1 ? String(first) : ""
        guard !name.isEmpty else { return nil }
        let start = place
        place += name.count
        while place < text.count, "⁺₁₂".contains(text[place]) {
            name.append(text[place])
            place += 1
        }
        if !names.contains(name), place + 1 < text.count, text[place] == "_", text[place + 1].isLetter {
            name += "_" + String(text[place + 1])
            place += 2
        }
        let bare = name.split(separator: "_").first.map(String.init) ?? name
        guard names.contains(name) || numbers[name] != nil || lists[bare] != nil || functions[first] != nil else {
            place = start
            return nil
        }
        return name
    }

    private func peekedName() -> String? {
        var look = self
        return look.name()
    }

    /// σ beside its derivative is the number, and a function only before a bracket.
    private func isNumber(_ name: String) -> Bool {
        numbers[name] != nil && !(place + name.count < text.count && text[place + name.count] == "(")
    }

    private mutating func take(_ character: Character) -> Bool {
        var look = place
        while look < text.count, text[look] == " " { look += 1 }
        guard look < text.count, text[look] == character else { return false }
        place = look + 1
        return true
    }

    private mutating func takeWord(_ word: String) -> Bool {
        skipBlanks()
        guard String(text[place...].prefix(word.count)) == word else { return false }
        place += word.count
        return true
    }

    private mutating func skipBlanks() { while place < text.count, text[place] == " " { place += 1 } }
}
