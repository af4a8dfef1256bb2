/// Text that comes piece by piece, cut where a mark stands.
struct MarkedText {
    let mark: [UInt8]
    /// What came since the last mark that was seen.
    private var open: [UInt8] = []
    /// Where in `open` a mark may begin that hasn't come to its end.
    private var searched = 0
    private var closed: [[UInt8]] = []
    private var first = 0

    init(mark: [UInt8]) { self.mark = mark }

    mutating func take(_ bytes: some Collection<UInt8>) {
        open += bytes
        var taken = 0
        while let start = open[searched...].firstIndex(of: mark[0]) {
            let end = start + mark.count
            searched = start
            if end > open.count { break }
            if open[start..<end].elementsEqual(mark) {
                closed.append(Array(open[taken..<start]))
                taken = end
                searched = end
            } else {
                searched = start + 1
            }
        }
        // Unless a mark has begun, nothing is looked at again.
        if searched + mark.count <= open.count || !open[searched...].starts(with: mark.prefix(1)) { searched = open.count }
        open.removeFirst(taken)
        searched -= taken
    }

    /// What came behind the last mark.
    var rest: [UInt8] { open }

    /// The text before the next mark, once that has come.
    mutating func nextMarked() -> [UInt8]? {
        guard first < closed.count else { return nil }
        defer {
            first += 1
            if first == closed.count {
                closed.removeAll(keepingCapacity: true)
                first = 0
            }
        }
        return closed[first]
    }
}
