/// The listings of Markdown whose lines are gone through from the first to the last.
struct ListingLines {
    /// The marks that opened the listing which is open.
    private var open: Substring?

    /// Whether a line opens a listing, closes one or stands in one.
    mutating func hold(_ line: Substring) -> Bool {
        let trimmed = line.drop { $0 == " " }
        let marks = trimmed.prefix { $0 == "`" || $0 == "~" }
        if let opening = open {
            if marks.hasPrefix(opening) { open = nil }
            return true
        }
        // Backticks behind backticks are a code span.
        guard marks.count >= 3, !trimmed[marks.endIndex...].contains("`") else { return false }
        open = marks
        return true
    }
}
