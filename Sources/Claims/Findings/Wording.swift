import Exhibits

/// Every sentence that is said about a claim, in one place.
enum Wording {
    static let notANumber = "the value is not a number (NaN)"

    static func incomparable(_ written: String, _ value: Quantity) -> String {
        switch value {
        case .number, .integer: "'\(written)' can't be read as a number, and the expression gives one"
        case .boolean: "the expression gives a truth value; write true or false"
        case .vector(let values): "the expression gives \(values.count) numbers; write them as [a, b, …], or pick one of them"
        case .matrix: "the expression gives a matrix; write its rows, or pick one of its numbers"
        case .text: "the expression gives text"
        }
    }

    static func shapes(written: (Int, Int), computed: (Int, Int)) -> String {
        "written are \(written.0) × \(written.1) numbers, the expression gives \(computed.0) × \(computed.1)"
    }

    /// What is wrong with a claim, in one line: the author's digits, the computed value, what to do.
    static func message(for judgement: Judgement, label: String = "") -> String {
        let name = label.isEmpty ? judgement.written : "\(judgement.written) at \(label)"
        let computed = judgement.computed ?? "nothing"
        if let expected = judgement.expected, !judgement.holds {
            return judgement.verdict.isTrue
                ? "\(name) was expected to be \(expected.rawValue), but it is \(said(judgement.verdict)): computed \(computed); "
                    + "remove the title \"\(expected.rawValue)\""
                : "\(name) was expected to be \(expected.rawValue), but it is \(said(judgement.verdict)): computed \(computed)"
        }
        switch judgement.verdict {
        case .exact:
            return "\(name) is right: computed \(computed)"
        case .truncated:
            return "\(name) is cut off, not rounded: computed \(computed)" + advice(judgement)
        case .vague:
            return "\(name) says too little to be checked: computed \(computed); write digits that could be wrong"
        case .roundingPath:
            return "\(name) follows from rounded steps: computed \(computed)" + off(judgement) + advice(judgement)
        case .wrong:
            if let reason = judgement.reason { return "\(name) can't be compared: \(reason)" }
            return "\(name) is wrong: computed \(computed)" + off(judgement) + advice(judgement)
        case .notComputed:
            return "\(name) could not be computed: \(judgement.reason ?? "the expression failed")"
        }
    }

    /// A verdict as a word in a sentence.
    private static func said(_ verdict: Verdict) -> String {
        verdict == .exact ? "right" : verdict == .notComputed ? "not computed" : verdict.rawValue
    }

    private static func advice(_ judgement: Judgement) -> String {
        guard let correction = judgement.correction, correction != judgement.written else { return "" }
        return "; write \(correction)"
    }

    /// How far off, in units of the last digit written.
    private static func off(_ judgement: Judgement) -> String {
        guard let difference = judgement.difference, abs(difference) < 1e7 else { return "" }
        let size = abs(difference)
        let digits = size < 10 ? 1 : 0
        let amount = NumberFormat.decimals(digits).text(size)
        let units = amount == "1.0" || amount == "1" ? "unit" : "units"
        return ", off by \(amount) \(units) of the last digit"
    }

    static func unknownExpectation(_ text: String) -> String {
        let known = Verdict.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
        return "\"\(text)\" is no verdict a claim can have; known are \(known)"
    }
}
