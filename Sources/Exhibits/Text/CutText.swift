extension String {
    /// The text, or as much of its beginning as so many bytes hold, and an ellipsis.
    ///
    /// Bytes are counted because one character can have megabytes of accents.
    package func cut(toBytes most: Int) -> String {
        guard utf8.count > most else { return self }
        var end = utf8.index(utf8.startIndex, offsetBy: most)
        while end > utf8.startIndex, Index(end, within: unicodeScalars) == nil { end = utf8.index(before: end) }
        return String(self[..<end]) + "…"
    }
}
