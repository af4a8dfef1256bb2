import Exhibits

/// HTML's tags, and what stands behind the text of a link.
extension InlineLifter {
    /// A tag or an address between angle brackets.
    mutating func tag(at position: Int, limit: Int) -> Int {
        guard let end = HTMLTag.end(in: bytes, at: position, limit: limit, unclosed: &unclosedTags) else { return position + 1 }
        if bytes[position..<end].starts(with: "<a ") || bytes[position..<end].starts(with: "<A ") {
            let behind = bytes[end..<min(limit, end + 2000)]
            anchorEnd = behind.offset(ofText: "</").map { end + $0 } ?? end
        }
        guard !lifting.allowsRawHTML, !HTMLTag.isAddress(in: bytes, at: position, limit: limit) else { return end }
        if let element = HTMLElement(bytes[position..<end]), ReadableHTML.isReadInText(element) {
            note(element, in: position..<end)
        } else if position + 1 < end, bytes[position + 1].isLetter, !warnedOfHTML {
            warnedOfHTML = true
            lifting.warn(
                "raw-html", at: text.origin(at: position), length: end - position,
                "HTML of your own is left out of the page; write it in Markdown, or allow it with “raw-html: true” in course.yml"
            )
        }
        return end
    }

    /// What a tag that is read leads to or shows, and what is lost of it.
    private mutating func note(_ element: HTMLElement, in range: Range<Int>) {
        guard !element.isClosing else { return }
        let origin = text.origin(at: range.lowerBound)
        let isImage = element.name == "img"
        if let address = element.attributes[isImage ? "src" : "href"], isImage || element.name == "a", !address.isEmpty {
            lifting.addresses.append(Address(HTMLAddress.read(address), at: lifting.place(origin), isImage: isImage))
        }
        if isImage, element.attributes["alt"] == nil {
            lifting.warn(
                "missing-alt-text", at: origin, length: range.count,
                "this picture says nothing to readers who don't see it; write what it shows as alt=\"…\"")
        }
        if element.attributes["color"] != nil || element.attributes["style"]?.contains("color") == true {
            lifting.noteDialect(
                "html-colour", at: origin, length: range.count,
                "colours of text are left out of the page; write [text]{.mark} or **text** for what has to stand out")
        }
    }

    /// What follows the text of a link: its address is noted and passed over.
    mutating func linkTail(at position: Int, limit: Int) -> Int {
        guard let tail = LinkTail(in: bytes, at: position, limit: limit) else { return position }
        if !tail.destination.isEmpty {
            lifting.addresses.append(
                Address(
                    HTMLAddress.read(text.string(tail.destination)),
                    at: lifting.place(text.origin(at: tail.destination.lowerBound)),
                    isImage: position == imageEnd))
        }
        // Those of a picture are lifted with it.
        if position != imageEnd { attributes(behind: tail.end, limit: limit) }
        return tail.end
    }

    /// The attributes of a link or of code, right behind it.
    mutating func attributes(behind end: Int, limit: Int) {
        guard let (attributes, attributesEnd) = AttributesParser.parse(bytes, at: end, limit) else { return }
        lifting.checkCondition(attributes, at: text.origin(at: end), length: attributesEnd - end)
        lift(end..<attributesEnd, .attributes(attributes, at: lifting.place(text.origin(at: end))))
    }
}
