import Exhibits

/// A file of the notes as it was read, and where its lines begin.
public struct SourceFile: Hashable, Sendable {
    public var name: String
    public var bytes: [UInt8]
    private let lineStarts: [Int]

    public init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
        lineStarts = [0] + bytes.indices.lazy.filter { bytes[$0] == 0x0A }.map { $0 + 1 }
    }

    /// The place of a byte, lines and columns from 1.
    public func place(of offset: Int) -> Place {
        var (low, high) = (0, lineStarts.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return Place(file: name, line: low + 1, column: offset - lineStarts[low] + 1)
    }
}

/// A byte of a file: which file of the notes, and how far from its beginning.
struct Origin: Hashable, Comparable {
    var file: Int32
    var offset: Int32

    static func < (a: Origin, b: Origin) -> Bool { (a.file, a.offset) < (b.file, b.offset) }
}
