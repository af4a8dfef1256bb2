import Audit
import Claims
import Exhibits

/// An audit written out in the chosen format.
public func report(_ run: AuditRun, as format: ReportFormat, listing: ReportListing = ReportListing()) throws -> String {
    let body = try report(run.result, as: format, listing: listing)
    return format == .text ? AuditSummary(run.audits).text + body : body
}

/// How much of the notes was read, and what was not and why: what a colleague says first.
struct AuditSummary {
    private var total = 0
    private var verdicts: [Verdict: Int] = [:]
    private var operands = 0
    private var given = 0
    private var reasons: [String: Int] = [:]
    private var ties: [Verdict: Int] = [:]
    /// What the notes' names turned out to mean; nil where no network was given.
    private var conventions: [String]?
    /// Wrong numbers that change more than themselves.
    private var conclusions: [String] = []
    /// Numbers that nothing ties, with what they nearly are.
    private var nearnesses: [String] = []
    /// Numbers that nothing explains; nil where no network was given.
    private var unexplained: Int?

    init(_ audits: [Audit]) {
        for tying in audits.compactMap(\.tying) {
            conventions = (conventions ?? []) + tying.conventions.map(\.words).filter { !(conventions ?? []).contains($0) }
        }
        for audit in audits where audit.tying != nil {
            unexplained = (unexplained ?? 0) + audit.unexplained - audit.nearnesses.count
            nearnesses += audit.nearnesses.map { near in
                "  \(near.number.place): \(near.number.text) is nearly \(near.expression), which is \(near.correction): \(near.difference)"
            }
        }
        for number in audits.flatMap(\.numbers) {
            total += 1
            switch number.status {
            case .checked(let judged):
                verdicts[judged.verdict, default: 0] += 1
                if let tie = judged.tie {
                    ties[tie.verdict, default: 0] += 1
                    if let conclusion = tie.conclusion, tie.verdict == .wrong {
                        conclusions.append(
                            "  \(number.place): \(tie.name) isn't \(judged.written): this changes \(conclusion.words)")
                    }
                }
            case .operand: operands += 1
            case .given: given += 1
            case .unchecked(let reason): reasons[reason.words, default: 0] += 1
            }
        }
    }

    private var results: Int { verdicts.values.reduce(0, +) }
    private var unchecked: Int { reasons.values.reduce(0, +) }

    var text: String {
        if total == 0 { return "No number was found.\n" }
        var lines = [
            "\(total - unchecked) of \(Self.counted(total, "number")) \(total - unchecked == 1 ? "was" : "were") checked or "
                + "\(total - unchecked == 1 ? "enters" : "enter") what was checked: \(Self.counted(results, "result")), "
                + "\(Self.counted(operands, "operand")), \(given) given; \(unchecked) \(unchecked == 1 ? "was" : "were") "
                + "not checked."
        ]
        if !verdicts.isEmpty { lines.append("Results: \(Self.listed(verdicts)).") }
        if let conventions {
            let tied = ties.values.reduce(0, +)
            lines.append(
                "\(tied) of them \(tied == 1 ? "is" : "are") tied to the network by \(tied == 1 ? "its name" : "their names")"
                    + (tied == 0 ? "." : ": \(Self.listed(ties))."))
            if !conventions.isEmpty { lines.append("Read so: \(conventions.joined(separator: "; ")).") }
        }
        if !conclusions.isEmpty { lines += ["Changes a conclusion:"] + conclusions.map { TerminalText.line($0) } }
        if unchecked > 0 {
            lines.append("Not checked:")
            let ordered = reasons.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            lines += ordered.map { "  \($0.value): \($0.key)" }
        }
        if !nearnesses.isEmpty {
            lines.append("Near a quantity of the network, though nothing says that they are meant for it:")
            lines += nearnesses.prefix(Self.mostNear).map { TerminalText.line($0) }
            if nearnesses.count > Self.mostNear { lines.append("  and \(nearnesses.count - Self.mostNear) more") }
        }
        if let unexplained, unexplained > 0 {
            lines.append("Nothing explains \(Self.counted(unexplained, "number")).")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static let mostNear = 20

    private static func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

    /// `8 right, 1 wrong`
    private static func listed(_ counts: [Verdict: Int]) -> String {
        Verdict.allCases.compactMap { verdict in counts[verdict].map { "\($0) \(words(verdict))" } }.joined(separator: ", ")
    }

    private static func words(_ verdict: Verdict) -> String {
        switch verdict {
        case .exact: "right"
        case .truncated: "cut off instead of rounded"
        case .roundingPath: "from rounded steps"
        case .wrong: "wrong"
        case .vague, .notComputed: verdict.rawValue
        }
    }
}
