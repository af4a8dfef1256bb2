/// Environments of LaTeX: lists, formulas, code and tables.
extension LaTeXConversion {
    mutating func environment(in piece: Piece, from behind: Int, _ groups: GroupEnds, depth: Int) -> Int {
        guard let end = groups.end(at: behind) else { return behind }
        let name = piece.text((behind + 1)..<(end - 1))
        let closing = Array("\\end{\(name)}".utf8)
        if name == "document" {
            result = ""
            return end
        }
        if name == "itemize" || name == "enumerate" || name == "description" {
            result += "\n"
            lists.append(name == "enumerate" ? "1." : "-")
            return end
        }
        var close = end
        while close < piece.bytes.count,
            !(piece.bytes[close] == UInt8(ascii: "\\") && piece.bytes[close...].starts(with: closing))
        { close += 1 }
        let inside = piece[end..<min(close, piece.bytes.count)]
        let behindAll = min(close + closing.count, piece.bytes.count)
        if LaTeXWords.mathematics.contains(name) {
            let plain = name.hasSuffix("*") ? String(name.dropLast()) : name
            display(
                inside,
                in: ["equation", "displaymath", "math", "multline", "dmath"].contains(plain)
                    ? nil : plain == "gather" ? "gathered" : "aligned")
            return behindAll
        }
        if LaTeXWords.verbatim.contains(name) {
            if ["verbatim", "lstlisting", "minted", "Verbatim"].contains(name) {
                result += "\n\n```\n\(inside.text(0..<inside.bytes.count).trimmed("\n"))\n```\n\n"
            } else {
                omit("the environment \(name)", at: piece.origins[behind])
            }
            return behindAll
        }
        if name.hasPrefix("tabular") || name == "longtable" {
            var start = end
            while start < close, piece.bytes[start] == UInt8(ascii: "{") || piece.bytes[start] == UInt8(ascii: "["),
                let next = groups.end(at: start)
                    ?? piece.bytes[start..<close].firstIndex(of: UInt8(ascii: "]")).map({ $0 + 1 })
            {
                start = next
            }
            var whole = piece[behind..<end]
            whole.append(piece[start..<behindAll])
            table(whole, piece.origins[behind])
            return behindAll
        }
        if !["frame", "center", "figure", "table", "quote", "abstract"].contains(name) {
            omit("the environment \(name): its text stands without it", at: piece.origins[behind])
        }
        return overlay(in: piece, from: end)
    }

    private mutating func table(_ piece: Piece, _ origin: Origin) {
        var text = FlatText()
        for (byte, origin) in zip(Array("\\begin".utf8) + piece.bytes, Array(repeating: origin, count: 6) + piece.origins) {
            text.append(byte, from: origin)
        }
        guard let table = text.tables().first else { return omit("a table", at: origin) }
        let outer = result
        func cells(_ row: [Range<Int>]) -> String {
            let texts = row.map { range -> String in
                result = ""
                // A cell that is a formula keeps its dollars.
                var range = range
                if range.lowerBound > 0, text.bytes[range.lowerBound - 1] == UInt8(ascii: "$") {
                    range = (range.lowerBound - 1)..<min(range.upperBound + 1, text.count)
                }
                write(Piece(bytes: Array(text.bytes[range]), origins: Array(text.origins[range])), depth: 1)
                return result.trimmed(" \n")
            }
            return "| " + texts.joined(separator: " | ") + " |"
        }
        var lines = [cells(table.header), "|" + String(repeating: "---|", count: table.header.count)]
        lines += table.body.map(cells)
        result = outer + "\n\n" + lines.joined(separator: "\n") + "\n\n"
    }
}
