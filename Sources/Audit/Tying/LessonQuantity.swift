import Exhibits

/// A number of a lesson by the name that reaches it: `h[2]`, `weights["The"]`, `run.losses[3]`, `g.gradient(of: a)`.
struct LessonQuantity: Hashable {
    var number: NamedNumber
    /// Identifiers and keys in order: `weights`, `The`.
    var path: [String]
    var indices: [Int] = []
    /// What it is differentiated by: a gradient's variable.
    var by: String?

    init(_ number: NamedNumber, path: [String], by: String? = nil) {
        self.number = number
        self.path = path
        self.by = by
    }

    /// Reads the expression of a number that is no quantity of a level; nil where it is none that notes have a name for.
    init?(_ number: NamedNumber) {
        switch number.meaning {
        case .value(let identity)?: self.init(number, path: [identity.key])
        case .gradient(let identity)?: self.init(number, path: [], by: identity.key)
        case .partial?: return nil
        case nil:
            self.init(number, path: [])
            var scanner = ExpressionScanner(number.expression)
            guard scanner.read(into: &self) else { return nil }
        }
    }
}

/// Takes an expression of a lesson apart that is made of members, keys and indices.
private struct ExpressionScanner {
    private var rest: Substring

    init(_ expression: String) { rest = expression[...] }

    private mutating func identifier() -> String? {
        let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
        guard !name.isEmpty else { return nil }
        rest = rest.dropFirst(name.count)
        return String(name)
    }

    private mutating func takes(_ text: String) -> Bool {
        guard rest.hasPrefix(text) else { return false }
        rest = rest.dropFirst(text.count)
        return true
    }

    private mutating func key() -> String? {
        let text = rest.prefix { $0 != "\"" }
        rest = rest.dropFirst(text.count)
        return takes("\"") ? String(text) : nil
    }

    mutating func read(into quantity: inout LessonQuantity) -> Bool {
        guard let first = identifier() else { return false }
        quantity.path = [first]
        while !rest.isEmpty {
            if takes("[\"") {
                guard let key = key(), takes("]") else { return false }
                quantity.path.append(key)
            } else if takes("[") {
                guard let index = identifier().flatMap({ Int($0) }), takes("]") else { return false }
                quantity.indices.append(index)
            } else if takes(".gradient(of: ") {
                let isNamed = takes("\"")
                guard let by = isNamed ? key() : identifier(), takes(")"), rest.isEmpty else { return false }
                quantity.by = by
                // A graph's slopes are those of its result, whatever the graph is called.
                if isNamed { quantity.path = [] }
                return true
            } else if takes(".value(of: \"") {
                guard let key = key(), takes(")") else { return false }
                quantity.path.append(key)
            } else if takes("(of: ") {
                guard let index = identifier().flatMap({ Int($0) }), takes(")") else { return false }
                quantity.indices.append(index)
            } else if takes(".") {
                guard let member = identifier() else { return false }
                quantity.path.append(member)
            } else {
                return false
            }
        }
        return true
    }
}
