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
}
