import Exhibits

extension InlineLifter {
    /// `[_.____](answer:expression){tolerance=0.001 points=2}`.
    mutating func blank(form content: Range<Int>, tail: Int, limit: Int) -> Int {
        let isBracketed = bytes[(tail + 1)..<limit].first == ASCII.less
        let head = lifting.place(text.origin(at: tail + (isBracketed ? 2 : 1)))
        lifting.heads[head] = .settled
        guard let link = LinkTail(in: bytes, at: tail, limit: limit) else {
            lifting.report(
                "malformed-blank", at: text.origin(at: tail + 1), length: 7,
                "this blank isn't a link: its expression has spaces or an open parenthesis, or it is never closed; "
                    + "write [____](<answer: expression>)")
            return content.upperBound + 1
        }
        guard let form = BlankForm(text.string(content)) else {
            lifting.report(
                "blank-without-field", at: text.origin(at: content.lowerBound), length: content.count,
                "a blank shows where to write: underscores, as in [____](answer:x) or [_.___](answer:x) for three digits")
            return link.end
        }
        let expression = trimmed((link.destination.lowerBound + "answer:".utf8.count)..<link.destination.upperBound)
        guard !expression.isEmpty else {
            lifting.report(
                "empty-expression", at: text.origin(at: tail), length: link.end - tail,
                "this blank has no expression; write what the answer must equal behind answer:")
            return link.end
        }
        let place = lifting.place(text.origin(at: expression.lowerBound))
        lifting.heads[head] = .read(expression: place)
        var answer = InlineValue(
            slot: 0, expression: text.string(expression).replacing("\\<", with: "<").replacing("\\>", with: ">"), at: place)
        answer.isAnswer = true
        let start = content.lowerBound - 1
        var blank = Blank(form: form, answer: answer, at: lifting.place(text.origin(at: start)))
        var end = link.end
        if let (attributes, attributesEnd) = AttributesParser.parse(bytes, at: end, limit) {
            apply(attributes, to: &blank, at: end)
            end = attributesEnd
        }
        lift(start..<end, .blank(blank))
        return end
    }

    private mutating func apply(_ attributes: Attributes, to blank: inout Blank, at position: Int) {
        let keys = ["digits", "tolerance", "points", "choices"]
        for name in attributes.classes {
            if name == "shown" {
                blank.isShownElsewhere = true
            } else {
                complain("there is no class “\(name)” of a blank; its only one is “shown”", position)
            }
        }
        for (key, value) in attributes.values.sorted(by: { $0.key < $1.key }) {
            switch key {
            case "digits":
                blank.decimals = Int(value).flatMap { (0...17).contains($0) ? $0 : nil }
                if blank.decimals == nil {
                    complain("“digits” is how many digits stand behind the mark, from 0 to 17", position)
                }
            case "choices":
                blank.choices = Int(value).flatMap { (2...8).contains($0) ? $0 : nil }
                if blank.choices == nil || blank.form.fields.count != 1 || blank.form.asked.count != 1 {
                    blank.choices = nil
                    complain(
                        "“choices” is how many numbers there are to choose from, 2 to 8, for a blank with one field", position)
                }
                // The answer stands among them.
                blank.isShownElsewhere = blank.isShownElsewhere || blank.choices != nil
            case "tolerance":
                blank.tolerance = Double(value).flatMap { $0 > 0 && $0.isFinite ? $0 : nil }
                if blank.tolerance == nil { complain("“tolerance” is how far an answer may be off, such as 0.001", position) }
            case "points":
                blank.points = Points(value)?.value
                if blank.points == nil {
                    lifting.report(
                        "bad-points", at: text.origin(at: position),
                        "“\(value)” isn't a number of points from 0 to 1000; write points=2 or points=0.5")
                }
            default: complain("a blank has no “\(key)”; \(NearestKey.advice(for: key, in: keys))", position)
            }
        }
    }

    private mutating func complain(_ message: String, _ position: Int) {
        lifting.report("unknown-option", at: text.origin(at: position), message)
    }
}
