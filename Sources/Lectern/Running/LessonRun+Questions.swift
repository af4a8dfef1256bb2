import Exhibits

extension LessonRun {
    /// Answers claims and inline values that needn't be compiled, with the constants known so far. `questions` are their slots,
    /// expressions and claimed numbers. What can't be answered is reported, to be compiled.
    public static func answer(_ questions: String) {
        settle()
        var follower = Follower(Notebook.current?.constants ?? [:])
        var numbers: (slots: [Int], values: [Double]) = ([], [])
        var open: [Int] = []
        for question in Handed.value([Question].self, from: questions) ?? [] {
            guard let value = follower.value(of: question.expression) else {
                open.append(question.slot)
                continue
            }
            let outcome =
                question.written.map { Outcome(value, written: $0, of: question.expression, at: .slot(question.slot)) }
                ?? Outcome(value)
            Notebook.current?.remember(question.slot, value, outcome)
            if case .number(let number)? = outcome.value, outcome.hints.isEmpty {
                numbers.slots.append(question.slot)
                numbers.values.append(number)
            } else {
                Recorder.write(.outcome(slot: question.slot, outcome))
            }
        }
        if !numbers.slots.isEmpty { Recorder.write(.numbers(slots: numbers.slots, numbers.values)) }
        if !open.isEmpty { Recorder.write(.unanswered(open)) }
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
