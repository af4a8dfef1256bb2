import Exhibits

extension LessonRun {
    /// Answers claims and inline values that needn't be compiled, with the constants known so far. `questions` are their slots,
    /// expressions and claimed numbers. What can't be answered is reported, to be compiled.
    public static func answer(_ questions: String) {
        settle()
        var follower = Follower(Notebook.current?.constants ?? [:])
        var numbers = Numbers()
        var open: [Int] = []
        for question in Handed.value([Question].self, from: questions) ?? [] {
            guard let value = follower.value(of: question.expression) else {
                open.append(question.slot)
                continue
            }
            let outcome =
                question.written.map { Outcome(value, written: $0, of: question.expression, at: .slot(question.slot)) }
                ?? Outcome(value)
            numbers.tell(outcome, of: value, at: question.slot)
        }
        numbers.tell()
        if !open.isEmpty { Recorder.write(.unanswered(open)) }
    }

    /// The value of a claimed table came out. `questions` are the numbers of it that the author claims.
    public static func table(_ value: Any, rows: Int, columns: Int, _ questions: String) {
        settle()
        let entries = TableEntries(of: Quantity(describing: value), rows: rows, columns: columns)
        var numbers = Numbers()
        for question in Handed.value([TableQuestion].self, from: questions) ?? [] {
            let entry = entries[question.row, question.column]
            let outcome = Outcome(entry, written: question.written, of: question.expression, at: .slot(question.slot))
            numbers.tell(outcome, of: entry, at: question.slot)
        }
        numbers.tell()
    }

    /// Outcomes of which nothing is to be said but their numbers, told together.
    private struct Numbers {
        private var slots: [Int] = []
        private var values: [Double] = []

        /// Remembers the outcome, and tells what has more to say at once.
        mutating func tell(_ outcome: Outcome, of value: Any, at slot: Int) {
            Notebook.current?.remember(slot, value, outcome)
            if case .number(let number)? = outcome.value, outcome.hints.isEmpty {
                slots.append(slot)
                values.append(number)
            } else {
                Recorder.write(.outcome(slot: slot, outcome))
            }
        }

        func tell() { if !slots.isEmpty { Recorder.write(.numbers(slots: slots, values)) } }
    }

    /// Remembers the constants of a cell: `names` are theirs, separated by spaces.
    public static func observe<A>(_ names: String, _ a: A) { note(names, [(a, A.self)]) }

    public static func observe<A, B>(_ names: String, _ a: A, _ b: B) { note(names, [(a, A.self), (b, B.self)]) }

    public static func observe<A, B, C>(_ names: String, _ a: A, _ b: B, _ c: C) {
        note(names, [(a, A.self), (b, B.self), (c, C.self)])
    }

    public static func observe<A, B, C, D>(_ names: String, _ a: A, _ b: B, _ c: C, _ d: D) {
        note(names, [(a, A.self), (b, B.self), (c, C.self), (d, D.self)])
    }

    /// Generic, not `Any…`: the compiler is three times as fast with one call for five constants as with five, and putting each
    /// into an existential would cost what that saves.
    public static func observe<A, B, C, D, E>(_ names: String, _ a: A, _ b: B, _ c: C, _ d: D, _ e: E) {
        note(names, [(a, A.self), (b, B.self), (c, C.self), (d, D.self), (e, E.self)])
    }

    private static func note(_ names: String, _ values: [(Any, Any.Type)]) {
        guard let notebook = Notebook.current else { return }
        for (name, value) in zip(names.split(separator: " "), values) {
            notebook.observe(String(name), value.0, type: value.1)
        }
    }
}
