import Lessons

/// Citations and lists of references in the author-year form.
enum CitationHTML {
    /// `(Rumelhart et al., 1986, p. 533; Minsky & Papert, 1969)`, or `Rumelhart et al. (1986)` as part of a sentence.
    static func nodes(_ citation: Citation, from bibliography: Bibliography) -> [PageNode] {
        let items = citation.items.map { item -> [PageNode] in
            let text = bibliography.text(of: item, isNarrative: citation.isNarrative)
            guard bibliography.works[item.key] != nil else { return [.text(text)] }
            return [Tag.a(.class("citation"), .place("ref-\(item.key)")) { text }]
        }
        let list = [PageNode](items, separator: "; ")
        return citation.isNarrative ? list : [.text("(")] + list + [.text(")")]
    }

    static func entry(_ work: Work) -> [PageNode] {
        let (head, title, tail) = work.entry
        return Tag.li.line(.id("ref-\(work.key)")) {
            "\(head) "
            Tag.cite { title }
            tail.isEmpty ? "." : ". \(tail)"
            if let address = work.address {
                " "
                Tag.a(.href(address)) { address }
            }
        }
    }
}
