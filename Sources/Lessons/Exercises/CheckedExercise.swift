/// The numbers of an exercise that a student's page can check. It knows where the answers stand, not what they are.
public struct CheckedExercise: Hashable, Sendable {
    /// A number to be written into a field of a blank.
    public struct Field: Hashable, Sendable {
        /// The blank's number in its exercise, from 1.
        public var blank: Int
        /// Which number of the answer, from 0.
        public var entry: Int
        /// How many numbers the answer has.
        public var entries: Int
        /// The field of the blank, from 0, of those that are to be filled in.
        public var place: Int
        /// Among the lesson's claims and inline values.
        public var slot: Int
        public var decimals: Int?
        public var tolerance: Double?
    }

    /// The exercise's label, or its place among those that are checked.
    public var name: String
    /// All numbers, in reading order.
    public var fields: [Field] = []
    /// Which of them are checked together, by their positions in `fields`.
    public var groups: [[Int]] = []

    /// `nil` where there is nothing to check.
    init?(_ exercise: Exercise, name: String, by check: SelfCheck) {
        self.name = name
        var byPart: [Int: [Int]] = [:]
        var part = 0
        for node in exercise.content {
            let isPart = if case .division(let division) = node.block { division.kind == "part" } else { false }
            if isPart { part += 1 }
            walk([node]) { visit in
                // Of a few numbers to choose from, the right one is found by trying.
                guard case .inline(.blank(let blank)) = visit, blank.choices == nil else { return }
                let own = add(blank)
                switch check {
                case .off: break
                case .together: byPart[0, default: []] += own
                case .parts: byPart[isPart ? part : 0, default: []] += own
                case .each: groups.append(Array(own))
                }
            }
        }
        groups += byPart.sorted { $0.key < $1.key }.map(\.value)
        if groups.isEmpty { return nil }
    }

    private mutating func add(_ blank: Blank) -> Range<Int> {
        let first = fields.count, fields = blank.form.fields
        for (place, entry) in blank.form.asked.enumerated() {
            self.fields.append(
                Field(
                    blank: blank.number, entry: entry, entries: fields.count, place: place, slot: blank.answer.slot,
                    decimals: fields[entry].decimals ?? blank.decimals, tolerance: blank.tolerance))
        }
        return first..<self.fields.count
    }
}
