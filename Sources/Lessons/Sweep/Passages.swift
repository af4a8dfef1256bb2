extension UnreadClaims.Passage {
    /// The passages of a text: paragraphs, blocks of HTML, option lines of cells, lines that are code only by their indentation.
    /// What stands in fences is code and no passage.
    static func all(in bytes: [UInt8]) -> [UnreadClaims.Passage] {
        let lines = Lines(bytes)
        let map = BlockMap(CommonMark.tree(of: bytes), lines: lines, bytes: bytes)
        var passages: [UnreadClaims.Passage] = []
        var last: Int?
        for number in 0..<lines.count {
            let line = lines[number].range
            let kind = map.kinds[number]
            let content = bytes[line].trimmed
            guard !content.isEmpty, isLookedAt(content, kind) else { continue }
            if let before = last, before == number - 1, map.kinds[before] == kind {
                passages[passages.count - 1].range = passages[passages.count - 1].range.lowerBound..<line.upperBound
            } else {
                passages.append(UnreadClaims.Passage(range: line, kind: kind))
            }
            last = number
        }
        return passages.filter { !isListing(bytes[$0.range], $0.kind) }
    }

    private static func isLookedAt(_ content: ArraySlice<UInt8>, _ kind: BlockMap.LineKind) -> Bool {
        switch kind {
        case .text, .html, .indentedCode: true
        case .cell: content.starts(with: "//|") || content.starts(with: "#|")
        case .code: false
        }
    }

    /// HTML that shows code or isn't shown.
    private static func isListing(_ content: ArraySlice<UInt8>, _ kind: BlockMap.LineKind) -> Bool {
        guard kind == .html else { return false }
        let tag = content.trimmed.dropFirst().prefix(while: \.isLetter).text.lowercased()
        return ["pre", "script", "style", "textarea"].contains(tag)
    }
}
