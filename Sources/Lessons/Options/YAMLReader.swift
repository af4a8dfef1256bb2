import Exhibits
import Yams

/// YAML with the place of every key and value in the file it came from.
struct YAMLReader {
    /// The lines of the YAML text as they stand in the file.
    let lines: [LocatedText]
    /// The place for a YAML text without lines.
    let fallback: Origin

    /// One key and its value.
    struct Entry {
        var key: String
        var keyOrigin: Origin
        var value: Node
        var valueOrigin: Origin
    }

    /// The top-level entries in order; broken YAML is reported. Text that is YAML but no mapping answers `nil`.
    func entries(with lifting: inout Lifting) -> [Entry]? {
        do {
            let text = lines.map(\.string).joined(separator: "\n")
            guard !YAMLAliases.multiply(in: text) else {
                lifting.report("broken-yaml", at: fallback, YAMLAliases.message)
                return []
            }
            guard let node = try Yams.compose(yaml: text) else { return [] }
            return entries(of: node)
        } catch let error as YamlError {
            let (mark, problem) = Self.explanation(of: error)
            lifting.report(
                "broken-yaml", at: mark.map(origin(of:)) ?? fallback,
                "this YAML can't be read: \(problem); write one “key: value” per line, and put text with colons in quotes")
            return []
        } catch {
            lifting.report("broken-yaml", at: fallback, "this YAML can't be read: \(error)")
            return []
        }
    }

    func entries(of node: Node) -> [Entry]? {
        guard let mapping = node.mapping else { return nil }
        return mapping.map { key, value in
            Entry(
                key: key.string ?? "", keyOrigin: key.mark.map(origin(of:)) ?? fallback, value: value,
                valueOrigin: value.mark.map(origin(of:)) ?? fallback)
        }
    }

    /// The value's text with positions, where it stands in one piece; else every byte at the value's beginning.
    func located(_ value: String, at mark: Mark?) -> LocatedText {
        var result = LocatedText()
        if let mark, mark.line >= 1, mark.line <= lines.count {
            let line = lines[mark.line - 1]
            let start = offset(of: mark, in: line)
            for skipped in 0...1 where start + skipped + value.utf8.count <= line.count {
                let range = (start + skipped)..<(start + skipped + value.utf8.count)
                if line.bytes[range].elementsEqual(value.utf8) { return line[range] }
            }
        }
        result.append(value, at: mark.map(origin(of:)) ?? fallback)
        return result
    }

    private func origin(of mark: Mark) -> Origin {
        guard let last = lines.last else { return fallback }
        guard mark.line >= 1, mark.line <= lines.count else { return last.origin(at: last.count) }
        let line = lines[mark.line - 1]
        return line.count == 0 ? fallback : line.origin(at: offset(of: mark, in: line))
    }

    /// libyaml counts characters, an excerpt counts bytes.
    private func offset(of mark: Mark, in line: LocatedText) -> Int {
        line.string.unicodeScalars.prefix(max(0, mark.column - 1)).reduce(0) { $0 + String($1).utf8.count }
    }

    private static func explanation(of error: YamlError) -> (Mark?, String) {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            (mark, problem)
        case .duplicatedKeysInMapping(let duplicates, let context):
            (context.mark, "the same key stands there twice (\(duplicates.joined(separator: ", ")))")
        default: (nil, "\(error)")
        }
    }
}

/// What a YAML value was expected to be and isn't.
struct UnexpectedValue: Error {
    /// Completes "… must be": `true or false`.
    var expected: String
}

extension Node {
    func text() throws -> String {
        guard let scalar else { throw UnexpectedValue(expected: "text; put it in quotes if it contains colons or brackets") }
        // An escape in quotes brings them, and they would go into every file that is made of the text.
        guard scalar.string.unicodeScalars.allSatisfy({ $0.isCharacter }) else {
            throw UnexpectedValue(expected: "text without control characters")
        }
        return scalar.string
    }

    func truth() throws -> Bool {
        guard let bool else { throw UnexpectedValue(expected: "true or false") }
        return bool
    }

    func count(_ range: ClosedRange<Int>) throws -> Int {
        guard let int, range.contains(int) else {
            throw UnexpectedValue(expected: "a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return int
    }

    func measure(atMost limit: Double) throws -> Double {
        guard let float, float > 0, float <= limit else {
            throw UnexpectedValue(expected: "a number greater than 0 and at most \(Int(limit))")
        }
        return float
    }
}

extension Unicode.Scalar {
    /// Whether it stands for something in a text: no control character but a tab and ends of lines, and none of Unicode's gaps.
    fileprivate var isCharacter: Bool {
        if value == 0x09 || value == 0x0A || value == 0x0D { return true }
        return properties.generalCategory != .control && value & 0xFFFE != 0xFFFE && !(0xFDD0...0xFDEF).contains(value)
    }
}
