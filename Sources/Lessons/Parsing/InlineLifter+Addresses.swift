extension InlineLifter {
    /// `https://example.org` in running text: GitHub, Jupyter and Quarto make a link of it, and libcmark does where brackets stand
    /// around it. Answers where to go on; nil for what is no address, or stands in the text of a link.
    ///
    /// Source: GitHub Flavored Markdown, “Autolinks (extension)”, for addresses with a scheme.
    mutating func bareAddress(at position: Int, limit: Int) -> Int? {
        guard position >= linkEnd, position >= anchorEnd, position == 0 || Self.mayStandBefore(bytes[position - 1]) else {
            return nil
        }
        let rest = bytes[position..<limit]
        guard let scheme = [8, 7].first(where: { rest.starts(with: $0 == 8 ? "https://" : "http://") }) else { return nil }
        let host = rest.dropFirst(scheme).prefix { $0.isLetter || $0.isDigit || $0 == ASCII.period || $0 == ASCII.minus }
        guard let first = host.first, first != ASCII.period, host.dropLast().contains(ASCII.period) else { return nil }
        var end = rest.prefix(Self.longestAddress).prefix(while: Self.isOfAddress).endIndex
        while end > host.startIndex + 1, Self.isEnding(bytes[end - 1], in: bytes[position..<end]) { end -= 1 }
        var address = LocatedText()
        address.append("<", at: text.origin(at: position))
        address.append(text, position..<end)
        address.append(">", at: text.origin(at: end - 1))
        edit(position..<end, address)
        return end
    }

    private static let longestAddress = 2000

    private static func mayStandBefore(_ byte: UInt8) -> Bool {
        byte.isWhitespace || byte.isBeyondASCII || "*_~(".utf8.contains(byte)
    }

    /// What an address may hold; brackets and signs of Markdown that hardly any holds end it.
    private static func isOfAddress(_ byte: UInt8) -> Bool {
        !byte.isWhitespace && !byte.isBeyondASCII && byte >= 0x20 && byte != 0x7F && !"<>\"`\\|[]{}^$".utf8.contains(byte)
    }

    /// Whether a sign belongs to the sentence around an address: stops, and brackets that the address doesn't open.
    private static func isEnding(_ byte: UInt8, in address: ArraySlice<UInt8>) -> Bool {
        if byte == ASCII.closingParenthesis {
            return address.count { $0 == ASCII.closingParenthesis } > address.count { $0 == ASCII.openingParenthesis }
        }
        return "?!.,:;*_~'".utf8.contains(byte)
    }
}
