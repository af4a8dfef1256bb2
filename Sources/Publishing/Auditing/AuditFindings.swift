import Audit
import Claims
import Exhibits

/// What an audit says to an author, in the form of every other report.
struct AuditFindings {
    private let audit: Audit
    private let file: String

    init(_ audit: Audit, file: String) {
        self.audit = audit
        self.file = file
    }

    var lesson: CourseResult.LessonResult {
        var lesson = CourseResult.LessonResult(file: file)
        for number in audit.numbers {
            switch number.status {
            case .checked(let judged):
                lesson.claims.append(claim(number, judged))
                if judged.verdict == .wrong { lesson.findings.append(finding(number, judged)) }
            case .unchecked(let reason):
                var unclaimed = CourseResult.Unclaimed(number.text, at: number.place)
                unclaimed.reason = reason.words
                lesson.unclaimed.append(unclaimed)
            case .operand, .given: break
            }
        }
        lesson.findings += audit.unread.map { place, reason in
            // Of a file that can't be read at all there is nothing to say that is true.
            Finding(
                audit.numbers.isEmpty ? .error : .warning, code: "unread-notes", at: place,
                "the notes aren't read here: \(reason)")
        }
        lesson.findings += audit.silences.compactMap(finding)
        return lesson
    }

    private func claim(_ number: AuditedNumber, _ judged: AuditedNumber.Judged) -> CourseResult.ClaimLine {
        var line = CourseResult.ClaimLine(
            place: number.place, written: judged.written, expression: judged.calculation, verdict: judged.verdict.rawValue,
            computed: judged.computed, holds: judged.verdict != .wrong, correction: judged.correction, bytes: number.bytes)
        line.quantity = judged.tie.map { .init(name: $0.name, expression: $0.expression, value: $0.value) }
        return line
    }

    private func finding(_ number: AuditedNumber, _ judged: AuditedNumber.Judged) -> Finding {
        let cell = number.cell.map { "\($0): " } ?? ""
        let slip = judged.slipWords.map { "; \($0)" } ?? ""
        var notes: [String] = []
        if let range = judged.range {
            notes.append(
                "whatever its rounded operands were within their digits, it lies between \(range.low) and \(range.high)")
        }
        if let correction = judged.correction, correction != judged.written {
            notes.append("with as many digits: \(correction)")
        }
        notes += judged.tie.map { self.notes(on: $0, judged) } ?? []
        let uses = audit.uses(of: number)
        if !uses.isEmpty {
            let shown = uses.prefix(8).map { $0.file == number.place.file ? "\($0.line):\($0.column)" : "\($0)" }.joined(
                separator: ", ")
            notes.append("used again at \(shown)\(uses.count > 8 ? ", …" : ""): what follows there from it is in doubt")
        }
        return Finding(
            .error, .claim, code: "wrong-number", at: number.place, length: number.bytes.count,
            "\(cell)\(judged.message)\(slip)", notes: notes)
    }

    private func notes(on tie: Tie, _ judged: AuditedNumber.Judged) -> [String] {
        guard tie.verdict == .wrong else {
            return tie.verdict.isTrue
                ? ["\(tie.name) is what the network gives (\(tie.expression)): the slip is in the calculation beside it"] : []
        }
        var notes = tie.causes.map(\.message)
        if judged.followsFromItsCalculation {
            notes.append("it follows from \(judged.calculation): one of the numbers there isn't the network's")
        }
        if let conclusion = tie.conclusion { notes.append("this changes \(conclusion.words)") }
        return notes
    }

    private func finding(_ silence: Silence) -> Finding? {
        if silence.reason == nil {
            return Finding(
                .error, code: "silence-without-reason", at: silence.place, length: 8,
                "say why the number is meant so: “audit-ok \(silence.number.isEmpty ? "0.5" : silence.number): reason”")
        }
        return silence.isNeeded
            ? nil
            : Finding(
                .warning, code: "idle-silence", at: silence.place, length: 8,
                "no wrong \(silence.number) stands on this line or the three below it; take the comment out")
    }
}

extension AuditedNumber.Judged {
    /// What is wrong with the number, in one line.
    var message: String {
        if let meant {
            let other = meantElsewhere == 0 ? "" : ", unless another number of \(calculation) is the one that is wrong"
            return "\(written) was put in for \(meant.number): with that \(meant.result) follows\(other)"
        }
        guard let tie, tie.verdict == .wrong, calculation == tie.expression || followsFromItsCalculation else {
            return "\(written) doesn't follow: \(calculation) gives \(computed)"
        }
        return "\(tie.name) isn't \(written): \(tie.expression) gives \(computed)"
    }
}
