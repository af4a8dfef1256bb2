import Exhibits
import Lessons

/// Inline values and claims that are no expression with a value, and so have nothing to show or to compare.
extension LessonProgram {
    /// What is seen without running: a statement, and several of them.
    var statementsForValues: [Finding] {
        lesson.slots.compactMap { slot in
            let code = BlankedCode(slot.expression).text
            if let word = Self.statementWord(of: slot.expression) {
                return Self.finding(slot, "'\(word)' begins a statement, which has no value")
            }
            guard let end = code.firstIndex(of: UInt8(ascii: ";")),
                !code[..<end].contains(where: { Nesting.step($0) > 0 }),
                code[code.index(after: end)...].contains(where: { $0 != 0x20 && $0 != 0x09 })
            else { return nil }
            return Self.finding(slot, "there is a second statement after ';'")
        }
    }

    /// What came to nothing when it ran, such as a call of `print`.
    func empty(in transcript: Transcript) -> [Finding] {
        lesson.slots.filter { slot in
            transcript.outcomes[slot.number]?.value == .text("()") && !slot.expression.contains("\"")
        }.map { Self.finding($0, "this expression has no value") }
    }

    private static let statements: Set<Substring> = [
        "let", "var", "func", "struct", "class", "enum", "import", "for", "while", "repeat", "guard", "return", "throw",
        "defer", "extension", "typealias",
    ]

    private static func statementWord(of expression: String) -> Substring? {
        let text = expression.drop { $0.isWhitespace }
        let word = text.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
        return statements.contains(word) && text[word.endIndex...].first?.isWhitespace == true ? word : nil
    }

    private static func finding(_ slot: Slot, _ found: String) -> Finding {
        Finding(
            .error, code: "no-value", at: slot.expressionPlace,
            "\(found); write one expression with a value here, and statements in a cell")
    }
}
