import Exhibits

/// Holds what an author wrote to what the lesson computed.
///
/// - Parameters:
///   - text: the claim as written, `0.298371109` or `\begin{pmatrix} 1 & 2 \end{pmatrix}`.
///   - outcome: what became of its expression, with the causes the run itself found.
///   - expected: the verdict in the link's title, if there is one.
///   - convention: what the page says of all its numbers, its language among it.
///   - scale: the size of the numbers that the value was computed from, where that is known and larger than the value.
public func judge(
    written text: String, outcome: Outcome, expected: String? = nil, under convention: Convention = Convention(),
    scale: Double = 0
) -> Judgement {
    var judgement = Judging(text: text, outcome: outcome, convention: convention, scale: scale).judgement
    judgement.expected = expected.flatMap(Verdict.init(stated:))
    if judgement.verdict == .wrong, let cause = outcome.hints.first?.cause, cause == Hint.roundingPath {
        judgement.verdict = .roundingPath
    }
    judgement.hints = judgement.verdict.isTrue ? [] : outcome.hints
    for index in judgement.entries.indices where !judgement.entries[index].judgement.verdict.isTrue {
        judgement.entries[index].judgement.hints = judgement.hints.filter { $0.entry == nil || $0.entry == index }
    }
    return judgement
}

/// The same on a page in a language whose numbers are computed in double precision.
public func judge(written text: String, outcome: Outcome, expected: String? = nil, language: String) -> Judgement {
    judge(written: text, outcome: outcome, expected: expected, under: Convention(language: language))
}

/// A claim made by a call inside a cell, where numbers are written as in Swift.
public func judge(_ claim: CellClaim, under convention: Convention = Convention()) -> Judgement {
    var convention = convention
    convention.language = "en"
    return judge(written: claim.written, outcome: claim.outcome, expected: claim.expected, under: convention)
}

extension Hint {
    /// The cause that turns *wrong* into *rounding path*.
    public static let roundingPath = "rounding-path"
}

/// One claim on its way to a verdict.
private struct Judging {
    let text: String
    let outcome: Outcome
    let convention: Convention
    let scale: Double

    /// The claim read as the page's language writes numbers, or as other languages do where only that fits.
    var judgement: Judgement {
        let mark = DecimalMark(language: convention.language)
        let written = Written(parsing: text, mark: mark)
        let own = judged(written, mark)
        guard !own.verdict.isTrue, own.verdict != .notComputed else { return own }
        let other = Written(parsing: text, mark: mark.other)
        guard other != written else { return own }
        let second = judged(other, mark.other)
        // Numbers are copied from programs, which write a point: on a page with decimal commas 1.982 is 1.982 if that is true.
        if mark == .comma, second.verdict == .exact || second.verdict == .truncated { return second }
        return own.misread(written, as: other, second, mark, computed: outcome.value?.number)
    }

    private func judged(_ written: Written, _ mark: DecimalMark) -> Judgement {
        guard let value = outcome.value else {
            return Judgement(.notComputed, written: text, reason: outcome.failure)
        }
        switch (written, value) {
        case (.number(let number), .number(let computed)): return judged(number, computed, scale)
        case (.number(let number), .integer(let computed)): return judged(number, Double(computed), scale)
        case (.number(let number), .vector(let values)) where values.count == 1: return judged(number, values[0], scale)
        case (.number(let number), .boolean(let flag)) where number.text == "1" || number.text == "0":
            return compared(number.text, flag ? "1" : "0")
        case (.list(let list), .vector), (.list(let list), .matrix), (.list(let list), .nested):
            return value.tree.map { judged(list, $0) } ?? Judgement(.notComputed, written: text)
        case (.list(let list), .number(let value)) where list.entries.count == 1: return judged(list, .list([.number(value)]))
        case (.list(let list), .integer(let value)) where list.entries.count == 1:
            return judged(list, .list([.number(Double(value))]))
        case (.boolean(let flag), .boolean(let computed)):
            var judgement = compared(text, "\(computed)", equal: flag == computed)
            // `yes` and what stands in TeX is the author's to put otherwise.
            if text == "\(flag)", flag != computed { judgement.correction = "\(computed)" }
            return judgement
        case (.statement, .boolean(let holds)):
            var judgement = compared(text, "\(holds)", equal: holds)
            judgement.isStatement = true
            return judgement
        case (_, .text(let computed)):
            return compared(text, computed, equal: normalized(text) == normalized(computed))
        case (.text, .vector), (.text, .matrix), (.text, .nested):
            guard case .list(let list) = written.asList(mark: mark), let tree = value.tree else {
                return incomparable(written, value)
            }
            return judged(list, tree)
        case (.text, .number(let value)) where value.isNaN && normalized(text).lowercased() == "nan":
            return Judgement(.exact, written: text, computed: "nan")
        default: return incomparable(written, value)
        }
    }

    private func incomparable(_ written: Written, _ value: Quantity) -> Judgement {
        Judgement(.wrong, written: text, computed: value.plainText, reason: Wording.incomparable(text, written, value))
    }

    private func judged(_ number: WrittenNumber, _ computed: Double, _ scale: Double) -> Judgement {
        let verdict = number.verdict(for: computed, under: convention, scale: scale)
        let difference = (number.value - computed) / number.unit
        var judgement = Judgement(
            verdict, written: number.text, computed: number.computedText(computed),
            difference: difference.isFinite && !number.isFraction ? difference : nil,
            reason: verdict == .notComputed ? Wording.notANumber : nil,
            correction: verdict == .exact || verdict == .vague ? nil : number.correction(for: computed))
        judgement.allowed = Wording.allowance(of: number, convention.precision)
        return judgement
    }

    private func judged(_ list: WrittenList, _ computed: NumberTree) -> Judgement {
        let entries = list.entries
        let values = computed.numbers
        let (written, shape) = (list.shape, ListShape(computed))
        // A vector may stand as a row or as a column; anything else must have the shape written.
        guard entries.count == values.count, written == shape || (written.isVector && shape.isVector) else {
            let numbers = entries.map(\.number.text)
            return Judgement(
                .wrong, written: text, computed: Quantity(computed).plainText,
                reason: Wording.shapes(written, shape, rewritten: entries.count == values.count ? shape.text(numbers) : nil))
        }
        // The numbers of one list come from one computation: the largest tells in which steps it was done.
        let largest = values.reduce(scale) { $1.isFinite ? max($0, abs($1)) : $0 }
        var judged: [Judgement.Entry] = []
        for (entry, (value, label)) in zip(entries, zip(values, shape.labels)) {
            judged.append(
                Judgement.Entry(judgement: self.judged(entry.number, value, largest), offset: entry.offset, label: label))
        }
        let verdicts = judged.map(\.judgement.verdict)
        var worst = verdicts.max { $0.gravity < $1.gravity } ?? .exact
        // A zero among digits is how a vector is printed, and no claim of its own; a tolerance that allows anything is.
        let isTolerated = zip(entries, verdicts).contains { $1 == .vague && $0.number.tolerance != .digits }
        if worst == .vague, verdicts.contains(.exact), !isTolerated { worst = .exact }
        return Judgement(
            worst, written: text, computed: Quantity(computed).plainText,
            correction: worst.isTrue ? nil : list.correction(in: text, judged), entries: judged)
    }

    private func compared(_ written: String, _ computed: String, equal: Bool? = nil) -> Judgement {
        Judgement(equal ?? (written == computed) ? .exact : .wrong, written: written, computed: computed)
    }

    private func normalized(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

extension Judgement {
    /// The same with a word on how the number was read, where other languages read another one; nothing is corrected then.
    fileprivate func misread(
        _ own: Written, as other: Written, _ second: Judgement, _ mark: DecimalMark, computed: Double?
    ) -> Judgement {
        guard case .number(let meant) = other else { return self }
        var judgement = self
        switch own {
        // Meant is what comes nearer; 1,024 for 2048 is just wrong.
        case .number(let read)
        where read.value != meant.value && computed.map { abs(meant.value - $0) < abs(read.value - $0) } == true:
            judgement.reading = Wording.reading(read, not: meant, mark)
            judgement.correction = nil
            judgement.difference = nil
            judgement.computed = second.computed
        case .text where second.verdict.isTrue:
            judgement.reason = Wording.foreignMark(meant, mark)
        default: break
        }
        return judgement
    }
}
