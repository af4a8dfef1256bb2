import Exhibits

/// Which of the proposed claims an author takes: all of a line, the one at a place, or one of the expressions of a doubtful one.
public struct Acceptance: Hashable, Sendable, CustomStringConvertible {
    var line: Int
    var column: Int?
    /// Which of the listed expressions, from 1.
    var choice: Int?

    /// `12`, `12:8` or `12:8=2`; nil for anything else.
    public init?(_ text: String) {
        let halves = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let numbers = halves[0].split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
        guard (1...2).contains(numbers.count), let line = numbers[0], line > 0 else { return nil }
        self.line = line
        if numbers.count == 2 {
            guard let column = numbers[1], column > 0 else { return nil }
            self.column = column
        }
        if halves.count == 2 {
            guard let choice = Int(halves[1]), choice > 0 else { return nil }
            self.choice = choice
        }
    }

    func covers(_ place: Place) -> Bool { place.line == line && (column.map { $0 == place.column } ?? true) }

    public var description: String {
        "\(line)" + (column.map { ":\($0)" } ?? "") + (choice.map { "=\($0)" } ?? "")
    }
}

/// What was to be accepted isn't proposed.
public struct AcceptanceError: ExitingError, Hashable {
    public let description: String
    public let exitCode: Int32 = 64

    init(_ description: String) { self.description = description }
}
