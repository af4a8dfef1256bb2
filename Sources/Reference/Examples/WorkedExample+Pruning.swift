/// The lines of an example that some of its uses need.
extension WorkedExample {
    /// These uses, with the statements before them that they mention, and those that these mention in turn; and whatever came
    /// before of something that changes, since its value depends on all of it.
    ///
    /// - Parameter isShown: Whether a statement at the beginning is wanted for its own sake.
    func needed(for shown: [Use], showing isShown: ([String]) -> Bool) -> [Use] {
        let beginning = Self.statements(in: given).map { Use(lines: $0, result: nil) }
        var (code, kept): ([String], [Use]) = ([], [])
        for (place, use) in (beginning + uses).enumerated().reversed() {
            let isGiven = place < beginning.count
            let names = Self.names(declaredIn: use.lines[0])
            let isNeeded =
                isGiven && (names.isEmpty || isShown(use.lines))
                || names.contains { name in code.contains { Self.mentions($0, name) } }
                || changing.contains { name in Self.mentions(use.code, name) && code.contains { Self.mentions($0, name) } }
            guard isNeeded || !isGiven && shown.contains(use) else { continue }
            code.append(use.code)
            kept.insert(use, at: 0)
        }
        return kept
    }

    /// The names of what may change.
    private var changing: [String] {
        (given + uses.flatMap(\.lines)).filter { $0.hasPrefix("var ") }.flatMap(Self.names)
    }

    /// Lines that belong together: what is set in, and a closing bracket, belongs to the line before.
    private static func statements(in lines: [String]) -> [[String]] {
        lines.reduce(into: []) { statements, line in
            if !statements.isEmpty, let first = line.first, " })]".contains(first) {
                statements[statements.count - 1].append(line)
            } else {
                statements.append([line])
            }
        }
    }

    /// `a` and `b` of `let (a, b) = …`; nothing for a line that declares nothing.
    private static func names(declaredIn line: String) -> [String] {
        guard let match = line.firstMatch(of: /^(?:let|var|func|struct|enum|class|final class) (\([^)]*\)|\w+)/) else {
            return []
        }
        return match.1.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init)
    }

    private static func mentions(_ code: String, _ name: String) -> Bool {
        code.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.contains { $0 == name[...] }
    }
}

extension WorkedExample.Use {
    fileprivate var code: String { lines.joined(separator: "\n") }
}
