import Claims
import Exhibits
import Lessons

/// Every claim of a lesson with its verdict: those in the text, and those that cells make.
struct JudgedClaims {
    var lines: [CourseResult.ClaimLine] = []
    var findings: [Finding] = []

    init(lesson: Lesson, transcript: Transcript, isStrict: Bool) {
        // After a failure, what wasn't computed is a consequence: the failure alone is said.
        let isComplete = transcript.failures.isEmpty
        for claim in lesson.claims {
            guard let outcome = transcript.outcomes[claim.slot] else {
                if isComplete { add(Judgement(.notComputed, written: claim.written), claim.place, claim.expression, isStrict) }
                continue
            }
            if let expected = claim.expected, let finding = finding(forExpectation: expected, at: claim.place) {
                findings.append(finding)
            }
            let judgement = judge(
                written: claim.written, outcome: outcome, expected: claim.expected, language: lesson.frontMatter.lang)
            add(judgement, claim.place, claim.expression, isStrict)
        }
        for index in transcript.outputs.keys.sorted() {
            for case .claim(let claim) in transcript.outputs[index] ?? [] {
                add(judge(claim), claim.place, "claim in cell", isStrict)
            }
        }
        checkCount(lesson, isComplete: isComplete)
    }

    private mutating func add(_ judgement: Judgement, _ place: Place, _ expression: String, _ isStrict: Bool) {
        lines.append(
            CourseResult.ClaimLine(
                place: place, written: judgement.written, expression: expression, verdict: judgement.verdict.rawValue,
                computed: judgement.computed, holds: judgement.holds))
        findings += judgement.findings(at: place, strict: isStrict)
    }

    /// A lesson that promises claims and has fewer has lost some, perhaps with a sentence that was rewritten.
    private mutating func checkCount(_ lesson: Lesson, isComplete: Bool) {
        guard let promised = lesson.frontMatter.claims, isComplete, lines.count < promised else { return }
        findings.append(
            Finding(
                .error, .claim, code: "too-few-claims", at: Place(file: lesson.file, line: 1),
                "the front matter promises \(promised) claims, and there are \(lines.count); "
                    + "put the missing ones back or correct `claims:`"))
    }
}
