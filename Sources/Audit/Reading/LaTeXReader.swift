/// Lays LaTeX out flat: a walk that expands the author's macros, opens what `\input` names, and leaves out comments, what is shown
/// verbatim, drawings and the preamble. What it doesn't know it leaves as it is.
struct LaTeXReader {
    private var macros = MacroExpander()
    private let open: (String) -> OpenedFile
    private var opened: Set<String> = []
    /// Of the piece that is walked through.
    private var groups = GroupEnds()

    private static let deepest = 10
    private static let mostFiles = 200

    static func read(into notes: inout Notes, open: (String) -> OpenedFile) {
        withoutActuallyEscaping(open) { open in
            var reader = LaTeXReader(open: open)
            reader.opened = [notes.files[0].name]
            reader.walk(Piece(notes.files[0].bytes, file: 0), into: &notes, depth: 0)
        }
    }

    private init(open: @escaping (String) -> OpenedFile) { self.open = open }

    private mutating func walk(_ piece: Piece, into notes: inout Notes, depth: Int) {
        let before = groups
        groups = GroupEnds(piece.bytes)
        defer { groups = before }
        var index = 0
        while index < piece.bytes.count {
            guard notes.text.count < Notes.longest else {
                let origin = piece.origins[index]
                notes.unread.append(
                    Notes.Unread(
                        file: Int(origin.file), offset: Int(origin.offset), reason: "its text is too long from here on"))
                return
            }
            switch piece.bytes[index] {
            case UInt8(ascii: "%"):
                // A comment takes its line's end with it; an empty line below stays one.
                index = min(piece.bytes.count, piece.bytes.lineEnd(from: index) + 1)
            case UInt8(ascii: "\\"): index = command(in: piece, at: index, into: &notes, depth: depth)
            default:
                notes.text.append(piece.bytes[index], from: piece.origins[index])
                index += 1
            }
        }
    }

    /// Reads a command; answers where to go on.
    private mutating func command(in piece: Piece, at position: Int, into notes: inout Notes, depth: Int) -> Int {
        let bytes = piece.bytes
        let name = bytes.word(at: position + 1)
        let behind = position + 1 + name.utf8.count
        if name.isEmpty {
            let end = min(bytes.count, position + 2)
            for index in position..<end { notes.text.append(bytes[index], from: piece.origins[index]) }
            return end
        }
        if let end = macros.definition(named: name, in: piece, at: position, groups) { return end }
        switch name {
        case "begin": return environment(in: piece, at: position, behind, into: &notes)
        case "verb", "lstinline":
            guard behind < bytes.count else { return behind }
            let start = bytes[behind] == UInt8(ascii: "*") ? behind + 1 : behind
            guard start < bytes.count else { return start }
            let limit = bytes.lineEnd(from: start)
            let mark = bytes[start] == UInt8(ascii: "{") ? UInt8(ascii: "}") : bytes[start]
            notes.text.append(" code ", from: piece.origins[position])
            return (start + 1 < limit ? bytes[(start + 1)..<limit].firstIndex(of: mark) : nil).map { $0 + 1 } ?? limit
        case "iffalse":
            notes.text.append(" ", from: piece.origins[position])
            return bytes.position(of: "\\fi", from: behind).map { $0 + 3 } ?? bytes.count
        case "input", "include", "subfile": return input(in: piece, at: position, behind, into: &notes, depth: depth)
        case "section", "subsection", "subsubsection", "chapter", "frametitle", "paragraph": notes.text.markHeading()
        case _ where LaTeXWords.dropped.contains(name):
            notes.text.append(" ", from: piece.origins[position])
            return skipArguments(in: bytes, from: behind)
        default:
            if let (expanded, end) = macros.expansion(of: name, in: piece, at: position, groups) {
                if depth < Self.deepest * 4 { walk(expanded, into: &notes, depth: depth + 1) }
                return end
            }
        }
        for index in position..<behind { notes.text.append(bytes[index], from: piece.origins[index]) }
        return skipOverlay(in: bytes, from: behind)
    }

    /// `<2->` behind a command of Beamer: what it shows is read whenever it is shown.
    private func skipOverlay(in bytes: [UInt8], from position: Int) -> Int {
        guard position < bytes.count, bytes[position] == UInt8(ascii: "<"),
            let end = bytes[position..<min(bytes.count, position + 24)].firstIndex(of: UInt8(ascii: ">"))
        else { return position }
        let inside = bytes[(position + 1)..<end]
        let isOverlay = !inside.isEmpty && inside.allSatisfy { $0.isDigit || $0.isLetter || ",-+.|:@".utf8.contains($0) }
        return isOverlay && inside.contains { $0.isDigit || $0 == UInt8(ascii: "+") } ? end + 1 : position
    }

    private func skipArguments(in bytes: [UInt8], from position: Int) -> Int {
        var index = position
        if index < bytes.count, bytes[index] == UInt8(ascii: "*") { index += 1 }
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "["), let end = bytes[index..<bytes.lineEnd(from: index)].firstIndex(of: 0x5D) {
                index = end + 1
            } else if bytes[index] == UInt8(ascii: "{"), let end = groups.end(at: index) {
                index = end
            } else {
                break
            }
        }
        return index
    }

    private mutating func environment(in piece: Piece, at position: Int, _ behind: Int, into notes: inout Notes) -> Int {
        let bytes = piece.bytes
        guard behind < bytes.count, bytes[behind] == UInt8(ascii: "{"), let end = groups.end(at: behind) else {
            return behind
        }
        let name = piece.text((behind + 1)..<(end - 1))
        if name == "document" {
            notes.text.restart()
            return end
        }
        if LaTeXWords.verbatim.contains(name) {
            notes.text.append("\n\n", from: piece.origins[position])
            let closing = Array("\\end{\(name)}".utf8)
            var index = end
            while index < bytes.count, !(bytes[index] == UInt8(ascii: "\\") && bytes[index...].starts(with: closing)) {
                index += 1
            }
            return min(bytes.count, index + closing.count)
        }
        for index in position..<end { notes.text.append(bytes[index], from: piece.origins[index]) }
        if name == "frame" {
            notes.text.markHeading()
            return skipOverlay(in: bytes, from: end)
        }
        return LaTeXWords.measured.contains(name) ? skipArguments(in: bytes, from: end) : end
    }

    /// Opens a file that the text names.
    private mutating func input(in piece: Piece, at position: Int, _ behind: Int, into notes: inout Notes, depth: Int) -> Int {
        let bytes = piece.bytes
        var (start, end) = (bytes.skippingSpaces(from: behind), behind)
        if start < bytes.count, bytes[start] == UInt8(ascii: "{"), let group = groups.end(at: start) {
            end = group
            start += 1
        } else {
            var index = start
            while index < bytes.count, !bytes[index].isSpace, bytes[index] != UInt8(ascii: "\\") { index += 1 }
            (start, end) = (start, index + 1)
        }
        guard start < end, end <= bytes.count + 1 else { return behind }
        let written = String(decoding: bytes[start..<min(bytes.count, end - 1)], as: UTF8.self)
        let name = written.split(separator: "/").last?.contains(".") == true ? written : written + ".tex"
        let origin = piece.origins[position]
        func refuse(_ reason: String) -> Int {
            notes.unread.append(
                Notes.Unread(file: Int(origin.file), offset: Int(origin.offset), reason: "“\(name)” isn't read: \(reason)"))
            return min(end, bytes.count)
        }
        guard depth < Self.deepest else { return refuse("files are nested too deep") }
        guard notes.files.count < Self.mostFiles else {
            return refuse("these notes consist of more than \(Self.mostFiles) files; audit their parts one by one")
        }
        guard opened.insert(name).inserted else { return refuse("it was read before") }
        switch open(name) {
        case .refused(let reason): return refuse(reason)
        case .bytes(let inside, let path):
            guard String(validating: inside, as: UTF8.self) != nil, !inside.contains(0) else {
                return refuse("it is not UTF-8 text")
            }
            let file = notes.add(SourceFile(name: path, bytes: inside))
            walk(Piece(inside, file: file), into: &notes, depth: depth + 1)
            return min(end, bytes.count)
        }
    }
}
