/// CommonMark's rule for code spans: closed by a run of exactly as many backticks.
enum CodeSpan {
    static func closing(in bytes: [UInt8], from start: Int, width: Int, limit: Int) -> Int? {
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
