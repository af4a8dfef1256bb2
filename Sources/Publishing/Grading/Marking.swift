import Derivations
import Exhibits

/// Marks one student's answers: right, right but for rounding, following from an own mistake, or wrong, and then why.
struct Marking {
    private let sheet: SolvedSheet
    private let given: [String]
    private(set) var marks: [Mark] = []
    /// Numbers as they were written, by item: those that were right and those that weren't.
    private var own: [Int: Double] = [:]
    private var wrong: [Int: Double] = [:]
    /// What may explain wrong answers, by item, told when all are known: one slip often explains several.
    private var candidates: [Int: [SlipSearch.Fit]] = [:]

    /// - Parameter given: what was written for each item of the key; empty where nothing was.
    init(_ given: [String], on sheet: SolvedSheet) {
        self.sheet = sheet
        self.given = given
        for item in sheet.items.indices { marks.append(mark(item)) }
        let slips = SlipSearch.told(candidates)
        for index in marks.indices { marks[index].slip = marks[index].slip ?? slips[index] }
    }

    private mutating func mark(_ item: Int) -> Mark {
        let text = given[item].trimmingSpaces
        var mark = Mark(item: item, given: text, verdict: .missing)
        guard !text.isEmpty, text != "-" else { return mark }
        let answer = sheet.student.answers[item]
        guard let right = answer.value, answer.unit != nil, choices(of: item).isEmpty else {
            (mark.verdict, mark.slip) = chosen(text, item)
            return mark
        }
        let readings = GivenNumber.readings(of: text)
        guard let first = readings.first else {
            mark.verdict = .unreadable
            return mark
        }
        let tolerance = sheet.tolerance(of: item)
        if let reading = readings.first(where: { abs($0.value - right) <= tolerance }) {
            own[item] = reading.value
            mark.verdict = .right
            return mark
        }
        mark.verdict = judge(first, item, right, tolerance)
        own[item] = first.value
        if mark.verdict == .carried || mark.verdict == .wrong { wrong[item] = first.value }
        return mark
    }

    private mutating func judge(_ reading: GivenNumber, _ item: Int, _ right: Double, _ tolerance: Double) -> Mark.Verdict {
        let exact = Variation()
        guard let quantity = sheet.quantities[item] else {
            candidates[item] = SlipSearch(sheet, item, reading, own: own).fits(beside: exact, slack: 0, instead: right)
            return .wrong
        }
        let rounding = sheet.slack(of: item, beside: exact)
        if abs(reading.value - right) <= tolerance + rounding { return .rounded }
        // On from all own numbers as they are written, and on from the wrong ones alone.
        let starts = wrong.isEmpty ? [] : [own, wrong].map { sheet.variation(goingOnFrom: $0, for: item) }
        var values = starts.map(quantity.value).filter(\.isFinite)
        // The same number asked for twice.
        values += wrong.keys.sorted().filter { sheet.isSame($0, item) }.compactMap { wrong[$0] }
        if let low = values.min(), let high = values.max(), max(abs(low - right), abs(high - right)) > tolerance {
            let slack = sheet.slack(of: item, beside: starts[0])
            if reading.value >= low - tolerance - slack, reading.value <= high + tolerance + slack { return .carried }
        }
        // On from the own numbers as they are written, or from unrounded ones; what isn't written down is rounded as well.
        let search = SlipSearch(sheet, item, reading, own: own)
        let onward = sheet.variation(goingOnFrom: own, for: item)
        let value = quantity.value(under: onward)
        var fits = value.isFinite ? search.fits(beside: onward, slack: rounding / 2, instead: value) : []
        if fits.isEmpty { fits = search.fits(beside: exact, slack: rounding / 2, instead: right) }
        candidates[item] = fits
        return .wrong
    }

    /// What there was to choose; empty for a number to write.
    private func choices(of item: Int) -> [GradingKey.Item.Choice] {
        sheet.student.choices[sheet.items[item].name] ?? sheet.items[item].choices
    }

    /// Letters of choices, `A, C`, or the texts of the choices as course systems export them.
    private func chosen(_ text: String, _ item: Int) -> (Mark.Verdict, Mark.Slip?) {
        let choices = choices(of: item)
        guard let chosen = ChosenLetters(text, among: choices.map(\.text)) else { return (.unreadable, nil) }
        let right = ChosenLetters(sheet.student.answers[item].text, among: choices.map(\.text))
        if chosen == right { return (.right, nil) }
        let told = chosen.positions.subtracting(right?.positions ?? []).sorted().compactMap { position -> String? in
            let feedback = choices.indices.contains(position) ? choices[position].feedback : ""
            return feedback.isEmpty ? nil : feedback
        }
        return (.wrong, told.first.map { Mark.Slip(cause: "choice", words: $0) })
    }
}

/// Which choices were made.
struct ChosenLetters: Equatable {
    var positions: Set<Int>

    /// `nil` for what names none of the choices.
    init?(_ text: String, among choices: [String]) {
        func plain(_ text: String) -> String { text.trimmingSpaces.lowercased() }
        if let whole = choices.firstIndex(where: { plain($0) == plain(text) }) {
            positions = [whole]
            return
        }
        positions = []
        for part in text.split(whereSeparator: { ",;/ \n".contains($0) }) where !part.isEmpty {
            let letters = part.filter { !"().".contains($0) }.lowercased()
            guard let position = Self.position(of: letters), choices.isEmpty || position < choices.count else {
                positions = []
                break
            }
            positions.insert(position)
        }
        guard positions.isEmpty else { return }
        let parts = text.split(whereSeparator: { ";\n".contains($0) }).map { plain(String($0)) }
        let known = parts.map { part in choices.firstIndex { plain($0) == part } }
        guard !known.isEmpty, !known.contains(nil) else { return nil }
        positions = Set(known.compactMap(\.self))
    }

    /// a, b, …, z.
    private static func position(of letters: String) -> Int? {
        guard letters.utf8.count == 1, let letter = letters.utf8.first, (0x61...0x7A).contains(letter) else { return nil }
        return Int(letter) - 0x61
    }
}
