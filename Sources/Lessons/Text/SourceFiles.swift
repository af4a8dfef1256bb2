import Exhibits

/// The files a lesson is made of, and how their offsets read as lines and columns.
struct SourceFiles: Sendable {
    private(set) var names: [String] = []
    private var lineStarts: [[Int]] = []

    /// Adds a file; answers its number.
    mutating func add(_ name: String, _ text: String) -> Int {
        var starts = [0]
        var previous: UInt8 = 0
        for (offset, byte) in text.utf8.enumerated() {
            if previous == ASCII.carriageReturn && byte != ASCII.lineFeed { starts.append(offset) }
            if byte == ASCII.lineFeed { starts.append(offset + 1) }
            previous = byte
        }
        names.append(name)
        lineStarts.append(starts)
        return names.count - 1
    }

    func place(of origin: Origin) -> Place {
        let starts = lineStarts[origin.file]
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= origin.offset { low = middle } else { high = middle }
        }
        return Place(file: names[origin.file], line: low + 1, column: origin.offset - starts[low] + 1)
    }
}
