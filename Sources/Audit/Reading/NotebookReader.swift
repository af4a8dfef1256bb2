/// A cell of a notebook: its number among all cells, and where in the file each of its lines begins.
struct NotebookCell: Hashable, Sendable {
    var number: Int
    var lineStarts: [Int]
}

/// Reads the text cells of a Jupyter notebook, format 4 or 3; what code gave is left alone, and nothing is run.
///
/// Source: the notebook format of nbformat 4, `cells[].cell_type` and `cells[].source`; in format 3 the same cells stand in
/// `worksheets[].cells`.
struct NotebookReader {
    /// How many cells have begun.
    private var number = 0
    private var cells: [(number: Int, text: Piece)] = []

    static func read(into notes: inout Notes) {
        var scanner = JSONScanner(Piece(notes.files[0].bytes, file: 0))
        var reader = NotebookReader()
        let isWhole = scanner.object { name, scanner in
            switch name {
            case "cells": reader.readCells(&scanner)
            case "worksheets":
                scanner.array { scanner in
                    scanner.object { name, scanner in name == "cells" ? reader.readCells(&scanner) : scanner.skipValue() }
                }
            default: scanner.skipValue()
            }
        }
        let (number, cells) = (reader.number, reader.cells)
        if !isWhole {
            let reason = number == 0 ? "it is not a notebook in JSON" : "the JSON of cell \(number) breaks off or isn't valid"
            notes.unread.append(Notes.Unread(file: 0, offset: scanner.position, reason: reason))
        }
        var macros = MacroExpander()
        for cell in cells where !cell.text.bytes.isEmpty {
            let starts = cell.text.bytes.indices.filter { $0 == 0 || cell.text.bytes[$0 - 1] == 0x0A }
            notes.cells.append(NotebookCell(number: cell.number, lineStarts: starts.map { Int(cell.text.origins[$0].offset) }))
            notes.text.append("\n\n", from: cell.text.origins[0])
            MarkdownReader.read(cell.text, macros: &macros, into: &notes)
        }
    }

    private mutating func readCells(_ scanner: inout JSONScanner) -> Bool {
        scanner.array { scanner in
            number += 1
            var (isText, text) = (false, Piece())
            let isCell = scanner.object { name, scanner in
                switch name {
                case "cell_type":
                    guard let kind = scanner.string() else { return false }
                    isText = kind.bytes == Array("markdown".utf8)
                    return true
                case "source":
                    guard let source = scanner.text() else { return false }
                    text = source
                    return true
                default: return scanner.skipValue()
                }
            }
            if isText { cells.append((number, text)) }
            return isCell
        }
    }
}

/// Walks through JSON and keeps where every character of a text stands.
struct JSONScanner {
    private let piece: Piece
    private(set) var position = 0
    private var depth = 0
    private static let deepest = 200

    init(_ piece: Piece) { self.piece = piece }

    private mutating func take(_ byte: UInt8) -> Bool {
        position = piece.bytes.skippingSpaces(from: position)
        guard position < piece.bytes.count, piece.bytes[position] == byte else { return false }
        position += 1
        return true
    }

    /// Reads an object, member by member; false where it isn't one or breaks off.
    mutating func object(_ member: (String, inout JSONScanner) -> Bool) -> Bool {
        depth += 1
        defer { depth -= 1 }
        guard depth < Self.deepest, take(UInt8(ascii: "{")) else { return false }
        if take(UInt8(ascii: "}")) { return true }
        repeat {
            guard let name = string(), take(UInt8(ascii: ":")) else { return false }
            guard member(String(decoding: name.bytes, as: UTF8.self), &self) else { return false }
        } while take(UInt8(ascii: ","))
        return take(UInt8(ascii: "}"))
    }

    mutating func array(_ element: (inout JSONScanner) -> Bool) -> Bool {
        depth += 1
        defer { depth -= 1 }
        guard depth < Self.deepest, take(UInt8(ascii: "[")) else { return false }
        if take(UInt8(ascii: "]")) { return true }
        repeat { guard element(&self) else { return false } } while take(UInt8(ascii: ","))
        return take(UInt8(ascii: "]"))
    }

    mutating func skipValue() -> Bool {
        position = piece.bytes.skippingSpaces(from: position)
        guard position < piece.bytes.count else { return false }
        switch piece.bytes[position] {
        case UInt8(ascii: "{"): return object { $1.skipValue() }
        case UInt8(ascii: "["): return array { $0.skipValue() }
        case UInt8(ascii: "\""): return string() != nil
        default:
            let start = position
            while position < piece.bytes.count, !",]} \n\r\t".utf8.contains(piece.bytes[position]) { position += 1 }
            return position > start
        }
    }

    /// A text, or a list of texts one after the other.
    mutating func text() -> Piece? {
        position = piece.bytes.skippingSpaces(from: position)
        guard position < piece.bytes.count else { return nil }
        if piece.bytes[position] != UInt8(ascii: "[") { return string() }
        var whole = Piece()
        return array { scanner in
            guard let line = scanner.string() else { return false }
            whole.append(line)
            return true
        } ? whole : nil
    }

    mutating func string() -> Piece? {
        guard take(UInt8(ascii: "\"")) else { return nil }
        var result = Piece()
        while position < piece.bytes.count {
            let byte = piece.bytes[position]
            let origin = piece.origins[position]
            position += 1
            switch byte {
            case UInt8(ascii: "\""): return result
            case UInt8(ascii: "\\"):
                guard position < piece.bytes.count else { return nil }
                let mark = piece.bytes[position]
                position += 1
                let meant: [UInt8] =
                    switch mark {
                    case UInt8(ascii: "n"): [0x0A]
                    case UInt8(ascii: "t"): [0x09]
                    case UInt8(ascii: "r"): [0x0D]
                    case UInt8(ascii: "b"), UInt8(ascii: "f"): [0x20]
                    case UInt8(ascii: "u"): character()
                    default: [mark]
                    }
                for byte in meant { result.append(Piece(bytes: [byte], origins: [origin])) }
            default:
                result.bytes.append(byte)
                result.origins.append(origin)
            }
        }
        return nil
    }

    /// The character behind `\u`, two of which may make one.
    private mutating func character() -> [UInt8] {
        func unit() -> UInt32? {
            guard position + 4 <= piece.bytes.count else { return nil }
            return UInt32(String(decoding: piece.bytes[position..<(position + 4)], as: UTF8.self), radix: 16)
        }
        guard var code = unit() else { return [0x3F] }
        position += 4
        if (0xD800..<0xDC00).contains(code), piece.bytes.starts(with: "\\u", at: position) {
            position += 2
            guard let low = unit(), (0xDC00..<0xE000).contains(low) else { return [0x3F] }
            position += 4
            code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
        }
        return Unicode.Scalar(code).map { Array(String(Character($0)).utf8) } ?? [0x3F]
    }
}
