/// A line of three or more colons: with attributes or a name it opens a division, alone it closes one.
enum DivisionFence {
    case opening(Attributes)
    case closing

    /// `nil` when the line is text that happens to begin with colons.
    init?(_ bytes: [UInt8], in range: Range<Int>) {
        let colons = bytes[range].prefix { $0 == ASCII.colon }
        guard colons.count >= 3 else { return nil }
        let rest = bytes[colons.endIndex..<range.upperBound].trimmed
        if rest.isEmpty {
            self = .closing
            return
        }
        if let (attributes, end) = AttributesParser.parse(bytes, at: rest.startIndex, rest.endIndex) {
            guard bytes[end..<rest.endIndex].allSatisfy({ $0 == ASCII.colon || $0.isBlank }) else { return nil }
            self = .opening(attributes)
            return
        }
        let name = rest.prefix { !$0.isWhitespace }
        if name.elementsEqual("{}".utf8) {
            // A frame that says nothing, as Quarto's visual editor leaves them.
            self = .opening(Attributes())
            return
        }
        if name.first == ASCII.openingBrace, name.last == ASCII.closingBrace {
            // MyST's callouts, `:::{note} Title`.
            guard let kind = Directive.callout(name.dropFirst().dropLast().text) else { return nil }
            let title = bytes[name.endIndex..<rest.endIndex].trimmed.text
            self = .opening(Attributes(classes: ["callout-" + kind], values: title.isEmpty ? [:] : ["title": title]))
            return
        }
        let behind = bytes[name.endIndex..<rest.endIndex].trimmed
        if !behind.allSatisfy({ $0 == ASCII.colon || $0.isBlank }) {
            // Docusaurus's callouts, `:::note Title`; other words are text.
            guard Callout.kinds.contains(name.text) else { return nil }
            self = .opening(Attributes(classes: [name.text], values: ["title": behind.text]))
            return
        }
        self = .opening(Attributes(classes: [name.text]))
    }
}
