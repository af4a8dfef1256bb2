import Exhibits

/// Every sentence that is said about a claim, in one place.
enum Wording {
    static let notANumber = "the value is not a number (NaN)"

    static func incomparable(_ text: String, _ written: Written, _ value: Quantity) -> String {
        if text.contains("…") || text.contains("...") || text.contains("dots") {
            return "dots claim nothing; write every number, or claim the first ones of the expression, `.prefix(3)`"
        }
        switch value {
        case .number, .integer:
            if case .list(let list) = written {
                return "\(list.entries.count) numbers are written and the expression gives one; claim them one by one"
            }
            if case .boolean = written {
                return "'\(text)' is a truth value, and the expression gives the number \(value.plainText); write that"
            }
            if case .statement = written {
                return "it is a statement, and the expression gives the number \(value.plainText); write that, "
                    + "or give a condition, such as a < b"
            }
            if let (number, unit) = withUnit(text) {
                return "“\(unit)” is no part of the number; write it behind the claim: [\(number)](claim:…) \(unit)"
            }
            return "'\(text)' can't be read as a number, and the expression gives one"
        case .boolean:
            return "the expression gives a truth value; write true or false, "
                + "or a statement of two plain words or more that holds if it is true"
        case .vector(let values):
            return "the expression gives \(values.count) numbers; write them all, [a, b, …](claim:…), or pick one of them"
        case .matrix:
            return "the expression gives a matrix; write its rows, [[a, b], [c, d]](claim:…), or pick one of its numbers"
        case .nested(let tree):
            return
                "the expression gives \(tree.numbers.count) numbers in lists; write them in the same brackets, or pick one of them"
        case .text: return "the expression gives text"
        }
    }

    /// A number and the unit behind it: `0.125 s`.
    private static func withUnit(_ text: String) -> (number: String, unit: String)? {
        var reader = NumberReader(text, mark: .point)
        guard let number = reader.readNumber() else { return nil }
        let unit = reader.scanner.rest.drop(while: \.isWhitespace)
        guard let first = unit.first, first.isLetter || "°€$£µ\\".contains(first), unit.count <= 24 else { return nil }
        return (number.text, String(unit))
    }

    /// - Parameter rewritten: the author's numbers in the shape of what was computed, when they are as many.
    static func shapes(_ written: ListShape, _ computed: ListShape, rewritten: String?) -> String {
        guard let rewritten else {
            return "written are \(written.words) numbers, the expression gives \(computed.words)"
        }
        return "written are \(written.words) numbers, the expression gives \(computed.words); write \(rewritten)"
    }

    /// What a number allows beyond its digits; nil for plain digits.
    static func allowance(of number: WrittenNumber, _ format: Precision) -> String? {
        let format = number.precision ?? format
        var parts: [String] = []
        switch number.tolerance {
        case .digits: break
        case .absolute(let amount): parts.append("± " + NumberFormat.shortest.text(amount))
        case .relative(let share): parts.append("± " + NumberFormat.shortest.text(share * 100) + " %")
        case .ulps(let count): parts.append("± \(count) ulp")
        }
        if format != .double { parts.append("\(format.rawValue == "bfloat16" ? "bfloat16" : format.rawValue + " precision")") }
        return parts.isEmpty ? nil : parts.joined(separator: " in ")
    }

    /// `read as 1982, since this page's language writes 1,982 for 1.982`
    static func reading(_ read: WrittenNumber, not meant: WrittenNumber, _ mark: DecimalMark) -> String {
        let value = NumberFormat.decimals(max(0, -meant.place)).text(abs(meant.value))
        let spelled = mark == .comma ? value.replacing(".", with: ",") : value
        return "read as \(NumberFormat.shortest.text(read.value)), since this page's language writes \(spelled) for "
            + NumberFormat.shortest.text(abs(meant.value))
    }

    /// A decimal comma on a page with points.
    static func foreignMark(_ meant: WrittenNumber, _ mark: DecimalMark) -> String {
        let value = NumberFormat.decimals(max(0, -meant.place)).text(meant.value)
        return
            "this page's language writes \(mark == .comma ? value.replacing(".", with: ",") : value); write that, or set `lang:`"
    }

    /// What is wrong with a claim, in one line: the author's digits, the computed value, what to do.
    static func message(for judgement: Judgement, label: String = "") -> String {
        let name = name(of: judgement, label)
        let computed = judgement.computed ?? "nothing"
        if let expected = judgement.expected, !judgement.holds {
            return judgement.verdict.isTrue
                ? "\(name) was expected to be \(expected.rawValue), but it is \(judgement.verdict.word): computed \(computed); "
                    + "remove the title \"\(expected.rawValue)\""
                : "\(name) was expected to be \(expected.rawValue), but it is \(judgement.verdict.word): computed \(computed)"
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
            if judgement.isStatement { return "\(name) doesn't hold: its expression is false; correct the one or the other" }
            if let reason = judgement.reason { return "\(name) can't be compared: \(reason)" }
            let reading = judgement.reading.map { " (\($0))" } ?? ""
            return "\(name)\(reading) is wrong: computed \(computed)" + off(judgement) + advice(judgement)
        case .notComputed:
            return "\(name) could not be computed: \(judgement.reason ?? "the expression failed")"
        }
    }

    /// What a claim is called: the number, or the statement in one line and in quotation marks.
    private static func name(of judgement: Judgement, _ label: String) -> String {
        if judgement.isStatement {
            return "“\(judgement.written.split(whereSeparator: \.isWhitespace).joined(separator: " "))”"
        }
        return label.isEmpty ? judgement.written : "\(judgement.written) at \(label)"
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
        let allowed = judgement.allowed.map { ", more than \($0) allows" } ?? ""
        return ", off by \(amount) \(units) of the last digit" + allowed
    }

    static func unknownExpectation(_ text: String) -> String {
        let known = Verdict.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
        return "\"\(text)\" is no verdict a claim can have; known are \(known)"
    }
}
