import Claims
import Exhibits
import Lessons

/// A lesson with everything its run left behind and a verdict for every claim: what a page is drawn from.
public struct Handout: Sendable {
    /// A claim of the lesson with its verdict, at the place where its number is written.
    public struct JudgedClaim: Sendable {
        public var place: Place
        public var expression: String?
        /// Which number of a table it is, where the table is claimed whole.
        public var entry: TableEntry?
        public var judgement: Judgement
        /// Its number in the lesson; nil for a claim that a cell makes.
        public var slot: Int?
        /// Whether the page shows it; what stands in hidden text is judged all the same.
        public var isShown = true
    }

    public let lesson: Lesson
    public let transcript: Transcript
    /// Verdicts of the claims in the text, by slot.
    let judgements: [Int: Judgement]
    /// All claims, in the text and in cells, by place.
    public let claims: [JudgedClaim]
    /// What is to be said about the claims. Without a run there is nothing to say about them.
    public let findings: [Finding]

    public init(lesson: Lesson, transcript: Transcript, strict: Bool = false) {
        let lesson = lesson.offering(transcript).answeringDrawings(of: transcript)
        let transcript = transcript.drawn(for: lesson.frontMatter.edition)
        self.lesson = lesson
        self.transcript = transcript
        var judgements: [Int: Judgement] = [:]
        var claims: [JudgedClaim] = []
        var findings: [Finding] = []
        let convention = Convention(
            language: lesson.frontMatter.lang, precision: lesson.frontMatter.precision,
            cutsDigits: lesson.frontMatter.cutsDigits)
        let scales = Self.scales(of: lesson, transcript)
        let unseen = Self.unseen(in: lesson)
        for claim in lesson.claims {
            guard let outcome = transcript.outcomes[claim.slot] else { continue }
            var convention = convention
            convention.precision = claim.precision ?? convention.precision
            let judgement = judge(
                written: claim.written, outcome: outcome, expected: claim.expected, under: convention,
                scale: claim.table.flatMap { scales[$0] } ?? 0)
            judgements[claim.slot] = judgement
            claims.append(
                JudgedClaim(
                    place: claim.place, expression: claim.expression, entry: claim.entry, judgement: judgement,
                    slot: claim.slot,
                    isShown: !unseen.slots.contains(claim.slot)))
            if let expected = claim.expected, let finding = finding(forExpectation: expected, at: claim.place) {
                findings.append(finding)
            }
        }
        for (cell, outputs) in transcript.outputs.sorted(by: { $0.key < $1.key }) {
            for case .claim(let claim) in outputs {
                claims.append(
                    JudgedClaim(
                        place: claim.place, expression: nil, judgement: judge(claim, under: convention),
                        isShown: !unseen.cells.contains(cell)))
            }
        }
        claims.sort { $0.place < $1.place }
        findings += claims.flatMap { $0.judgement.findings(at: $0.place, strict: strict) }
        let pencil = PencilTest(
            convention: convention, isTrusted: { judgements[$0.slot]?.verdict.isTrue != false }, isStrict: strict)
        // A student's edition shows planted mistakes as plain numbers; those who look for them have the other editions.
        if !lesson.frontMatter.edition.hidesSolutions { findings += pencil.findings(in: lesson) }
        findings += Answer.findings(in: lesson, transcript)
        let count = claims.reduce(0) { $0 + $1.judgement.count }
        if let promised = lesson.frontMatter.claims, transcript.failures.isEmpty, count < promised {
            findings.append(
                Finding(
                    .error, .claim, code: "missing-claims", at: Place(file: lesson.file, line: 1),
                    "this lesson promises \(promised) claims, but only \(count) were found; "
                        + "put back what was lost or lower 'claims:'"))
        }
        self.judgements = judgements
        self.claims = claims
        self.findings = findings
    }

    /// The numbers of the cells and of the claims that no page shows.
    private static func unseen(in lesson: Lesson) -> (cells: Set<Int>, slots: Set<Int>) {
        var cells: Set<Int> = []
        var slots: Set<Int> = []
        for step in lesson.unseen {
            switch step {
            case .cell(let cell): cells.insert(cell.index)
            case .slot(let slot): slots.insert(slot.number)
            }
        }
        return (cells, slots)
    }

    /// The largest number of each table that is claimed whole, by where its claim stands: its numbers come from one computation.
    private static func scales(of lesson: Lesson, _ transcript: Transcript) -> [Place: Double] {
        var scales: [Place: Double] = [:]
        for claim in lesson.claims {
            guard let table = claim.table, let value = transcript.outcomes[claim.slot]?.value?.number, value.isFinite else {
                continue
            }
            scales[table] = max(scales[table] ?? 0, abs(value))
        }
        return scales
    }
}
