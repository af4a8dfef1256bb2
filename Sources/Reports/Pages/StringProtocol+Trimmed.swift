extension StringProtocol {
    /// Without white space at its ends.
    var trimmed: String { String(drop(while: \.isWhitespace)).trimmedAtEnd }

    /// Without white space at its end.
    var trimmedAtEnd: String {
        var text = Substring(self)
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }
}
