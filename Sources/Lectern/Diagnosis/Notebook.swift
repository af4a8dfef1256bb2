import Claims
import Derivations
import Exhibits
import Synchronization

/// What a running lesson has computed and claimed so far: where the cause of a false claim is looked for.
final class Notebook: Sendable {
    /// The notebook of the lesson that is running; outside a lesson nothing is remembered.
    @TaskLocal static var current: Notebook?

    private struct Contents: @unchecked Sendable {
        var observed: [(name: String, value: Any, type: Any.Type)] = []
        var claims: [EarlierClaim] = []
        /// Claims of the cell that is running, and how many all cells have made.
        var openClaims: [OpenClaim] = []
        var calls = 0
        var formulas = Formulas()
        /// Slots of the answers that exercises ask for, and what came out there.
        var asked: Set<Int> = []
        var answers: [AskedAnswer] = []
        /// Taken apart only when a claim is false, and then once.
        var evidence = Evidence()
        var taken = 0
        var diagnoses = 0
        var place: String?

        mutating func takeObserved() {
            while taken < observed.count {
                evidence.take(observed[taken].value, as: observed[taken].name)
                taken += 1
            }
        }
    }

    /// Everything observed, taken apart.
    private var evidence: Evidence {
        contents.withLock { contents in
            contents.takeObserved()
            return contents.evidence
        }
    }

    private let contents = Mutex(Contents())

    /// Where an error would come from that is thrown now, as far as that is known.
    var place: String? {
        get { contents.withLock { $0.place } }
        set { contents.withLock { $0.place = newValue } }
    }

    /// A lesson with more false claims than this has a cause that no single number shows.
    private static let mostDiagnoses = 300

    /// Remembers a constant or variable of a cell under its name.
    func observe(_ name: String, _ value: Any, type: Any.Type) {
        // The lesson runs in one task; the lock only satisfies code that claims from several.
        nonisolated(unsafe) let value = value
        contents.withLock { $0.observed.append((name, value, type)) }
    }

    /// The constants observed so far, with the types they were declared with.
    var constants: [String: Follower.Constant] {
        contents.withLock { contents in
            nonisolated(unsafe) let found = contents.observed.map {
                ($0.name, Follower.Constant(value: $0.value, type: $0.type))
            }
            return Dictionary(found) { _, later in later }
        }
    }

    /// Remembers the formulas of a cell.
    func define(_ formulas: [PlainDefinition]) {
        contents.withLock { contents in
            for formula in formulas { contents.formulas.take(formula) }
        }
    }

    /// Remembers the numbers that a cell writes down.
    func know(_ givens: PlainGivens) { contents.withLock { $0.evidence.take(givens) } }

    /// Remembers a claim of the cell that is running, to be looked into when the cell has run; which of the run's calls it is.
    func open(_ written: String, _ value: Any) -> Int {
        nonisolated(unsafe) let value = value
        return contents.withLock { contents in
            defer { contents.calls += 1 }
            contents.openClaims.append(OpenClaim(number: contents.calls, written: written, value: value))
            return contents.calls
        }
    }

    /// The claims that wait to be looked into.
    func takeOpenClaims() -> [OpenClaim] {
        nonisolated(unsafe) var taken: [OpenClaim] = []
        contents.withLock { contents in
            taken = contents.openClaims
            contents.openClaims = []
        }
        return taken
    }

    /// How a claimed number was computed, if a formula of the lesson tells.
    func formula(of expression: PlainExpression?, giving value: Double) -> Scalar? {
        let constants = constants
        let formulas = contents.withLock { $0.formulas }
        return expression.flatMap { formulas.scalar($0, giving: value, with: constants) }
            ?? formulas.scalar(giving: value, with: constants)
    }

    /// How it may have been computed from other numbers, where no graph tells.
    func relations(giving value: Double) -> [Scalar] {
        let evidence = evidence
        return evidence.hasInGraph(value) || !evidence.predictions(giving: value).isEmpty
            ? [] : Relations(evidence).scalars(giving: value)
    }

    /// Exercises ask for what comes out at these slots.
    func ask(_ slots: Set<Int>) { contents.withLock { $0.asked = slots } }

    /// Remembers what came out at a slot, if an exercise asks for it.
    func remember(_ slot: Int, _ value: Any, _ outcome: Outcome) {
        nonisolated(unsafe) let value = value
        contents.withLock { contents in
            guard contents.asked.contains(slot), let answer = AskedAnswer(slot: slot, value, outcome) else { return }
            contents.answers.append(answer)
        }
    }

    /// What the answers of exercises are computed from; nil where none is asked for.
    var answerSheet: AnswerSheet? {
        let answers = contents.withLock { $0.answers }
        guard !answers.isEmpty else { return nil }
        return AnswerSheet(answers, in: evidence) { formula(of: nil, giving: $0) }
    }

    /// Remembers a number that was claimed, so that later ones can be followed from it as written.
    func note(_ claim: EarlierClaim) {
        contents.withLock { $0.claims.append(claim) }
    }

    /// What one slip that explains several wrong numbers of the page says of each, now that all are known.
    var sharedHints: [(site: ClaimSite, hint: Hint)] {
        contents.withLock { contents in
            guard contents.claims.count(where: { !$0.holds }) >= 2 else { return [] }
            contents.takeObserved()
            // What is told last at a number stands first.
            return RepeatedRun.all(of: contents.claims).flatMap(\.hints)
                + (SharedSlip(of: contents.claims, in: contents.evidence)?.hints ?? [])
        }
    }

    /// The causes of one false claim, best first.
    func hints(for mismatch: Mismatch) -> [Hint] {
        contents.withLock { contents in
            guard contents.diagnoses < Self.mostDiagnoses else { return [] }
            contents.diagnoses += 1
            contents.takeObserved()
            return Diagnosis(mismatch: mismatch, evidence: contents.evidence, claims: EarlierClaims(contents.claims)).hints
        }
    }
}

extension Notebook {
    /// Another way to compute a list, in which all of its wrong numbers come out as written.
    func commonHint(for wrong: [Mismatch]) -> Hint? {
        contents.withLock { contents in
            guard wrong.count >= 2, wrong.count <= 64, contents.diagnoses < Self.mostDiagnoses else { return nil }
            contents.diagnoses += 1
            contents.takeObserved()
            return contents.evidence.commonHint(for: wrong)
        }
    }

    /// A list of the lesson that has exactly the numbers written.
    func hints(forList numbers: [WrittenNumber]) -> [Hint] {
        evidence.lists.filter { list in
            list.values.count == numbers.count && zip(numbers, list.values).allSatisfy { $0.verdict(for: $1) == .exact }
        }.prefix(1).map {
            Hint(cause: Cause.neighbour.rawValue, message: "these are the numbers of \($0.name)", value: $0.values.first ?? 0)
        }
    }

    /// A word of the lesson that is the one written.
    func hints(forText text: String) -> [Hint] {
        evidence.words.filter { $0.text == text }.prefix(1).map {
            Hint(cause: Cause.neighbour.rawValue, message: "this is \($0.name)", value: 0)
        }
    }
}
