import Exhibits

extension InlineLifter {
    /// `@fig-losses`, or a work cited in the sentence: `@rumelhart1986`.
    mutating func atSign(at position: Int, limit: Int) -> Int {
        // An at-sign inside a word is an e-mail address or a handle.
        if let before = scalar(before: position), before.continuesWord, !isArabicPrefix(before, at: position) {
            return position + 1
        }
        let name = Self.name(in: bytes, from: position + 1, limit: limit)
        guard !name.isEmpty else { return position + 1 }
        let key = text.string(name)
        let place = lifting.place(text.origin(at: position))
        if ReferenceKind(label: key) != nil {
            lift(position..<name.upperBound, .reference(key, at: place))
        } else if lifting.hasBibliography {
            lift(position..<name.upperBound, .citation(Citation([.init(key, at: place)], isNarrative: true)))
        }
        return name.upperBound
    }

    /// The character that ends right before a place, and nothing at the text's beginning.
    private func scalar(before position: Int) -> Unicode.Scalar? {
        guard position > 0 else { return nil }
        let start = bytes[max(0, position - 4)..<position].lastIndex { $0 & 0xC0 != 0x80 } ?? position - 1
        return String(decoding: bytes[start..<position], as: UTF8.self).unicodeScalars.last
    }

    /// Arabic writes “and”, “so”, “by” and “as” as one letter in front of the next word: `و@fig-losses`.
    private func isArabicPrefix(_ letter: Unicode.Scalar, at position: Int) -> Bool {
        guard "وفبك".unicodeScalars.contains(letter) else { return false }
        return !(scalar(before: position - letter.utf8.count)?.continuesWord ?? false)
    }

    /// What stands between brackets as a citation, `@a, p. 3; @b`, or as a bracketed reference, `@fig-losses`.
    func citation(in content: Range<Int>) -> Lifted.Content? {
        guard bytes[content].first == ASCII.at else { return nil }
        var items: [Citation.Item] = []
        var start = content.lowerBound
        while start < content.upperBound {
            let end = bytes[start..<content.upperBound].firstIndex(of: UInt8(ascii: ";")) ?? content.upperBound
            let item = trimmed(start..<end)
            guard bytes[item].first == ASCII.at else { return nil }
            let name = Self.name(in: bytes, from: item.lowerBound + 1, limit: item.upperBound)
            guard !name.isEmpty else { return nil }
            let rest = trimmed(name.upperBound..<item.upperBound)
            let locator = text.string(rest).trimmingPrefix { $0 == "," || $0 == " " }
            items.append(
                Citation.Item(
                    text.string(name), locator: locator.isEmpty ? nil : String(locator),
                    at: lifting.place(text.origin(at: item.lowerBound))))
            start = end + 1
        }
        if items.count == 1, let item = items.first, item.locator == nil, ReferenceKind(label: item.key) != nil {
            return .reference(item.key, at: item.place)
        }
        return lifting.hasBibliography ? .citation(Citation(items, isNarrative: false)) : nil
    }

    /// Letters, digits and `_ - : .` between them: a label or a citation key.
    private static func name(in bytes: [UInt8], from start: Int, limit: Int) -> Range<Int> {
        var end = start
        while end < limit {
            let byte = bytes[end]
            let isInner = byte == ASCII.minus || byte == ASCII.colon || byte == ASCII.period || byte == UInt8(ascii: "/")
            guard byte.isLetter || byte.isDigit || byte == ASCII.underscore || byte.isBeyondASCII || isInner else { break }
            end += 1
        }
        while end > start, !(bytes[end - 1].isLetter || bytes[end - 1].isDigit || bytes[end - 1].isBeyondASCII) { end -= 1 }
        return start..<end
    }
}

extension Unicode.Scalar {
    /// Whether a word, an address or a name of an account goes on with it.
    fileprivate var continuesWord: Bool { self == "_" || properties.isAlphabetic || properties.numericType != nil }
}
