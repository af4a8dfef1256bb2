/// Where something ends next, for a text that is read from left to right: looked for once, not again at every opening.
struct NextEnd {
    private let ending: [UInt8]
    /// Where the last search began, and where the ending it found begins; behind the text where there is none.
    private var searched: Range<Int>?

    init(_ ending: String) { self.ending = Array(ending.utf8) }

    /// Where the first ending at `position` or behind it begins.
    mutating func next(in bytes: [UInt8], from position: Int) -> Int? {
        if let searched, searched.contains(position) || searched.upperBound == position {
            return searched.upperBound < bytes.count ? searched.upperBound : nil
        }
        var end = position
        while end < bytes.count, bytes[end] != ending.first || !bytes[end...].starts(with: ending) { end += 1 }
        searched = position..<end
        return end < bytes.count ? end : nil
    }
}
