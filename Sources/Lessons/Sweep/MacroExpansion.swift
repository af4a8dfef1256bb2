/// A formula in which what stands for its author's commands stands in their place, so that a digit in a definition is a digit of
/// the formula.
struct MacroExpansion {
    private(set) var tokens: [FormulaToken] = []
    /// How many tokens a lesson's formulas may become by their definitions, all together: so many are gone through in seconds.
    static let room = 1_000_000

    /// Whether it grew beyond every formula that can be set, or beyond the room.
    private(set) var isEndless = false

    /// What is still to be read, the next one last.
    private var waiting: [FormulaToken]
    private static let most = (replacements: 1000, tokens: 20_000)

    /// - Parameter room: what is left of it for all formulas of a lesson.
    init(of formula: Mathematics, _ room: inout Int) {
        let bodies = formula.macros.mapValues { text in
            let body = FormulaToken.all(in: text)
            return (tokens: body, parameters: Self.parameters(in: body))
        }
        waiting = FormulaToken.all(in: formula).reversed()
        var replaced = 0
        while let token = waiting.popLast() {
            guard case .tex(let name) = token, let body = bodies[name] else {
                tokens.append(token)
                continue
            }
            replaced += 1
            let arguments = (0..<body.parameters).map { _ in argument() }
            let text = Self.filled(body.tokens, arguments)
            // Going through it takes as long, whatever comes out.
            room -= body.tokens.count + text.count + arguments.reduce(1) { $0 + $1.count }
            guard room > 0, replaced <= Self.most.replacements, waiting.count + text.count + tokens.count <= Self.most.tokens
            else {
                isEndless = true
                return
            }
            waiting += text.reversed()
        }
    }

    /// How many arguments a definition takes.
    private static func parameters(in body: [FormulaToken]) -> Int {
        zip(body, body.dropFirst()).reduce(0) { most, pair in
            guard pair.0 == .tex("#"), case .tex(let number) = pair.1 else { return most }
            return number.utf8.count == 1 ? max(most, Int(number) ?? 0) : most
        }
    }

    /// The group, or the token, that comes next.
    private mutating func argument() -> [FormulaToken] {
        while waiting.last?.isBlank == true { waiting.removeLast() }
        guard let first = waiting.popLast() else { return [] }
        guard first == .tex("{") else { return [first] }
        var depth = 1
        var content: [FormulaToken] = []
        while let token = waiting.popLast() {
            if token == .tex("{") { depth += 1 }
            if token == .tex("}") { depth -= 1 }
            if depth == 0 { break }
            content.append(token)
        }
        return content
    }

    private static func filled(_ body: [FormulaToken], _ arguments: [[FormulaToken]]) -> [FormulaToken] {
        var result: [FormulaToken] = []
        var rest = body[...]
        while let token = rest.popFirst() {
            guard token == .tex("#"), case .tex(let number)? = rest.first, let index = Int(number),
                arguments.indices.contains(index - 1)
            else {
                result.append(token)
                continue
            }
            rest.removeFirst()
            result += arguments[index - 1]
            if result.count > most.tokens { break }
        }
        return result
    }
}
