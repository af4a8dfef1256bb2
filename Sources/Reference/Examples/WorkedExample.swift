/// A small piece of code that uses several declarations, with what each line of it comes to.
///
/// A test compiles and runs all of them, compares what comes out with what stands here, and asks the compiler which
/// declarations every line uses. So members that have no example of their own have one all the same.
public struct WorkedExample: Equatable, Sendable {
    /// A statement, or an expression and its value.
    public struct Use: Equatable, Sendable {
        public let lines: [String]
        /// What the expression comes to; nil for a statement.
        public let result: String?

        /// With the value behind it, as a comment.
        var text: [String] {
            guard let result, let last = lines.last else { return lines }
            return lines.dropLast() + [last + " // " + result]
        }
    }

    /// What it is an example of: titles of types and functions.
    public let titles: [String]
    /// What all uses begin with.
    public let given: [String]
    public let uses: [Use]

    /// Reads the examples of a text: each begins with a line `// title, title`; the lines up to the first empty one are given,
    /// the others are uses. Behind the last ` // ` of an expression stands its value.
    static func all(in text: String) -> [WorkedExample] {
        var found: [[Substring]] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("// "), found.last?.last?.isEmpty != false {
                found.append([line])
            } else if !found.isEmpty {
                found[found.count - 1].append(line)
            }
        }
        return found.map(WorkedExample.init)
    }

    private init(_ lines: [Substring]) {
        titles = lines.first.map { $0.dropFirst("// ".count).split(separator: ", ").map(String.init) } ?? []
        let body = lines.dropFirst()
        let border = body.firstIndex(of: "") ?? body.startIndex
        given = body[..<border].map(String.init)
        var statements: [[String]] = []
        for line in body[border...] where !line.isEmpty {
            if let first = line.first, " })]".contains(first), !statements.isEmpty {
                statements[statements.count - 1].append(String(line))
            } else {
                statements.append([String(line)])
            }
        }
        uses = statements.map(Self.use)
    }

    private static func use(_ lines: [String]) -> Use {
        guard let last = lines.last, let mark = last.ranges(of: " // ").last else { return Use(lines: lines, result: nil) }
        return Use(lines: lines.dropLast() + [String(last[..<mark.lowerBound])], result: String(last[mark.upperBound...]))
    }
}
