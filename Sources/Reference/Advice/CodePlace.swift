/// A place in an author's code that the compiler points at, and what stands there.
struct CodePlace {
    private let bytes: [UInt8]
    private let place: Int

    /// - Parameters:
    ///   - code: A line, or several of which the last is the one pointed at.
    ///   - column: The place in the last line, in bytes counted from 1.
    init(_ code: String, column: Int) {
        bytes = Array(code.utf8)
        let start = bytes.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        place = max(0, min(start + column - 1, bytes.count))
    }

    /// What is called here. The compiler points at the bracket, at an argument behind it, or at the name itself.
    var callee: String? {
        guard let end = bracket ?? (behindName > place ? behindName : nil) else { return nil }
        let name = bytes[..<end].reversed().prefix(while: Self.isName).reversed()
        return name.isEmpty ? nil : text(Array(name))
    }

    /// The names with points between them that begin here: `nn.Linear`.
    var path: String {
        let path = bytes[place...].prefix { Self.isName($0) || $0 == UInt8(ascii: ".") }
        return text(Array(path)).split(separator: ".").joined(separator: ".")
    }

    /// Whether what begins here is called or asked for a member: `tensor(` or `plt.`, and not `tensor + 1`.
    var isUsedAsName: Bool {
        behindName < bytes.count && [UInt8(ascii: "("), UInt8(ascii: "."), UInt8(ascii: "[")].contains(bytes[behindName])
    }

    /// The text in quotes that begins here.
    var string: String? {
        guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") else { return nil }
        let rest = bytes[(place + 1)...]
        return rest.firstIndex(of: UInt8(ascii: "\"")).map { text(Array(rest[..<$0])) }
    }

    /// The labels that the call here has, as far as they are written in the code.
    var labels: [String] {
        guard let bracket else { return [] }
        var (labels, depth, word): ([String], Int, [UInt8]) = ([], 0, [])
        for byte in bytes[bracket...] {
            switch byte {
            case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
            case UInt8(ascii: ":") where depth == 1 && !word.isEmpty: labels.append(text(word))
            default: break
            }
            if depth == 0 { break }
            word = Self.isName(byte) ? word + [byte] : []
        }
        return labels
    }

    /// The bracket of the call: here, or the last one before that isn't closed.
    private var bracket: Int? {
        if place < bytes.count, bytes[place] == UInt8(ascii: "(") { return place }
        var closed = 0
        for index in bytes[..<place].indices.reversed() {
            if bytes[index] == UInt8(ascii: ")") { closed += 1 }
            guard bytes[index] == UInt8(ascii: "(") else { continue }
            if closed == 0 { return index }
            closed -= 1
        }
        return nil
    }

    private var behindName: Int { place + bytes[place...].prefix(while: Self.isName).count }

    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    private static func isName(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "_") || byte >= 128
    }
}
