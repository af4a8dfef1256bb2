extension Entry {
    /// An example that uses a declaration, with the few uses that show it.
    public struct Shown: Sendable {
        public let example: WorkedExample
        public let uses: [WorkedExample.Use]
        /// Whether it is used in what all uses begin with.
        public let isGiven: Bool
    }

    /// The examples that show the declaration, of those with the title of its type or, for a function, its own.
    ///
    /// A member that a protocol asks for is shown by the protocol's. Overloads are shown together: a name alone doesn't tell
    /// them apart.
    public var shown: [Shown] {
        let owner = path.dropLast().joined(separator: ".")
        let places = path.count == 1 || kind == .type ? [title] : [owner, path[0], fulfils].compactMap(\.self)
        let mention = Mention(of: self)
        for place in places {
            let found = Examples.all.filter { $0.titles.contains(place) }.compactMap { example -> Shown? in
                let uses = Array(example.uses.filter { mention.isIn($0.lines) }.prefix(3))
                let isGiven = mention.isIn(example.given)
                return isGiven || !uses.isEmpty || kind == .type
                    ? Shown(example: example, uses: uses, isGiven: isGiven) : nil
            }
            if !found.isEmpty { return Array(found.prefix(2)) }
        }
        return []
    }

    /// Whether lines of code mention the declaration.
    func isMentioned(in lines: [String]) -> Bool { Mention(of: self).isIn(lines) }

    /// Of several values in brackets the one that shows the declaration, with what it comes to.
    func part(of use: WorkedExample.Use) -> WorkedExample.Use {
        guard use.lines.count == 1, let result = use.result, let values = Self.values(in: use.lines[0]),
            let results = Self.values(in: result), values.count == results.count,
            let place = values.firstIndex(where: { isMentioned(in: [$0]) })
        else { return use }
        return WorkedExample.Use(lines: [values[place]], result: results[place])
    }

    /// `a`, `f(b, c)` of `(a, f(b, c))`; nil for what is no list in brackets.
    private static func values(in text: String) -> [String]? {
        guard text.hasPrefix("("), text.hasSuffix(")") else { return nil }
        var (depth, parts, isText): (Int, [String], Bool) = (0, [""], false)
        for character in text.dropFirst().dropLast() {
            if character == "\"" { isText.toggle() }
            if !isText, "([{".contains(character) { depth += 1 }
            if !isText, ")]}".contains(character) { depth -= 1 }
            // The first bracket isn't closed by the last one.
            if depth < 0 { return nil }
            if character == ",", depth == 0, !isText { parts.append("") } else { parts[parts.count - 1].append(character) }
        }
        guard parts.count > 1 else { return nil }
        return parts.map { String($0.trimmingPrefix(while: { $0 == " " })) }
    }

    /// The examples of a type or a function as a whole.
    public var examples: [WorkedExample] { path.count == 1 ? Examples.all.filter { $0.titles.first == title } : [] }
}

/// How code mentions a declaration.
private struct Mention {
    /// What stands in the code, in one of several spellings.
    let patterns: [String]
    let labels: [String]

    init(of entry: Entry) {
        let full = entry.path.last ?? ""
        let name = entry.name
        let isOperator = !(name.first?.isLetter ?? false) && name.first != "_"
        let isLiteral = full.contains("Literal:")
        let hasLabels = [.function, .initializer].contains(entry.kind) && !isOperator && !isLiteral && name != "subscript"
        labels = hasLabels ? Self.required(in: entry.declaration) : []
        switch entry.kind {
        case .initializer where isLiteral: patterns = [": \(name) = "]
        case .initializer: patterns = ["\(name)(", "\(name) {"] + (labels.isEmpty ? [] : [".init("])
        case .function where name == "callAsFunction": patterns = ["("]
        case .function where name == "subscript": patterns = ["[\""]
        case .function where isOperator:
            patterns = full.contains("(_:_:)") ? [" \(name) "] : ["[\(name)", "(\(name)", ", \(name)"]
        case .type: patterns = [name]
        case .function where entry.path.count == 1: patterns = [name]
        default: patterns = [".\(name)"]
        }
    }

    /// The labels of a declaration that a call can't leave away.
    private static func required(in declaration: String) -> [String] {
        guard let open = declaration.firstIndex(of: "("), let close = declaration.lastIndex(of: ")") else { return [] }
        var depth = 0
        var arguments = [""]
        for character in declaration[declaration.index(after: open)..<close] {
            if "([{<".contains(character) { depth += 1 }
            if ")]}".contains(character) || (character == ">" && arguments[arguments.count - 1].last != "-") { depth -= 1 }
            // Behind the list of arguments comes what is returned.
            if depth < 0 { break }
            if character == ",", depth == 0 { arguments.append("") } else { arguments[arguments.count - 1].append(character) }
        }
        return arguments.filter { !$0.contains(" = ") && !$0.contains("->") }.compactMap { argument in
            let words = (argument.split(separator: ":", maxSplits: 1).first ?? "").split(separator: " ").filter {
                !$0.hasPrefix("@")
            }
            return words.first.flatMap { $0 == "_" || words.isEmpty ? nil : "\($0):" }
        }
    }

    func isIn(_ lines: [String]) -> Bool {
        let code = lines.joined(separator: "\n")
        return labels.allSatisfy(code.contains)
            && patterns.contains { pattern in code.ranges(of: pattern).contains { isWhole($0, in: code) } }
    }

    /// A name that isn't a part of a longer one.
    private func isWhole(_ range: Range<String.Index>, in code: String) -> Bool {
        func continues(_ character: Character?) -> Bool { character.map { $0.isLetter || $0.isNumber || $0 == "_" } ?? false }
        let before = range.lowerBound == code.startIndex ? nil : code[code.index(before: range.lowerBound)]
        let behind = range.upperBound == code.endIndex ? nil : code[range.upperBound]
        return !(continues(code[range.lowerBound]) && continues(before))
            && !(continues(code[code.index(before: range.upperBound)]) && continues(behind))
    }
}
