/// Texts of records that are said to somebody, as long as anybody reads. Nothing is lost but length.
extension Record {
    /// The record with such texts cut, and a progress that fits on a line.
    package var cut: Record {
        switch self {
        case .progress(let progress): .progress(progress.cut)
        case .stopped(let finding): .stopped(finding.cut)
        case .outcome(let slot, let outcome): .outcome(slot: slot, outcome.cut)
        case .cause(let site, let hint): .cause(site, hint.cut)
        case .claim(let number, let claim): .claim(number, claim.cut)
        case .cell, .exhibit, .numbers, .unanswered, .quantities, .redrawn, .answers, .finished: self
        }
    }
}

/// In bytes.
private enum Longest {
    static let name = 100
    static let progress = 200
    static let message = 10_000
    static let notes = 20
    static let hints = 1000
    static let excerpt = 10_000
}

extension RunProgress {
    package var cut: RunProgress {
        RunProgress(
            label.cut(toBytes: Longest.progress), fraction: fraction, detail: detail.cut(toBytes: Longest.progress))
    }
}

extension Finding {
    fileprivate var cut: Finding {
        var finding = self
        finding.code = code.cut(toBytes: Longest.name)
        finding.message = message.cut(toBytes: Longest.message)
        finding.notes = notes.prefix(Longest.notes).map { $0.cut(toBytes: Longest.message) }
        finding.length = min(Longest.excerpt, max(0, length))
        switch end {
        case .trapped(let words): finding.end = .trapped(words.cut(toBytes: Longest.message))
        case .threw(let words): finding.end = .threw(words.cut(toBytes: Longest.message))
        case .wrongCast(let from, let to):
            finding.end = .wrongCast(from: from.cut(toBytes: Longest.message), to: to.cut(toBytes: Longest.message))
        default: break
        }
        return finding
    }
}

extension Outcome {
    fileprivate var cut: Outcome {
        Outcome(value, failure: failure?.cut(toBytes: Longest.message), hints: hints.prefix(Longest.hints).map(\.cut))
    }
}

extension CellClaim {
    fileprivate var cut: CellClaim {
        var claim = self
        claim.outcome = outcome.cut
        return claim
    }
}

extension Hint {
    fileprivate var cut: Hint {
        var hint = self
        hint.cause = cause.cut(toBytes: Longest.name)
        hint.message = message.cut(toBytes: Longest.message)
        return hint
    }
}

extension Place {
    /// Whether a file can have this line and column.
    package var isPossible: Bool { (1...10_000_000).contains(line) && (1...10_000_000).contains(column) }
}
