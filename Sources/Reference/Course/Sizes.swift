/// How large the worked instances are.
public struct Sizes: Hashable, Sendable {
    /// Numbers that go in, at each step of a sequence.
    public var inputs: Int
    /// Units of a layer.
    public var units: Int
    /// Steps of a sequence.
    public var steps: Int

    public init(inputs: Int = 3, units: Int = 2, steps: Int = 2) {
        (self.inputs, self.units, self.steps) = (inputs, units, steps)
    }

    /// Just large enough for every formula to appear.
    static let smallest = Sizes(inputs: 2, units: 1, steps: 2)

    /// As constants of a cell, those that `code` mentions.
    func constants(in code: [String]) -> [String] {
        [("inputs", inputs), ("units", units), ("steps", steps)]
            .filter { name, _ in code.contains { Self.uses(name, $0) } }
            .map { name, size in "let \(name) = \(size)" }
    }

    /// Whether a line has the name as a word that is neither an argument's label nor a member.
    private static func uses(_ name: String, _ line: String) -> Bool {
        line.ranges(of: name).contains { range in
            let before = line[..<range.lowerBound].last
            let behind = line[range.upperBound...].first
            return before.map { !$0.isLetter && !$0.isNumber && $0 != "." } ?? true
                && behind.map { !$0.isLetter && !$0.isNumber && $0 != ":" } ?? true
        }
    }
}
