/// A stretch of the flat text: a formula, or what stands between two.
struct Passage {
    var isFormula: Bool
    var range: Range<Int>
}

/// How far an ending was looked for in vain, for each ending: nothing before there need be looked at again.
private struct VainSearches {
    private var ends: [String: Int] = [:]

    /// Looks for what ends a formula, up to the longest that one may be.
    mutating func end(_ mark: String, from start: Int, in text: FlatText, stopping stops: (Int) -> Bool = { _ in false })
        -> Int?
    {
        let bytes = text.bytes
        let closing = Array(mark.utf8)
        var index = max(start, ends[mark] ?? 0)
        let limit = min(bytes.count, start + Bytes.longest)
        while index < limit {
            if bytes[index] == closing[0], bytes[index...].starts(with: closing) { return index }
            if stops(index) { return nil }
            index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        ends[mark] = index
        return nil
    }
}

extension FlatText {
    /// The text cut into formulas and what stands between them.
    ///
    /// - Parameter isStrict: whether a dollar begins a formula only as in Markdown, with no room behind it, so that prices are none.
    func passages(isStrict: Bool) -> [Passage] {
        var passages: [Passage] = []
        var (start, index) = (0, 0)
        var searches = VainSearches()
        func close(_ formula: Range<Int>, _ end: Int) {
            if start < formula.lowerBound { passages.append(Passage(isFormula: false, range: start..<formula.lowerBound)) }
            passages.append(Passage(isFormula: true, range: formula))
            (start, index) = (end, end)
        }
        while index < count {
            if bytes[index] == UInt8(ascii: "\\") {
                if let (formula, end) = commandFormula(at: index, &searches) { close(formula, end) } else { index += 2 }
            } else if bytes[index] == UInt8(ascii: "$") {
                if let (formula, end) = dollarFormula(at: index, isStrict: isStrict) { close(formula, end) } else { index += 1 }
            } else {
                index += 1
            }
        }
        if start < count { passages.append(Passage(isFormula: false, range: start..<count)) }
        return passages
    }

    private func commandFormula(at position: Int, _ searches: inout VainSearches) -> (Range<Int>, end: Int)? {
        guard position + 1 < count else { return nil }
        switch bytes[position + 1] {
        case UInt8(ascii: "["):
            // The room behind a line break is no formula.
            if position > 0, bytes[position - 1] == UInt8(ascii: "\\") { return nil }
            return closed(by: "\\]", from: position + 2, &searches)
        case UInt8(ascii: "("): return closed(by: "\\)", from: position + 2, &searches)
        case UInt8(ascii: "b") where bytes.starts(with: "\\begin{", at: position):
            guard let end = bytes.groupEnd(at: position + 6, limit: min(count, position + 60)) else { return nil }
            let name = bytes[(position + 7)..<(end - 1)]
            guard LaTeXWords.mathematics.contains(String(decoding: name, as: UTF8.self)) else { return nil }
            let closing = "\\end{\(String(decoding: name, as: UTF8.self))}"
            return searches.end(closing, from: end, in: self).map { (end..<$0, $0 + closing.utf8.count) }
        default: return nil
        }
    }

    private func closed(by mark: String, from start: Int, _ searches: inout VainSearches) -> (Range<Int>, end: Int)? {
        searches.end(mark, from: start, in: self, stopping: isBlankLine).map { (start..<$0, $0 + mark.utf8.count) }
    }

    private func isBlankLine(at index: Int) -> Bool {
        guard bytes[index] == 0x0A else { return false }
        var next = index + 1
        while next < count, bytes[next] == 0x20 || bytes[next] == 0x09 || bytes[next] == 0x0D { next += 1 }
        return next < count && bytes[next] == 0x0A
    }

    private func dollarFormula(at position: Int, isStrict: Bool) -> (Range<Int>, end: Int)? {
        if bytes.starts(with: "$$", at: position) { return dollarsClosed(from: position + 2) }
        let start = position + 1
        guard start < count, !isStrict || !bytes[start].isSpace else { return nil }
        var index = start
        let limit = min(count, start + Bytes.longest)
        while index < limit, !isBlankLine(at: index) {
            if bytes[index] == UInt8(ascii: "\\") {
                index += 2
                continue
            }
            if bytes[index] == UInt8(ascii: "$") {
                let next = index + 1 < count ? bytes[index + 1] : 0x20
                if isStrict, bytes[index - 1].isSpace || next.isDigit { return nil }
                return index > start ? (start..<index, index + 1) : nil
            }
            index += 1
        }
        return nil
    }

    /// Between double dollars a blank line is bad style, and still a formula to most readers.
    private func dollarsClosed(from start: Int) -> (Range<Int>, end: Int)? {
        var index = start
        let limit = min(count, start + Bytes.longest)
        while index < limit {
            if bytes.starts(with: "$$", at: index) { return (start..<index, index + 2) }
            index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        return nil
    }
}
