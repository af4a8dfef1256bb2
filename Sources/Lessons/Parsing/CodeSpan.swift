/// CommonMark's rule for code spans: closed by a run of exactly as many backticks.
enum CodeSpan {
    /// libcmark takes no more for a code span; so no text is looked through more often than this for ends that it doesn't have.
    private static let widest = 1000

    /// Behind the code span that begins at `position`, or behind its backticks where it has no end.
    static func end(in bytes: [UInt8], at position: Int, limit: Int) -> Int {
        let width = bytes[position..<limit].prefix { $0 == ASCII.backtick }.count
        return (closing(in: bytes, from: position + width, width: width, limit: limit) ?? position) + width
    }

    static func closing(in bytes: [UInt8], from start: Int, width: Int, limit: Int) -> Int? {
        guard width <= widest else { return nil }
        var position = start
        while position < limit {
            guard bytes[position] == ASCII.backtick else {
                position += 1
                continue
            }
            let run = bytes[position..<limit].prefix { $0 == ASCII.backtick }.count
            if run == width { return position }
            position += run
        }
        return nil
    }
}
