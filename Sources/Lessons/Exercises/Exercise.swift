import Exhibits

/// An exercise of a lesson with what it asks.
public struct Exercise: Hashable, Sendable {
    public struct Part: Hashable, Sendable {
        /// `a` for the first.
        public var letter: String
        public var points: Double?
    }

    /// A question with answers to choose from: a list of tasks in `::: choices`.
    public struct Choices: Hashable, Sendable {
        public struct Choice: Hashable, Sendable {
            public var text: [Inline]
            public var isRight: Bool
            /// What is said to who chooses it: `[because …]{.feedback}`.
            public var feedback: [Inline]
        }

        public var choices: [Choice]

        /// Whether exactly one is right, so that there is one to choose.
        public var hasOneAnswer: Bool { choices.count(where: \.isRight) == 1 }
    }

    public var label: String?
    public var title: [Inline]
    public var points: Double?
    public var place: Place
    public var parts: [Part]
    public var blanks: [Blank]
    public var questions: [Choices]
    public var content: [BlockNode]

    /// What it is worth: what is said of it, else the sum over its parts or its blanks.
    public var worth: Double? {
        if let points { return points }
        let ofParts = parts.compactMap(\.points), ofBlanks = blanks.compactMap(\.points)
        return !ofParts.isEmpty ? ofParts.reduce(0, +) : ofBlanks.isEmpty ? nil : ofBlanks.reduce(0, +)
    }

    /// `nil` for a division of another kind.
    public init?(_ division: Division, at place: Place) {
        guard division.kind == "exercise" else { return nil }
        label = division.label
        title = division.title
        points = Points(division)?.value
        self.place = place
        content = division.content
        parts = Self.parts(of: division).map { Part(letter: $0.letter, points: Points($0.division)?.value) }
        var blanks: [Blank] = []
        walk(division.content) { visit in
            if case .inline(.blank(let blank)) = visit { blanks.append(blank) }
        }
        self.blanks = blanks
        questions = Self.questions(in: division.content)
    }

    private static func questions(in content: [BlockNode]) -> [Choices] {
        var questions: [Choices] = []
        walk(content) { visit in
            if case .block(let node) = visit, case .division(let inner) = node.block, inner.kind == "choices" {
                questions.append(Choices(inner.content))
            }
        }
        return questions
    }

    /// Questions with the letter of the part that asks them, those outside of parts first.
    var questionsByPart: [(letter: String?, question: Choices)] {
        let outside = content.filter { if case .division(let part) = $0.block { part.kind != "part" } else { true } }
        return Self.questions(in: outside).map { (nil, $0) }
            + Self.parts(in: content).flatMap { part in
                Self.questions(in: part.division.content).map { (part.letter, $0) }
            }
    }

    /// The cells in it.
    public var cells: [Cell] {
        var cells: [Cell] = []
        walk(content) { visit in
            if case .block(let node) = visit, case .cell(let cell) = node.block { cells.append(cell) }
        }
        return cells
    }

    /// The parts of an exercise with their letters.
    public static func parts(of division: Division) -> [(letter: String, division: Division)] { parts(in: division.content) }

    private static func parts(in content: [BlockNode]) -> [(letter: String, division: Division)] {
        let parts = content.compactMap { node -> Division? in
            if case .division(let part) = node.block, part.kind == "part" { part } else { nil }
        }
        return parts.enumerated().map { (letter($0.offset), $0.element) }
    }

    /// a, b, …, z, aa, ab, …
    public static func letter(_ position: Int) -> String {
        let last = UnicodeScalar(UInt8(0x61 + position % 26))
        return (position < 26 ? "" : letter(position / 26 - 1)) + String(last)
    }
}

extension Exercise.Choices {
    /// The tasks among lists of tasks.
    public init(_ content: [BlockNode]) {
        choices = content.flatMap { node -> [Choice] in
            guard case .list(_, _, let items) = node.block else { return [] }
            return items.compactMap(Choice.init)
        }
    }
}

extension Exercise.Choices.Choice {
    /// `nil` for an item that is no task.
    init?(_ item: [BlockNode]) {
        guard case .paragraph(let words)? = item.first?.block, case .task(let isDone)? = words.first else { return nil }
        isRight = isDone
        text = words.dropFirst().filter { !$0.isFeedback }
        feedback = words.flatMap { inline -> [Inline] in
            if case .span(let inside, _) = inline, inline.isFeedback { inside } else { [] }
        }
    }
}

extension Inline {
    /// Whether it is what a student is told after choosing.
    var isFeedback: Bool { if case .span(_, let attributes) = self { attributes.classes.contains("feedback") } else { false } }
}

extension Lesson {
    /// Its exercises in order.
    public var exercises: [Exercise] {
        var exercises: [Exercise] = []
        walk { visit in
            if case .block(let node) = visit, case .division(let division) = node.block,
                let exercise = Exercise(division, at: node.place)
            {
                exercises.append(exercise)
            }
        }
        return exercises
    }
}
