import Exhibits

/// What is known of a number by its place alone, however its digits read: of its table, its list and its name.
enum PlaceFeature: Hashable {
    /// Words of letters and digits: what its column and its row are called, and both one after the other.
    case heading, label, labelAndHeading, headingAndLabel
    /// The letter of its name, and the letters of its index.
    case base, lower
    /// The whole numbers that its row begins with; without these, which row it is.
    case row(Int), ordinal
    case entryRow, entryColumn
    /// The numbers of its name's index, and their digits one by one.
    case index(Int), digit(Int)
    case level

    /// What may have to be added: notes count from 1 what lists count from 0; an entry's place counts from 0, as graphs' names don't.
    var offsets: ClosedRange<Int> {
        switch self {
        case .entryRow, .entryColumn: 0...1
        default: -1...0
        }
    }
}

/// A number's features, by which its place is like another's.
struct PlaceFeatures {
    private(set) var words: [(feature: PlaceFeature, word: String)] = []
    private(set) var numbers: [(feature: PlaceFeature, number: Int)] = []

    init(_ literal: NamedLiteral, in text: FlatText) {
        func plain(_ range: Range<Int>?) -> String { range.map { NameKey.plain(text.line($0)).lowercased() } ?? "" }
        let (heading, label) = (plain(literal.place.heading), plain(literal.place.rowLabel))
        add(.heading, heading)
        add(.label, label)
        if !heading.isEmpty, !label.isEmpty {
            add(.labelAndHeading, label + heading)
            add(.headingAndLabel, heading + label)
        }
        for (place, number) in literal.rowNumbers.enumerated() { numbers.append((.row(place), number)) }
        if literal.rowNumbers.isEmpty, let ordinal = literal.ordinal { numbers.append((.ordinal, ordinal)) }
        if let entry = literal.entry {
            if entry.rows > 1 { numbers.append((.entryRow, entry.row)) }
            if entry.columns > 1 { numbers.append((.entryColumn, entry.column)) }
        }
        guard let letter = literal.names.first?.letter else { return }
        add(.base, letter.base.lowercased())
        add(.lower, letter.lower.filter { !$0.contains(where: \.isNumber) }.map(NameKey.plain).joined().lowercased())
        let indices = letter.lower.flatMap { $0.split { !$0.isNumber } }.map(String.init)
        for (place, index) in indices.enumerated() { if let number = Int(index) { numbers.append((.index(place), number)) } }
        if indices.count == 1, indices[0].count == 2 {
            for (place, digit) in indices[0].enumerated() {
                if let number = digit.wholeNumberValue { numbers.append((.digit(place), number)) }
            }
        }
        if let level = letter.level { numbers.append((.level, level)) }
    }

    private mutating func add(_ feature: PlaceFeature, _ word: String) { if !word.isEmpty { words.append((feature, word)) } }

    func word(_ feature: PlaceFeature) -> String? { words.first { $0.feature == feature }?.word }
    func number(_ feature: PlaceFeature) -> Int? { numbers.first { $0.feature == feature }?.number }
}

extension NotedName {
    /// The letter that it names, or that it differentiates by.
    var letter: NotedLetter {
        switch self {
        case .quantity(let letter), .derivative(_, by: let letter): letter
        }
    }
}

/// An expression whose parts are said by features of a place: `y[n][k][i − 1][j − 1]`, `m[step − 1]`, `weight[row]`.
struct PlaceTemplate: Hashable {
    enum Part: Hashable {
        case text(String)
        case word(PlaceFeature)
        /// A number of the place and what is added to it.
        case number(PlaceFeature, plus: Int)
    }

    private var parts: [Part]

    /// No expression with more ways to come about says anything.
    private static let most = 700

    /// All templates that give an expression at a place.
    static func all(giving expression: ExpressionKey, at place: PlaceFeatures) -> [PlaceTemplate] {
        var found: [[Part]] = [[]]
        for part in expression.parts {
            var ways: [Part] = [.text(part.text)]
            if let number = part.number {
                ways += place.numbers.filter { $0.feature.offsets.contains(number - $0.number) }.map {
                    .number($0.feature, plus: number - $0.number)
                }
            } else if part.isWord {
                ways += place.words.filter { $0.word == part.text }.map { .word($0.feature) }
            }
            guard found.count * ways.count <= most else { return [] }
            found = found.flatMap { start in ways.map { start + [$0] } }
        }
        return found.map { PlaceTemplate(parts: $0) }
    }

    /// The expression at another place; nil where that lacks a feature.
    func key(at place: PlaceFeatures) -> String? {
        var text = ""
        for part in parts {
            switch part {
            case .text(let own): text += own
            case .word(let feature):
                guard let word = place.word(feature) else { return nil }
                text += word
            case .number(let feature, let offset):
                guard let number = place.number(feature), number + offset >= 0 else { return nil }
                text += String(number + offset)
            }
        }
        return text
    }

    /// Whether a word of the notes stands in it.
    var isNamed: Bool { parts.contains { if case .word = $0 { true } else { false } } }

    /// Whether it says the same expression wherever it is.
    var isConstant: Bool { parts.allSatisfy { if case .text = $0 { true } else { false } } }
}

/// An expression cut into words, numbers and what stands between, without case and room: by this, two of one kind are alike.
struct ExpressionKey {
    struct Part {
        var text: String
        var number: Int?
        var isWord = false
    }

    private(set) var parts: [Part] = []

    init(_ expression: String) {
        var rest = expression[...]
        while let first = rest.first {
            if first == "\"", let close = rest.dropFirst().firstIndex(of: "\"") {
                let key = rest[rest.index(after: rest.startIndex)..<close]
                // A key of several words is one.
                if key.contains(" ") {
                    parts.append(Part(text: NameKey.plain(String(key)).lowercased(), isWord: true))
                    rest = rest[rest.index(after: close)...]
                    continue
                }
            }
            if first.isLetter {
                let word = rest.prefix(while: \.isLetter)
                parts.append(Part(text: word.lowercased(), isWord: true))
                rest = rest.dropFirst(word.count)
            } else if first.isNumber {
                let digits = rest.prefix(while: \.isNumber)
                parts.append(Part(text: Int(digits).map(String.init) ?? String(digits), number: Int(digits)))
                rest = rest.dropFirst(digits.count)
            } else {
                let between = rest.prefix { !$0.isLetter && !$0.isNumber && $0 != "\"" }
                let text = between.isEmpty ? String(first) : String(between)
                parts.append(Part(text: text.replacing("\"", with: "").replacing(" ", with: "")))
                rest = rest.dropFirst(text.count)
            }
        }
    }

    var text: String { parts.map(\.text).joined() }
}
