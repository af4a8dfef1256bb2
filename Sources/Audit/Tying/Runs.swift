import Claims
import Exhibits

/// Which of a lesson's runs the notes speak of: a name has one value in `pass`, another in `after`, and the numbers beside it tell
/// which of them is meant.
struct Runs {
    /// What the neighbours say.
    struct Told {
        var constant: String
        /// Whether they stand in one vector, matrix or list, and how many they are there.
        var inList: Int
    }

    private struct Witness {
        var position: Int
        var list: Int
        var section: Int
        var constant: String
    }

    /// In the order of the text.
    private let witnesses: [Witness]

    /// A number tells its run where its name has another value in another run.
    ///
    /// - Parameter named: of each number, the quantities that its name may mean.
    init(_ literals: [NamedLiteral], named: [[QuantityIndex.Candidate]]) {
        witnesses = zip(literals, named).compactMap { literal, candidates -> Witness? in
            guard literal.number.digitsThatSay >= 2 else { return nil }
            let fits = candidates.filter { literal.number.verdict(for: $0.value).isTrue }
            guard let run = fits.first?.number.constant, fits.allSatisfy({ $0.number.constant == run }),
                candidates.contains(where: { $0.number.constant != run })
            else { return nil }
            return Witness(
                position: literal.position, list: literal.place.list, section: literal.section, constant: run)
        }.sorted { $0.position < $1.position }
    }

    /// The run of the numbers beside one: of all in its list, else of the nearest before and behind it; nil where they disagree.
    func beside(_ literal: NamedLiteral, in text: FlatText) -> Told? {
        let siblings = witnesses.filter { $0.list == literal.place.list && $0.position != literal.position }
        if let first = siblings.first {
            guard siblings.allSatisfy({ $0.constant == first.constant }) else { return nil }
            return Told(constant: first.constant, inList: siblings.count)
        }
        let before = witnesses.last { $0.position < literal.position && $0.section == literal.section }
        let behind = witnesses.first { $0.position > literal.position && $0.section == literal.section }
        if let before, let behind, before.constant == behind.constant { return Told(constant: before.constant, inList: 0) }
        let near = [before, behind].compactMap { $0 }.filter { !text.isParted($0.position, literal.position) }
        guard near.count == 1, let only = near.first else { return nil }
        return Told(constant: only.constant, inList: 0)
    }
}

extension FlatText {
    /// Whether a paragraph ends between two places.
    fileprivate func isParted(_ a: Int, _ b: Int) -> Bool {
        let between = bytes[min(a, b)..<max(a, b)]
        return zip(between, between.dropFirst()).contains { $0 == 0x0A && $1 == 0x0A }
    }

    /// The number of the step that a paragraph or an item begins with: “Step 2: …”.
    func step(of position: Int) -> Int? {
        var start = position
        while start > 0, position - start < Self.longestStep, !beginsItem(at: start) { start -= 1 }
        guard start == 0 || beginsItem(at: start) else { return nil }
        // Marks of lists and of emphasis.
        while start < position, !bytes[start].isLetter || bytes.starts(with: "\\", at: start) {
            if bytes[start] == UInt8(ascii: "\\") {
                start += 1
                while start < position, bytes[start].isLetter { start += 1 }
            } else {
                start += 1
            }
        }
        let word = bytes[start..<position].prefix { $0.isLetter || $0 >= 0x80 }
        guard Self.stepWords.contains(String(decoding: word, as: UTF8.self).lowercased()) else { return nil }
        let digits = bytes[word.endIndex..<position].drop { $0.isSpace || $0 == UInt8(ascii: "~") }.prefix { $0.isDigit }
        guard !digits.isEmpty, digits.count < 4, digits.endIndex < position,
            ":.,)*}".utf8.contains(bytes[digits.endIndex]) || bytes.starts(with: " (", at: digits.endIndex)
        else { return nil }
        return Int(String(decoding: digits, as: UTF8.self))
    }

    private static let longestStep = 1500
    private static let stepWords: Set<String> = [
        "step", "iteration", "epoch", "schritt", "epoche", "étape", "itération", "époque", "paso", "iteración", "época",
    ]

    private func beginsItem(at index: Int) -> Bool {
        if index > 1, bytes[index - 1] == 0x0A, bytes[index - 2] == 0x0A { return true }
        if bytes.starts(with: "\\item", at: index) { return true }
        guard index == 0 || bytes[index - 1] == 0x0A else { return false }
        return bytes.starts(with: "- ", at: index) || bytes.starts(with: "* ", at: index)
    }
}
