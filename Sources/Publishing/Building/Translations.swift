import Claims
import Exhibits
import Lessons
import Reports
import Storage

/// Lessons that say another one in a second language: what they translate must be there, and must claim the same numbers.
extension CourseBuild {
    /// The name of the lesson that a front matter's `translates: forward-pass.md` means.
    func original(named file: String, in item: Item) -> String {
        SitePath.resolved(CoursePath.name(of: file), on: item.entry.name) ?? file
    }

    /// What references can lead to, by the language of the page they stand on.
    func labels(of items: [Item]) -> (String) -> CourseLabels {
        let place = site(of: items).place(isSelfContained: false)
        let languages = Set(items.map { $0.entry.language ?? course.settings.defaults.lang })
        let known = Dictionary(uniqueKeysWithValues: languages.map { ($0, place.read(in: $0).labels) })
        return { known[$0] ?? place.read(in: $0).labels }
    }

    /// Looks whether every translation has its original, one language of its own, and no rival.
    func checkTranslations(_ items: inout [Item]) {
        let known = Dictionary(items.map { ($0.entry.name, $0.entry) }) { first, _ in first }
        var taken: [String: String] = [:]
        for index in items.indices {
            let entry = items[index].entry
            guard let name = entry.translates else { continue }
            let language = LanguageTag.primary(entry.language ?? "")
            let canonical = CoursePlace.name(of: name, in: language)
            let rival: String? =
                if entry.name == canonical {
                    nil
                } else if known[canonical]?.translates == name {
                    items.first { $0.entry.name == canonical }?.file
                } else {
                    taken.updateValue(items[index].file, forKey: "\(name)\u{0}\(language)")
                }
            guard items[index].isSelected, items[index].parsed != nil else { continue }
            let problem = Self.problem(of: entry, translating: name, known[name], besides: rival)
            if let problem {
                let place = place(of: items[index])
                items[index].result.findings.append(
                    Finding(.error, code: "bad-translation", at: place, length: "translates".utf8.count, problem))
            }
        }
    }

    /// What is wrong with a translation by what it names; nil for nothing.
    private static func problem(
        of entry: LessonEntry, translating name: String, _ original: LessonEntry?, besides rival: String?
    ) -> String? {
        guard let original else { return "there is no lesson \(name).md in this course that this one could translate" }
        if original.name == entry.name { return "a lesson doesn't translate itself; name the file it was translated from" }
        if let first = original.translates {
            return "\(name).md is a translation itself; write `translates: \(Files.name(of: first)).md`, the lesson it was "
                + "translated from"
        }
        let language = entry.language ?? ""
        if LanguageTag.primary(original.language ?? "") == LanguageTag.primary(language) {
            return "both lessons are in the language `\(language)`; write `lang:` with this one's own"
        }
        return rival.map { "\($0) translates the same lesson into the same language; keep one" }
    }

    /// Looks whether every translation made now claims the numbers that its original does. Each lesson is verified by itself; what
    /// only this can see is a translation that was left behind, cells and numbers together.
    func compareTranslations(_ items: inout [Item]) throws {
        let places = Dictionary(items.indices.map { (items[$0].entry.name, $0) }) { first, _ in first }
        for index in items.indices where items[index].isSelected && items[index].page != nil {
            guard let name = items[index].entry.translates, let original = places[name] else { continue }
            let claims = try items[original].page?.claims ?? details(of: items[original])?.claims ?? []
            let comparison = TranslationComparison(
                original: items[original].file, claims, in: items[original].entry.language ?? "",
                translation: items[index].result.claims, in: items[index].entry.language ?? "")
            items[index].result.findings += comparison.findings(
                beginning: place(of: items[index]), missing: options.isStrict ? .error : .warning)
        }
    }

    /// Where a lesson says what it translates.
    private func place(of item: Item) -> Place {
        let lines = (item.text.bytes ?? []).split(separator: 0x0A, omittingEmptySubsequences: false)
        let line = lines.firstIndex { $0.starts(with: "translates:".utf8) } ?? 0
        return Place(file: item.file, line: line + 1)
    }
}

/// The claims of a lesson beside those of its translation: claims of the same expression belong together, in their order.
struct TranslationComparison {
    private let original: String
    private var missing: [CourseResult.ClaimLine] = []
    private var different: [(original: CourseResult.ClaimLine, translated: CourseResult.ClaimLine)] = []

    init(
        original file: String, _ originals: [CourseResult.ClaimLine], in language: String,
        translation: [CourseResult.ClaimLine], in other: String
    ) {
        original = file
        let (mark, otherMark) = (DecimalMark(language: language), DecimalMark(language: other))
        var left = Dictionary(grouping: translation.filter { !$0.isInCell }, by: \.expression).mapValues { $0[...] }
        for claim in originals where !claim.isInCell {
            guard let translated = left[claim.expression]?.popFirst() else {
                missing.append(claim)
                continue
            }
            let said = Written(parsing: claim.written, mark: mark).asList(mark: mark)
            if !Self.isSame(said, Written(parsing: translated.written, mark: otherMark).asList(mark: otherMark)) {
                different.append((claim, translated))
            }
        }
    }

    /// Whether both say the same, each in its language: numbers to the same digits; sentences are what is translated.
    private static func isSame(_ one: Written, _ other: Written) -> Bool {
        switch (one, other) {
        case (.statement, .statement), (.text, .text): true
        case (.number(let one), .number(let other)): one.value == other.value && one.unit == other.unit
        case (.list(let one), .list(let other)): one.entries.map(\.number.value) == other.entries.map(\.number.value)
        default: one == other
        }
    }

    func findings(beginning place: Place, missing severity: Finding.Severity) -> [Finding] {
        let found = different.map { claim, translated in
            Finding(
                .error, code: "translation-differs", at: translated.place, length: translated.written.utf8.count,
                "the original says \(claim.written) here, at \(claim.place); a translation states the same numbers")
        }
        guard let first = missing.first else { return found }
        let count = missing.count
        return found + [
            Finding(
                severity, code: "translation-incomplete", at: place, length: "translates".utf8.count,
                count == 1
                    ? "the original claims \(first.written) = \(first.expression) at \(first.place), and this translation doesn't"
                    : "\(count) claims of the original aren't made by this translation; the first is \(first.written) = "
                        + "\(first.expression) at \(first.place)")
        ]
    }
}
