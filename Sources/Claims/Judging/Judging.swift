import Exhibits

/// Holds what an author wrote to what the lesson computed.
///
/// - Parameters:
///   - text: the claim as written, `0.298371109` or `\begin{pmatrix} 1 & 2 \end{pmatrix}`.
///   - outcome: what became of its expression, with the causes the run itself found.
///   - expected: the verdict in the link's title, if there is one.
///   - language: the page's `lang`, which decides what a comma means; code always uses a point.
public func judge(written text: String, outcome: Outcome, expected: String? = nil, language: String = "en") -> Judgement {
    let written = Written(parsing: text, mark: DecimalMark(language: language))
    var judgement = judge(written, text: text, outcome: outcome)
    judgement.expected = expected.flatMap(Verdict.init(stated:))
    if judgement.verdict == .wrong, let cause = outcome.hints.first?.cause, cause == Hint.roundingPath {
        judgement.verdict = .roundingPath
    }
    judgement.hints = judgement.verdict.isTrue ? [] : outcome.hints
    return judgement
}

/// A claim made by a call inside a cell, where numbers are written as in Swift.
public func judge(_ claim: CellClaim) -> Judgement {
    judge(written: claim.written, outcome: claim.outcome, expected: claim.expected)
}

extension Hint {
    /// The cause that turns *wrong* into *rounding path*.
    public static let roundingPath = "rounding-path"
}

private func judge(_ written: Written, text: String, outcome: Outcome) -> Judgement {
    guard let value = outcome.value else {
        return Judgement(.notComputed, written: text, reason: outcome.failure)
    }
    switch (written, value) {
    case (.number(let number), .number(let computed)): return judgement(number, computed)
    case (.number(let number), .integer(let computed)): return judgement(number, Double(computed))
    case (.number(let number), .vector(let values)) where values.count == 1: return judgement(number, values[0])
    case (.number(let number), .boolean(let flag)) where number.text == "1" || number.text == "0":
        return compared(number.text, flag ? "1" : "0")
    case (.list(let list), .vector(let values)): return judgement(list, [values], text: text)
    case (.list(let list), .matrix(let rows)): return judgement(list, rows, text: text)
    case (.list(let list), .number(let value)): return judgement(list, [[value]], text: text)
    case (.boolean(let flag), .boolean(let computed)): return compared(text, "\(computed)", equal: flag == computed)
    case (_, .text(let computed)):
        return compared(text, computed, equal: normalized(text) == normalized(computed))
    case (.text, .number(let value)) where value.isNaN && normalized(text).lowercased() == "nan":
        return Judgement(.exact, written: text, computed: "nan")
    default:
        let computed = value.plainText
        return Judgement(.wrong, written: text, computed: computed, reason: Wording.incomparable(text, value))
    }
}

private func judgement(_ number: WrittenNumber, _ computed: Double) -> Judgement {
    let verdict = number.verdict(for: computed)
    let difference = (number.value - computed) / number.unit
    return Judgement(
        verdict, written: number.text, computed: number.computedText(computed),
        difference: difference.isFinite && !number.isFraction ? difference : nil,
        reason: verdict == .notComputed ? Wording.notANumber : nil,
        correction: verdict == .exact || verdict == .vague ? nil : number.correction(for: computed))
}

private func judgement(_ list: WrittenList, _ values: [[Double]], text: String) -> Judgement {
    let entries = list.entries
    let flat = values.flatMap(\.self)
    let columns = values.first?.count ?? 0
    // A vector may stand as a row or as a column; a matrix must have the shape written.
    let isVector = values.count == 1 || columns == 1
    let isWrittenVector = list.rows.count == 1 || list.rows[0].count == 1
    let sameShape = list.rows.count == values.count && list.rows[0].count == columns
    guard entries.count == flat.count, sameShape || (isVector && isWrittenVector) else {
        let reason = Wording.shapes(
            written: (list.rows.count, list.rows[0].count), computed: (values.count, columns))
        return Judgement(.wrong, written: text, computed: Quantity.matrix(values).plainText, reason: reason)
    }
    var judged: [Judgement.Entry] = []
    for (index, (entry, value)) in zip(entries, flat).enumerated() {
        let label = isVector ? "[\(index)]" : "[\(index / columns), \(index % columns)]"
        judged.append(Judgement.Entry(judgement: judgement(entry.number, value), offset: entry.offset, label: label))
    }
    let verdicts = judged.map(\.judgement.verdict)
    var worst = verdicts.max { $0.gravity < $1.gravity } ?? .exact
    // A zero among digits is how a vector is printed, and no claim of its own.
    if worst == .vague, verdicts.contains(.exact) { worst = .exact }
    return Judgement(
        worst, written: text, computed: Quantity.matrix(values).plainText,
        correction: worst.isTrue ? nil : list.correction(in: text, judged), entries: judged)
}

private func compared(_ written: String, _ computed: String, equal: Bool? = nil) -> Judgement {
    Judgement(equal ?? (written == computed) ? .exact : .wrong, written: written, computed: computed)
}

private func normalized(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}
