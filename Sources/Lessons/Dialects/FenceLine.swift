/// A line of three or more marks of a fence, with what stands behind them.
struct FenceLine {
    var mark: UInt8
    var count: Int
    /// Where the marks begin.
    var start: Int
    var rest: String

    init?(_ content: ArraySlice<UInt8>) {
        guard let mark = content.first, mark == ASCII.backtick || mark == ASCII.tilde || mark == ASCII.colon else { return nil }
        count = content.prefix { $0 == mark }.count
        guard count >= 3 else { return nil }
        self.mark = mark
        start = content.startIndex
        rest = content.dropFirst(count).trimmed.text
        // A code span at the head of a line.
        if mark == ASCII.backtick, rest.contains("`") { return nil }
    }
}

/// The listings of a text whose lines are gone through from the first to the last.
struct Listings {
    private var open: FenceLine?

    /// Whether the last line opened a listing or stands in one.
    var isOpen: Bool { open != nil }

    /// Whether a line opens a listing, closes one or stands in one.
    mutating func hold(_ line: ArraySlice<UInt8>) -> Bool {
        guard let fence = FenceLine(line.drop { $0 == ASCII.space }), fence.mark != ASCII.colon else { return open != nil }
        if let opening = open {
            if fence.mark == opening.mark, fence.count >= opening.count, fence.rest.isEmpty { open = nil }
        } else {
            open = fence
        }
        return true
    }
}
