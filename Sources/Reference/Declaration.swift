/// A declaration as a reader wants it.
enum Declaration {
    /// Without the arguments that only say where a call stands, which nobody writes.
    static func text(_ declaration: String) -> String {
        declaration.replacing(
            /,? ?\bfile: (StaticString|String) = #filePath(, line: U?Int = #line)?(, column: U?Int = #column)?/, with: ""
        )
        .replacing("(, ", with: "(")
        .replacing(" { get }", with: "").replacing(" { get set }", with: "")
    }

    /// Whether it takes the place of its call, to end the lesson there.
    static func knowsItsCaller(_ declaration: String) -> Bool { declaration.contains("= #filePath") }

    /// Whether a call of it has to be tried: `throws` or `rethrows` stands behind its arguments.
    static func isThrowing(_ declaration: String) -> Bool {
        var (depth, outside) = (0, "")
        for character in declaration {
            if character == "(" { depth += 1 }
            if depth == 0 { outside.append(character) }
            if character == ")" { depth -= 1 }
        }
        let head = outside.firstRange(of: "->").map { outside[..<$0.lowerBound] } ?? outside[...]
        return head.contains(/\b(re)?throws\b/)
    }
}
