/// The form in which something that was meant as a claim is written, as far as its neighbours show it.
enum ClaimForm: Equatable {
    /// `[0.6](claim:a)` in a place where no claim is read.
    case link(text: String, expression: String)
    /// `![0.6](claim:a)`.
    case picture(text: String, expression: String)
    /// `[0.6] (claim:a)`.
    case apart(text: String, expression: String)
    /// `0.6(claim:a)`, `0.6](claim:a)`.
    case withoutBrackets
    /// `[m]: claim:a`.
    case definition(expression: String)
    /// `[claim:a](0.6)`.
    case swapped
    /// `<claim:a>`.
    case address
    /// `href="claim:a"`.
    case htmlLink
    /// `claim{0.6}{a}`.
    case withoutBackslash

    /// What isn't closed by then was never meant to be.
    private static let longest = 2000
    /// Advice shows no more of an expression.
    private static let shown = 200

    /// `nil` when the word is just a word.
    init?(_ bytes: [UInt8], word: Range<Int>, limit: Int) {
        let behind = bytes[word.upperBound..<limit]
        let isMarked = behind.first == ASCII.colon || behind.starts(with: "：")
        if behind.first == ASCII.openingBrace, behind.dropFirst().prefix(Self.longest).contains(ASCII.closingBrace) {
            guard word.lowerBound == 0 || bytes[word.lowerBound - 1] != ASCII.backslash else { return nil }
            self = .withoutBackslash
            return
        }
        let before = Before(bytes, word.lowerBound)
        if isMarked, before.isQuotedValue {
            self = .htmlLink
        } else if isMarked, before.isDefinition {
            self = .definition(expression: Self.expression(behind))
        } else if isMarked, before.isBracketed, behind.prefix(Self.longest).contains(ASCII.openingParenthesis) {
            self = .swapped
        } else if let parenthesis = before.parenthesis {
            self.init(bytes, parenthesis, behind: behind, isMarked: isMarked)
        } else if isMarked, before.isAngled {
            self = .address
        } else {
            return nil
        }
    }

    private init?(_ bytes: [UInt8], _ parenthesis: Int, behind: ArraySlice<UInt8>, isMarked: Bool) {
        var end = parenthesis
        while end > 0, bytes[end - 1].isWhitespace { end -= 1 }
        guard end > 0 else { return nil }
        let isApart = end < parenthesis
        if bytes[end - 1] == ASCII.closingBracket, let opening = Self.opening(in: bytes, before: end - 1) {
            let inside = bytes[(opening + 1)..<(end - 1)]
            // Without the colon it may be the name of a file.
            let isMeant = isMarked || (!isApart && ClaimSpelling.isNumber(inside) && behind.first.map(Self.endsWord) == true)
            guard isMeant else { return nil }
            let expression = Self.expression(behind)
            let isPicture = opening > 0 && bytes[opening - 1] == ASCII.exclamation
            self =
                isApart
                ? .apart(text: inside.text, expression: expression)
                : isPicture
                    ? .picture(text: inside.text, expression: expression) : .link(text: inside.text, expression: expression)
            return
        }
        // In a sentence a blank follows the colon: "0.5 (claim: it falls)".
        let isTight = behind.dropFirst().first?.isWhitespace == false
        let isNumber = bytes[end - 1].isDigit || bytes[end - 1] == UInt8(ascii: "%")
        let closes = bytes[end - 1] == ASCII.closingBracket || (!isApart && "*_`$)".utf8.contains(bytes[end - 1]))
        guard isMarked, closes || (isNumber && (!isApart || isTight)) else { return nil }
        self = .withoutBrackets
    }

    private static func endsWord(_ byte: UInt8) -> Bool { byte.isWhitespace || "=;,)>|~+({[".utf8.contains(byte) }

    /// The bracket that opens what this one closes, on the same or the lines before in the paragraph.
    private static func opening(in bytes: [UInt8], before closing: Int) -> Int? {
        var depth = 0
        var position = closing
        while position > 0, closing - position < longest {
            position -= 1
            if bytes[position] == ASCII.closingBracket { depth += 1 }
            if bytes[position] == ASCII.openingBracket {
                if depth == 0 { return position }
                depth -= 1
            }
        }
        return nil
    }

    /// What stands behind the word up to where it seems to end, for advice.
    private static func expression(_ behind: ArraySlice<UInt8>) -> String {
        var depth = 0
        let inside = behind.prefix(shown).prefix { byte in
            if byte == ASCII.openingParenthesis { depth += 1 }
            if byte == ASCII.closingParenthesis { depth -= 1 }
            return depth >= 0 && byte != ASCII.greater && byte != ASCII.lineFeed && byte != ASCII.pipe
        }
        return String(inside.text.drop { " ：:;=,".contains($0) }).trimmingSuffix(while: \.isWhitespace)
    }
}

/// What stands to the left of a word.
private struct Before {
    /// Between quotation marks that belong to an attribute.
    var isQuotedValue = false
    /// Behind `]:`.
    var isDefinition = false
    /// Behind `[`.
    var isBracketed = false
    /// Behind `<`.
    var isAngled = false
    /// Where an opening parenthesis begins.
    var parenthesis: Int?

    init(_ bytes: [UInt8], _ word: Int) {
        var position = word
        guard position > 0 else { return }
        let last = bytes[position - 1]
        isQuotedValue = (last == ASCII.quote || last == ASCII.apostrophe) && position > 1 && bytes[position - 2] == ASCII.equals
        isBracketed = last == ASCII.openingBracket
        isAngled = last == ASCII.less
        if isAngled { position -= 1 }
        while position > 0, bytes[position - 1].isWhitespace { position -= 1 }
        let rest = bytes[..<position]
        if rest.last == ASCII.openingParenthesis {
            parenthesis = position - 1
        } else if rest.suffix(3).elementsEqual("（".utf8) {
            parenthesis = position - 3
        }
        isDefinition = rest.suffix(2).elementsEqual("]:".utf8)
    }
}
