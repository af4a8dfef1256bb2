import Foundation

/// The safetensors format: the length of the header (8 bytes, little-endian), the header in JSON, then the numbers of all
/// tensors one after the other. Written in double precision; single precision is read, too.
///
/// https://huggingface.co/docs/safetensors, version 0.x; Python reads it with `safetensors.numpy.load_file`.
struct SafeTensors {
    struct Tensor: Hashable {
        var name: String
        var shape: [Int]
        var values: [Double]
    }

    /// Texts about the file.
    var metadata: [String: String] = [:]
    var tensors: [Tensor] = []

    /// One tensor's entry in the header.
    private struct Entry: Codable {
        var dtype: String
        var shape: [Int]
        var dataOffsets: [Int]

        enum CodingKeys: String, CodingKey {
            case dtype, shape
            case dataOffsets = "data_offsets"
        }
    }

    /// The header: entries under the tensors' names, and the metadata under a name of its own.
    private struct Header: Codable {
        static let metadataKey = "__metadata__"
        var metadata: [String: String] = [:]
        var entries: [String: Entry] = [:]

        init() {}

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: Name.self)
            for key in container.allKeys {
                if key.stringValue == Self.metadataKey {
                    metadata = try container.decode([String: String].self, forKey: key)
                } else {
                    entries[key.stringValue] = try container.decode(Entry.self, forKey: key)
                }
            }
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Name.self)
            try container.encode(metadata, forKey: Name(Self.metadataKey))
            for (name, entry) in entries.sorted(by: { $0.key < $1.key }) { try container.encode(entry, forKey: Name(name)) }
        }
    }

    private struct Name: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(_ name: String) { stringValue = name }
        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }
}

extension SafeTensors {
    /// The file's bytes: the same for the same content.
    func encoded() throws -> Data {
        var header = Header()
        header.metadata = metadata
        var numbers = Data()
        for tensor in tensors {
            let start = numbers.count
            for value in tensor.values { withUnsafeBytes(of: value.bitPattern.littleEndian) { numbers.append(contentsOf: $0) } }
            header.entries[tensor.name] = Entry(dtype: "F64", shape: tensor.shape, dataOffsets: [start, numbers.count])
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var text = try encoder.encode(header)
        // Spaces up to a multiple of 8, so that the numbers are aligned in memory.
        text.append(contentsOf: repeatElement(UInt8(ascii: " "), count: (8 - text.count % 8) % 8))
        var data = Data()
        withUnsafeBytes(of: UInt64(text.count).littleEndian) { data.append(contentsOf: $0) }
        return data + text + numbers
    }

    init(decoding data: Data) throws {
        let bytes = [UInt8](data)
        guard bytes.count >= 8 else {
            throw StorageError("a safetensors file has at least 8 bytes, but this one has \(bytes.count)")
        }
        let length = Self.word(bytes, 0, of: 8)
        guard length <= UInt64(bytes.count - 8) else {
            throw StorageError(
                "the file is cut off or isn't a safetensors file: its header should have \(length) bytes, but only "
                    + "\(bytes.count - 8) follow")
        }
        let start = 8 + Int(length)
        let header: Header
        do {
            header = try JSONDecoder().decode(Header.self, from: Data(bytes[8..<start]))
        } catch {
            throw StorageError("the header of the file isn't that of a safetensors file")
        }
        metadata = header.metadata
        for (name, entry) in header.entries.sorted(by: { $0.key < $1.key }) {
            tensors.append(try Self.tensor(name, entry, bytes, from: start))
        }
    }

    private static func tensor(_ name: String, _ entry: Entry, _ bytes: [UInt8], from start: Int) throws -> Tensor {
        let sizes = ["F64": 8, "F32": 4]
        guard let size = sizes[entry.dtype] else {
            throw StorageError("tensor '\(name)' holds numbers of type \(entry.dtype); only F64 and F32 can be read")
        }
        var count = 1
        for dimension in entry.shape {
            let (product, overflow) = count.multipliedReportingOverflow(by: dimension)
            guard dimension >= 0, !overflow else {
                throw StorageError("tensor '\(name)' has the impossible shape \(entry.shape)")
            }
            count = product
        }
        let offsets = entry.dataOffsets
        let available = bytes.count - start
        guard offsets.count == 2, offsets[0] >= 0, offsets[1] >= offsets[0], offsets[1] <= available,
            offsets[1] - offsets[0] == count.multipliedReportingOverflow(by: size).partialValue
        else {
            throw StorageError(
                "tensor '\(name)' should lie at bytes \(offsets) after the header, where \(available) follow; the file is cut off "
                    + "or damaged")
        }
        let values = (0..<count).map { index in
            let place = start + offsets[0] + index * size
            return size == 8
                ? Double(bitPattern: word(bytes, place, of: 8))
                : Double(Float(bitPattern: UInt32(truncatingIfNeeded: word(bytes, place, of: 4))))
        }
        return Tensor(name: name, shape: entry.shape, values: values)
    }

    /// A number of `count` bytes, the lowest first.
    private static func word(_ bytes: [UInt8], _ place: Int, of count: Int) -> UInt64 {
        (0..<count).reduce(0) { $0 | UInt64(bytes[place + $1]) << UInt64(8 * $1) }
    }
}
