import CZlib

/// An archive in the form of ZIP (APPNOTE 6.3.3), put together in memory: no times, no attributes, names in UTF-8, entries in the
/// order in which they were added. The same entries give the same bytes, as far as zlib does.
struct ZipArchive {
    /// What doesn't fit into an archive of this form, or into memory.
    struct Failure: Error {}

    private var bytes: [UInt8] = []
    private var directory: [UInt8] = []
    private var count: UInt16 = 0

    mutating func add(_ contents: [UInt8], as path: String, isCompressed: Bool) throws {
        let name = Array(path.utf8)
        let packed = isCompressed ? try Self.deflated(contents) : contents
        let isPacked = isCompressed && packed.count < contents.count
        let data = isPacked ? packed : contents
        guard let start = UInt32(exactly: bytes.count), let size = UInt32(exactly: contents.count),
            let packedSize = UInt32(exactly: data.count), let length = UInt16(exactly: name.count), count < .max
        else { throw Failure() }
        var about: [UInt8] = []
        // Version 2.0; names in UTF-8; the method; no time of day on 1980-01-01.
        for field: UInt16 in [20, 0x0800, isPacked ? 8 : 0, 0, 0x0021] { Self.append(field, to: &about) }
        for field in [UInt32(crc32(0, contents, UInt32(contents.count))), packedSize, size] { Self.append(field, to: &about) }
        Self.append(length, to: &about)
        Self.append(UInt16(0), to: &about)
        Self.append(UInt32(0x0403_4B50), to: &bytes)
        bytes += about + name + data
        Self.append(UInt32(0x0201_4B50), to: &directory)
        Self.append(UInt16(20), to: &directory)
        directory += about
        for field: UInt16 in [0, 0, 0] { Self.append(field, to: &directory) }
        for field: UInt32 in [0, start] { Self.append(field, to: &directory) }
        directory += name
        count += 1
    }

    /// The archive with its directory.
    func finished() throws -> [UInt8] {
        guard let start = UInt32(exactly: bytes.count), let size = UInt32(exactly: directory.count) else { throw Failure() }
        var all = bytes + directory
        Self.append(UInt32(0x0605_4B50), to: &all)
        for field: UInt16 in [0, 0, count, count] { Self.append(field, to: &all) }
        for field in [size, start] { Self.append(field, to: &all) }
        Self.append(UInt16(0), to: &all)
        return all
    }

    private static func append(_ value: some FixedWidthInteger, to bytes: inout [UInt8]) {
        withUnsafeBytes(of: value.littleEndian) { bytes += $0 }
    }

    /// Deflate without a frame (RFC 1951).
    private static func deflated(_ contents: [UInt8]) throws -> [UInt8] {
        var stream = z_stream()
        guard lectern_deflate_begin(&stream) == Z_OK, let length = UInt32(exactly: contents.count) else { throw Failure() }
        defer { deflateEnd(&stream) }
        var contents = contents
        var result = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(contents.count))))
        let room = UInt32(result.count)
        let isDone = contents.withUnsafeMutableBufferPointer { source in
            result.withUnsafeMutableBufferPointer { target in
                stream.next_in = source.baseAddress
                stream.avail_in = length
                stream.next_out = target.baseAddress
                stream.avail_out = room
                return deflate(&stream, Z_FINISH) == Z_STREAM_END
            }
        }
        guard isDone else { throw Failure() }
        return Array(result.prefix(Int(room - stream.avail_out)))
    }
}
