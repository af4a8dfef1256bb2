import Exhibits

/// Classes by which a page shows what was verified: an author who gives them to a text forges that.
enum ForgedMarks {
    static func findings(in blocks: [BlockNode]) -> [Finding] {
        var findings: [Finding] = []
        func look(_ attributes: Attributes, at place: Place) {
            guard let name = attributes.classes.first(where: Attributes.isReserved) else { return }
            findings.append(
                Finding(
                    .error, code: "reserved-class", at: place,
                    "the class “\(name)” marks what Lectern verified or computed, so no text can have it; take another name, or write "
                        + "a claim, [0.123](claim:expression)"))
        }
        walk(
            blocks,
            text: { text, node in
                walk(text) { visit in
                    if case .inline(.span(_, let attributes)) = visit { look(attributes, at: node.place) }
                }
                if hasTick(text) {
                    findings.append(
                        Finding(
                            .error, code: "forged-mark", at: node.place,
                            "a ✓ behind a number is the mark of what Lectern verified; claim the number, [0.123](claim:expression), or "
                                + "write the ✓ elsewhere"))
                }
            },
            block: { node in
                switch node.block {
                case .figure(let picture): look(picture.attributes, at: node.place)
                // What a division is called becomes its class.
                case .division(let division): look(Attributes(classes: [division.kind]), at: node.place)
                default: break
                }
            })
        return findings
    }

    private static let command = Pattern(/\\[a-zA-Z]+/)

    private static let ticked = Pattern(/[0-9][✓✔🗸]/)

    /// Whether a sign like Lectern's mark stands behind a number that isn't claimed.
    private static func hasTick(_ text: [Inline]) -> Bool {
        var seen = ""
        walk(text) { visit in
            guard case .inline(let inline) = visit else { return }
            switch inline {
            case .text(let text), .code(let text): seen += text
            case .mathematics(let formula):
                let tex = formula.tex
                guard tex.contains("✓") || tex.contains("\\checkmark") else { return seen += "x" }
                let signs = tex.replacing("\\checkmark", with: "✓").replacing(Self.command.regex, with: "")
                seen += signs.filter { !"{}^$\\ ".contains($0) }
            case .claim, .value: seen += "x"
            default: break
            }
        }
        guard seen.contains(where: { "✓✔🗸".contains($0) }) else { return false }
        seen.removeAll { $0 == "\u{A0}" || $0.unicodeScalars.allSatisfy { $0.properties.generalCategory == .format } }
        return seen.contains(Self.ticked.regex)
    }
}
