/// Where a byte comes from: the lesson's own file (0) or an included one, and the offset in it.
struct Origin: Hashable, Sendable {
    var file: Int
    var offset: Int
}

/// Text on its way to libcmark in which every byte knows where its author wrote it.
///
/// Whatever is lifted out, put in, dedented or included: a position in it leads back to the file.
struct LocatedText: Sendable {
    private(set) var bytes: [UInt8] = []
    private(set) var origins: [Origin] = []

    init() {}

    init(_ text: some StringProtocol, file: Int, from offset: Int = 0) {
        bytes = Array(text.utf8)
        origins = bytes.indices.map { Origin(file: file, offset: offset + $0) }
    }

    var count: Int { bytes.count }

    mutating func append(_ other: LocatedText) {
        bytes += other.bytes
        origins += other.origins
    }

    mutating func append(_ other: LocatedText, _ range: Range<Int>) {
        bytes += other.bytes[range]
        origins += other.origins[range]
    }

    /// Text that stands for something at `origin`.
    mutating func append(_ text: String, at origin: Origin) {
        bytes += text.utf8
        origins += repeatElement(origin, count: text.utf8.count)
    }

    subscript(range: Range<Int>) -> LocatedText {
        var result = LocatedText()
        result.append(self, range)
        return result
    }

    /// The origin of a byte; behind the last byte, the place behind it.
    func origin(at index: Int) -> Origin {
        if index < origins.count { return origins[max(0, index)] }
        guard let last = origins.last else { return Origin(file: 0, offset: 0) }
        return Origin(file: last.file, offset: last.offset + 1)
    }

    func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    var string: String { String(decoding: bytes, as: UTF8.self) }

    /// The bytes of the file that `range` covers.
    func fileBytes(_ range: Range<Int>) -> Range<Int> {
        guard let last = range.last else {
            let offset = origin(at: range.lowerBound).offset
            return offset..<offset
        }
        let start = origins[range.lowerBound].offset
        return start..<max(start, origins[last].offset + 1)
    }

    /// A copy with each of `edits`, which are in order and don't overlap, carried out.
    func replacing(_ edits: [Edit]) -> LocatedText {
        guard !edits.isEmpty else { return self }
        var result = LocatedText()
        var position = 0
        for edit in edits where edit.range.lowerBound >= position {
            result.append(self, position..<edit.range.lowerBound)
            result.append(edit.replacement)
            position = edit.range.upperBound
        }
        result.append(self, position..<count)
        return result
    }

    struct Edit {
        var range: Range<Int>
        var replacement: LocatedText
    }
}
