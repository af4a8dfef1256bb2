/// The lines of an example that some of its uses need.
extension WorkedExample {
    /// Of what all uses begin with, the statements that these uses mention, and those that these mention in turn.
    ///
    /// - Parameter isShown: Whether a statement is wanted for its own sake.
    func given(for uses: [Use], showing isShown: ([String]) -> Bool = { _ in false }) -> [String] {
        var needed = uses.map { $0.lines.joined(separator: "\n") }
        var kept: [[String]] = []
        for statement in Self.statements(in: given).reversed() {
            let names = Self.names(declaredIn: statement[0])
            let isNeeded = names.isEmpty || names.contains { name in needed.contains { Self.mentions($0, name) } }
            guard isNeeded || isShown(statement) else { continue }
            needed.append(statement.joined(separator: "\n"))
            kept.insert(statement, at: 0)
        }
        return kept.flatMap(\.self)
    }

    /// Lines that belong together: what is set in, and a closing bracket, belongs to the line before.
    private static func statements(in lines: [String]) -> [[String]] {
        lines.reduce(into: []) { statements, line in
            if statements.isEmpty || !(line.hasPrefix(" ") || line.hasPrefix("}") || line.hasPrefix(")") || line.hasPrefix("]")) {
                statements.append([line])
            } else {
                statements[statements.count - 1].append(line)
            }
        }
    }

    /// `a` and `b` of `let (a, b) = …`; nothing for a line that declares nothing.
    private static func names(declaredIn line: String) -> [String] {
        guard let match = line.firstMatch(of: /^(?:let|var|func|struct|enum|final class|class) (\([^)]*\)|\w+)/) else { return [] }
        return match.1.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init)
    }

    private static func mentions(_ code: String, _ name: String) -> Bool {
        code.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.contains { $0 == name[...] }
    }
}
