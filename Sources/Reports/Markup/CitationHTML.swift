import Lessons

/// Citations and lists of references in the author-year form.
enum CitationHTML {
    /// `(Rumelhart et al., 1986, p. 533; Minsky & Papert, 1969)`, or `Rumelhart et al. (1986)` as part of a sentence.
    static func html(_ citation: Citation, from bibliography: Bibliography) -> String {
        let items = citation.items.map { item -> String in
            let text = Escape.html(bibliography.text(of: item, isNarrative: citation.isNarrative))
            guard bibliography.works[item.key] != nil else { return text }
            return "<a class=\"citation\" href=\"#ref-\(Escape.html(item.key))\">\(text)</a>"
        }.joined(separator: "; ")
        return citation.isNarrative ? items : "(\(items))"
    }

    static func entry(_ work: Work) -> String {
        let (head, title, tail) = work.entry
        var html = "<li id=\"ref-\(Escape.html(work.key))\">\(Escape.html(head)) <cite>\(Escape.html(title))</cite>."
        if !tail.isEmpty { html += " \(Escape.html(tail))" }
        if let address = work.address {
            html += " <a href=\"\(Escape.address(address))\">\(Escape.html(address))</a>"
        }
        return html + "</li>\n"
    }
}
