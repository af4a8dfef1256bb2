/// Where the groups of a text end, found for all of them in one walk: thousands that open and never close cost no more than one.
struct GroupEnds {
    /// For each byte that opens a group, the position behind its end; 0 where it has none.
    private var ends: [Int32] = []
    private var start = 0

    init() {}

    init(_ bytes: [UInt8], in range: Range<Int>? = nil) {
        let range = range ?? bytes.startIndex..<bytes.endIndex
        start = range.lowerBound
        ends = Array(repeating: 0, count: range.count)
        var open: [Int] = []
        var index = range.lowerBound
        while index < range.upperBound {
            switch bytes[index] {
            case UInt8(ascii: "\\"): index += 1
            case UInt8(ascii: "{"): open.append(index)
            case UInt8(ascii: "}"):
                if let own = open.popLast(), index - own < Bytes.longest { ends[own - start] = Int32(index + 1 - start) }
            default: break
            }
            index += 1
        }
    }

    /// Behind the brace that closes the one at a position; nil where none does.
    func end(at position: Int) -> Int? {
        guard ends.indices.contains(position - start), ends[position - start] > 0 else { return nil }
        return Int(ends[position - start]) + start
    }
}
