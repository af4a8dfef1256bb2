/// Code of an example in lines that a page has room for.
enum CodeLines {
    /// How many characters the column of a page has.
    static let width = 76

    static func wrapped(_ lines: [String]) -> [String] { lines.flatMap(wrapped) }

    /// A long line is broken behind commas between arguments, and what it comes to stands below.
    private static func wrapped(_ line: String) -> [String] {
        guard line.count > width else { return [line] }
        let indent = String(line.prefix { $0 == " " })
        if let comment = line.ranges(of: " // ").last, !indent.hasPrefix("//"), comment.lowerBound > line.startIndex {
            return broken(String(line[..<comment.lowerBound]), indent, isWithin: false)
                + [indent + line[comment.lowerBound...].dropFirst()]
        }
        return broken(line, indent, isWithin: false)
    }

    /// - Parameter isWithin: Whether the line goes on within brackets of arguments.
    private static func broken(_ line: String, _ indent: String, isWithin: Bool) -> [String] {
        guard line.count > width, let place = lastComma(in: line, isWithin: isWithin) else { return [line] }
        let rest = line[line.index(after: place)...].drop { $0 == " " }
        return [String(line[...place])] + broken(indent + "    " + rest, indent, isWithin: true)
    }

    /// The last comma that fits and stands between arguments or elements, in no text and in no closure.
    private static func lastComma(in line: String, isWithin: Bool) -> String.Index? {
        var (open, isText): ([Character], Bool) = (isWithin ? ["("] : [], false)
        var found: String.Index?
        for (count, place) in line.indices.enumerated() {
            let character = line[place]
            if character == "\"" { isText.toggle() }
            guard !isText else { continue }
            if "([{".contains(character) { open.append(character) }
            if ")]}".contains(character) { _ = open.popLast() }
            if character == ",", count < width, let last = open.last, last != "{" { found = place }
        }
        return found
    }
}
