import Audit
import Claims
import Exhibits

/// What planted slips tell of an audit: how many it would see, and in which places it is blind.
struct PowerReport {
    private let power: AuditPower
    private let file: String
    private let listsAll: Bool

    /// - Parameter listsAll: whether every slip that isn't seen is listed, with what the audit makes of the number then.
    init(_ power: AuditPower, file: String, listsAll: Bool) {
        self.power = power
        self.file = file
        self.listsAll = listsAll
    }

    private static let most = 20

    var text: String {
        guard power.total > 0 else { return TerminalText.line("\(file): power: there is no number to falsify") + "\n" }
        let share = Int((100 * Double(power.totalSeen) / Double(power.total)).rounded())
        var lines = ["\(file): power: of \(power.total) planted slips \(power.totalSeen) would be seen (\(share) %)"]
        for kind in PlantedSlip.Kind.allCases {
            if let planted = power.planted[kind] { lines.append("  \(kind.rawValue): \(power.seen[kind] ?? 0) of \(planted)") }
        }
        if !power.blind.isEmpty {
            lines.append("Blind places, where none of the slips was seen:")
            lines += power.blind.prefix(Self.most).map { "  \($0.number.place): \($0.number.text): \(Self.why($0.number))" }
            if power.blind.count > Self.most { lines.append("  and \(power.blind.count - Self.most) more") }
        }
        let unseen = power.trials.filter { !$0.isSeen }
        if listsAll, !unseen.isEmpty {
            lines.append("Slips that wouldn't be seen:")
            lines += unseen.map { trial in
                "  \(trial.number.place): \(trial.number.text) as \(trial.slip.text) (\(trial.slip.kind.rawValue)): \(Self.fate(trial))"
            }
        }
        return lines.map { TerminalText.line($0) }.joined(separator: "\n") + "\n"
    }

    /// What the audit makes of a falsified number.
    private static func fate(_ trial: AuditPower.Trial) -> String {
        switch trial.after {
        case .checked(let judged): "it is \(judged.verdict.rawValue): \(judged.calculation)"
        case .operand: "the calculation it enters hardly depends on it"
        case .given: "no calculation depends on it alone"
        case .unchecked(let reason): reason.words
        case nil: "no number is read there"
        }
    }

    private static func why(_ number: AuditedNumber) -> String {
        switch number.status {
        case .checked: "the slips tried stay within what its rounded operands allow"
        case .operand: "the calculation it enters hardly depends on it"
        case .given: "no calculation depends on it alone"
        case .unchecked(let reason): reason.words
        }
    }
}
