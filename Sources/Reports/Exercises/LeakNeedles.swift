import Exhibits
import Lessons

/// What no page of a student's edition may hold: the answers of blanks and the words of solutions.
struct LeakNeedles {
    /// So many words in a row are a quotation of a solution.
    static let longest = 8
    /// Fewer words are said by anybody.
    static let shortest = 4
    /// Of code more, since programs are made of the same few phrases.
    static let longestCode = 24
    /// A number with fewer digits can be any number.
    static let fewestDigits = 4
    /// On the pages of other lessons, which are about other numbers, more agree by chance.
    static let fewestDigitsElsewhere = 5

    /// What is asked in an exercise, and the lesson it stands in.
    struct Owner {
        var place: Place
        var lesson: String

        /// Whether a find on pages of `other` is no chance only if it is long; nil are pages of the whole course.
        func isStranger(to other: String?) -> Bool { other != lesson }
    }

    /// An answer.
    struct Value {
        var magnitude: Double
        var owner: Owner
    }

    /// In ascending order.
    private(set) var values: [Value] = []
    /// The solutions by the hashes of their rows of words, for each length of a row.
    private(set) var rows: [Int: [UInt64: Owner]] = [:]
    /// How many words of code blanks are looked for in a row.
    private var keyLengths: Set<Int> = []

    init(of handouts: [Handout]) {
        for handout in handouts {
            func owner(_ place: Place) -> Owner { Owner(place: place, lesson: handout.lesson.file) }
            for exercise in handout.lesson.exercises {
                for blank in exercise.blanks where !blank.isShownElsewhere { add(blank, of: owner(blank.place), in: handout) }
                for key in exercise.cells.flatMap({ $0.keys ?? [] }) { add(key: key, of: owner(exercise.place)) }
                for question in exercise.questions {
                    for choice in question.choices { add(PlainText.of(choice.feedback), of: owner(exercise.place)) }
                }
            }
            walk(handout.lesson.blocks) { visit in
                guard case .block(let node) = visit, case .division(let division) = node.block, Self.isSecret(division)
                else { return }
                for text in Self.texts(of: division) { add(text, of: owner(node.place)) }
                for code in Self.code(in: division) { add(code, of: owner(node.place), longest: Self.longestCode) }
            }
        }
        values.sort { $0.magnitude < $1.magnitude }
        for handout in handouts { remove(whatIsShownIn: handout.lesson.blocks) }
    }

    /// Solutions go on with the code of their lesson: what its cells show is no secret.
    private mutating func remove(whatIsShownIn blocks: [BlockNode]) {
        for node in blocks {
            switch node.block {
            case .cell(let cell) where cell.options.echo != .no: removeRows(of: cell.shownCode(hidingBlanks: true))
            case .code(_, let text): removeRows(of: text)
            case .division(let division) where !Self.isSecret(division): remove(whatIsShownIn: division.content)
            default: break
            }
        }
    }

    private mutating func removeRows(of code: String) {
        let words = WordRows.words(in: Array(code.utf8), offsets: nil).map(\.hash)
        for length in [Self.longestCode] + keyLengths.sorted() where words.count >= length {
            for start in 0...(words.count - length) { rows[length]?[WordRows.hash(words[start..<(start + length)])] = nil }
        }
    }

    /// What belongs into a blank of code: its names and numbers in a row, if there are enough to be no phrase of any program.
    private mutating func add(key: String, of owner: Owner) {
        let words = WordRows.words(in: Array(key.utf8), offsets: nil).map(\.hash)
        guard words.count >= Self.shortest else { return }
        let length = min(Self.longest, words.count)
        keyLengths.insert(length)
        for start in 0...(words.count - length) {
            let hash = WordRows.hash(words[start..<(start + length)])
            if rows[length]?[hash] == nil { rows[length, default: [:]][hash] = owner }
        }
    }

    private static func isSecret(_ division: Division) -> Bool { ["solution", "instructor"].contains(division.kind) }

    private mutating func add(_ blank: Blank, of owner: Owner, in handout: Handout) {
        guard let tree = handout.transcript.outcomes[blank.answer.slot]?.value?.tree else { return }
        let fields = blank.form.fields
        for (position, value) in tree.numbers.enumerated() where Self.isTelling(value) {
            if fields.indices.contains(position), fields[position].isGiven { continue }
            values.append(Value(magnitude: value.magnitude, owner: owner))
        }
    }

    /// Whether a number has so many digits that whoever writes it means it: 1.1 stands anywhere, as 1.1000 too.
    private static func isTelling(_ value: Double) -> Bool {
        guard value.isFinite, value != 0 else { return false }
        let digits = NumberFormat.scientific(11).text(value).prefix { $0 != "e" }.filter(\.isNumber)
        return digits.reversed().drop { $0 == "0" }.count >= fewestDigits
    }

    private mutating func add(_ text: String, of owner: Owner, longest: Int = Self.longest) {
        let words = WordRows.words(in: Array(text.utf8), offsets: nil)
        guard words.count >= Self.shortest else { return }
        let length = min(longest, words.count)
        for start in 0...(words.count - length) {
            let row = words[start..<(start + length)]
            // A formula is what the lesson is about.
            guard row.count(where: \.isSaid) * 2 >= max(length, 2 * Self.shortest) else { continue }
            let hash = WordRows.hash(row.lazy.map(\.hash))
            if rows[length]?[hash] == nil { rows[length, default: [:]][hash] = owner }
        }
    }

    /// The pieces of a division's text that stand together on a page.
    private static func texts(of division: Division) -> [String] {
        var texts = [PlainText.of(division.title)]
        walk(division.content) { visit in
            switch visit {
            case .block(let node):
                switch node.block {
                case .paragraph(let words), .heading(_, let words, _): texts.append(PlainText.of(words))
                case .table(let table):
                    texts += (table.header + table.rows.flatMap(\.self) + [table.caption]).map(PlainText.of)
                case .cell(let cell): texts.append(PlainText.of(cell.caption))
                case .figure(let picture):
                    texts += [PlainText.of(picture.caption), picture.attributes.values["fig-alt"] ?? ""]
                case .definitions(let definitions):
                    texts += definitions.flatMap { [$0.term] + $0.meanings }.map(PlainText.of)
                default: break
                }
            case .inline(.image(let alternative, _, _)): texts.append(PlainText.of(alternative))
            case .inline: break
            }
        }
        return texts
    }

    private static func code(in division: Division) -> [String] {
        var code: [String] = []
        walk(division.content) { visit in
            guard case .block(let node) = visit else { return }
            switch node.block {
            case .cell(let cell): code.append(cell.code)
            case .code(_, let text): code.append(text)
            default: break
            }
        }
        return code.filter { WordRows.words(in: Array($0.utf8), offsets: nil).count >= longestCode }
    }

    /// The answer that a written number gives away, to as many digits as it has.
    func value(near written: Double, unit: Double) -> Value? {
        var low = 0, high = values.count
        while low < high {
            let middle = (low + high) / 2
            if values[middle].magnitude < written - unit { low = middle + 1 } else { high = middle }
        }
        while low < values.count, values[low].magnitude < written + unit {
            // Rounded or cut off.
            let distance = values[low].magnitude - written
            if distance < unit * (1 - 1e-9), distance > -unit * 0.5000001 { return values[low] }
            low += 1
        }
        return nil
    }
}
