import Exhibits
import Foundation
import Lessons

/// The second witness of a student's edition: looks through everything that is written for answers and words of solutions.
///
/// The first witness is that what an edition hides is in no tree that is rendered. This one knows nothing of trees: it takes
/// files as bytes, names included.
public struct LeakProof: Sendable {
    /// Something that gives an answer away.
    public struct Leak: Hashable, Sendable {
        public var isAnswer: Bool
        /// Where it stands in the file, in bytes; nil in the file's name.
        public var offset: Int?
        /// The exercise or solution it gives away.
        public var place: Place
    }

    private let needles: LeakNeedles

    /// - Parameter handouts: the lessons with their solutions, and what their runs gave.
    public init(of handouts: [Handout]) { needles = LeakNeedles(of: handouts) }

    /// The first leak of each exercise in a file.
    ///
    /// - Parameter lesson: whose page or figure it is; nil where it is the whole course's. What stands elsewhere than with its own
    ///   lesson is a leak from five digits and eight words on: less of it agrees by chance.
    public func leaks(in bytes: [UInt8], path: String, of lesson: String?) -> [Leak] {
        var leaks = find(in: Array(path.utf8), lesson, depth: 1)
            .map { Leak(isAnswer: $0.isAnswer, offset: nil, place: $0.place) }
        if Self.isText(bytes) { leaks += find(in: bytes, lesson, depth: 0) }
        var seen: Set<Place> = []
        return leaks.filter { seen.insert($0.place).inserted }
    }

    private func find(in bytes: [UInt8], _ lesson: String?, depth: Int) -> [Leak] {
        var leaks: [Leak] = []
        for tags in [true, false] where tags || bytes.contains(UInt8(ascii: "<")) {
            let text = DecodedText(bytes, tags: tags)
            leaks += answers(in: text, lesson) + solutions(in: text, lesson)
        }
        guard depth == 0 else { return leaks }
        for (offset, hidden) in Self.encoded(in: bytes) {
            leaks += find(in: hidden, lesson, depth: 1).map { Leak(isAnswer: $0.isAnswer, offset: offset, place: $0.place) }
        }
        return leaks
    }

    private func answers(in text: DecodedText, _ lesson: String?) -> [Leak] {
        var leaks: [Leak] = []
        if needles.values.isEmpty { return [] }
        WrittenNumbers.search(text.bytes) { number in
            guard let owner = needles.value(near: number.value, unit: number.unit)?.owner,
                !owner.isStranger(to: lesson) || number.digits >= LeakNeedles.fewestDigitsElsewhere
            else { return }
            leaks.append(Leak(isAnswer: true, offset: text.offsets[number.position], place: owner.place))
        }
        return leaks
    }

    private func solutions(in text: DecodedText, _ lesson: String?) -> [Leak] {
        if needles.rows.isEmpty { return [] }
        let words = WordRows.words(in: text.bytes, offsets: text.offsets)
        var leaks: [Leak] = []
        for (length, rows) in needles.rows.sorted(by: { $0.key > $1.key }) where words.count >= length {
            for start in 0...(words.count - length) {
                let hash = WordRows.hash(words[start..<(start + length)].lazy.map { $0.hash })
                guard let owner = rows[hash], !owner.isStranger(to: lesson) || length >= LeakNeedles.longest else { continue }
                leaks.append(Leak(isAnswer: false, offset: words[start].offset, place: owner.place))
            }
        }
        return leaks
    }

    /// What has no zero byte and is UTF-8; pictures and fonts are of others.
    private static func isText(_ bytes: [UInt8]) -> Bool {
        !bytes.contains(0) && String(validating: bytes, as: UTF8.self) != nil
    }

    /// Texts in Base64 and in the letters of checks, with where they begin.
    private static func encoded(in bytes: [UInt8]) -> [(Int, [UInt8])] {
        runs(of: isBase64, in: bytes) { run in
            let text = run.prefix(run.count / 4 * 4)
            return Data(base64Encoded: Data(text)).map(Array.init).flatMap { isText($0) ? $0 : nil }
        }
            // What is locked is no text; a part of it that isn't would be.
            + runs(of: Lettered.isLetter, in: bytes) { Lettered.bytes($0.prefix($0.count / 2 * 2)) }
    }

    /// What sixteen bytes and more of one kind in a row come to, with where they begin.
    private static func runs(
        of isKind: (UInt8) -> Bool, in bytes: [UInt8], decoded: (ArraySlice<UInt8>) -> [UInt8]?
    ) -> [(Int, [UInt8])] {
        var found: [(Int, [UInt8])] = []
        var start = 0
        while start < bytes.count {
            let run = bytes[start...].prefix(while: isKind)
            if run.count >= 16, let text = decoded(run) { found.append((start, text)) }
            start = run.endIndex + 1
        }
        return found
    }

    private static func isBase64(_ byte: UInt8) -> Bool {
        byte >= 0x30 && byte <= 0x39 || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || "+/=".utf8.contains(byte)
    }
}
