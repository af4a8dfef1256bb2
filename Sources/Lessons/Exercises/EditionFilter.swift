import Exhibits

/// Makes an edition of a lesson's tree. What an edition hides is left out here, before anything that writes sees the tree;
/// its cells, claims and values run and are judged all the same, and in the same order.
struct EditionFilter {
    let edition: Edition
    /// How solutions are called that can't be referred to.
    let words: ReferenceWords
    /// Labels of the solutions that are left out.
    private(set) var hidden: Set<String> = []
    /// Footnotes that only hidden text mentions.
    private(set) var footnotes: Set<String> = []
    /// The exercises whose numbers the page can check.
    private(set) var checked: [CheckedExercise] = []
    /// Which numbers can be checked where an exercise doesn't say.
    private let check: SelfCheck
    /// The blanks of the exercise that can be checked.
    private var checkedBlanks: Set<Int> = []
    private var isInExercise = false
    /// Whether the exercise has a number that is false on purpose.
    private var hasPlanted = false

    init(_ edition: Edition, lang: String, check: SelfCheck) {
        self.edition = edition
        self.check = check
        words = ReferenceWords(lang: lang)
    }

    mutating func filtered(_ blocks: [BlockNode]) -> [BlockNode] {
        walk(blocks) { visit in
            guard edition.hidesSolutions, case .block(let node) = visit, case .division(let division) = node.block,
                division.kind == "solution", let label = division.label
            else { return }
            hidden.insert(label)
        }
        return content(blocks).hidingFootnotes(of: footnotes)
    }

    private mutating func content(_ blocks: [BlockNode]) -> [BlockNode] { blocks.flatMap { node($0) } }

    private mutating func node(_ node: BlockNode) -> [BlockNode] {
        var result = node
        switch node.block {
        case .paragraph(let inlines): result.block = .paragraph(text(inlines))
        case .heading(let level, let inlines, let label): result.block = .heading(level: level, text(inlines), label: label)
        case .quote(let inside): result.block = .quote(content(inside))
        case .list(let start, let tight, let items):
            result.block = .list(start: start, tight: tight, items: items.map { content($0) })
        case .table(var table):
            table.header = table.header.map { text($0) }
            table.rows = table.rows.map { $0.map { text($0) } }
            table.caption = text(table.caption)
            result.block = .table(table)
        case .figure(var picture):
            picture.caption = text(picture.caption)
            result.block = .figure(picture)
        case .division(let division): return self.division(division, at: node.place)
        case .mathematics(let mathematics):
            guard hidesVerdicts else { return [node] }
            let (plain, slots) = unclaimed(mathematics)
            result.block = .mathematics(plain)
            return [result] + unseen(slots.map(Step.slot), at: node.place)
        case .cell(var cell):
            cell.caption = text(cell.caption)
            cell.hidesBlanks = isInExercise && !edition.fillsBlanks
            result.block = .cell(cell)
        case .definitions(let definitions):
            result.block = .definitions(
                definitions.map { definition in
                    Definition(term: text(definition.term), meanings: definition.meanings.map { text($0) })
                })
        case .thematicBreak, .code, .html, .unseen: break
        }
        return [result]
    }

    private mutating func division(_ division: Division, at place: Place) -> [BlockNode] {
        if division.kind == "solution" && edition.hidesSolutions || division.kind == "instructor" && !edition.showsNotes {
            let all = [BlockNode(.division(division), at: place)]
            walk(all) { visit in
                if case .inline(.footnote(let name, _)) = visit { footnotes.insert(name) }
            }
            return unseen(all.steps, at: place)
        }
        var kept = division
        let outer = (isInExercise, hasPlanted)
        if division.kind == "exercise" {
            (isInExercise, hasPlanted) = (true, Self.plants(division))
            kept.check = checkable(division, at: place)
        }
        if division.kind == "solution" { isInExercise = false }
        defer { (isInExercise, hasPlanted) = outer }
        kept.title = text(division.title)
        kept.content = content(division.content)
        if division.kind == "choices", isInExercise, !edition.fillsBlanks { kept.content = Self.unticked(kept.content) }
        let result = [BlockNode(.division(kept), at: place)]
        guard edition == .selfStudy, division.kind == "exercise", let answers = answers(to: division, at: place) else {
            return result
        }
        return result + [answers]
    }

    /// Notes what of an exercise can be checked, and returns its place.
    private mutating func checkable(_ division: Division, at place: Place) -> Int? {
        checkedBlanks = []
        let own = division.attributes["check"].flatMap(SelfCheck.init(name:)) ?? check
        guard edition.hidesSolutions, let exercise = Exercise(division, at: place),
            let checkable = CheckedExercise(exercise, name: exercise.label ?? "\(checked.count + 1)", by: own)
        else { return nil }
        checkedBlanks = Set(checkable.groups.joined().map { checkable.fields[$0].blank })
        checked.append(checkable)
        return checked.count - 1
    }

    // MARK: Text

    /// Whether claims stand as plain numbers: a verdict would tell which choice is right and where the mistake is.
    private var hidesVerdicts: Bool {
        isInExercise && (edition.hidesSolutions || hasPlanted && !edition.fillsBlanks)
    }

    /// Whether an exercise has a claim whose verdict is stated.
    private static func plants(_ exercise: Division) -> Bool {
        exercise.content.steps.contains { step in
            if case .slot(.claim(let claim)) = step { claim.expected != nil } else { false }
        }
    }

    private mutating func text(_ inlines: [Inline]) -> [Inline] {
        var result: [Inline] = []
        for inline in inlines { result += self.inline(inline) }
        return result
    }

    private mutating func inline(_ inline: Inline) -> [Inline] {
        switch inline {
        case .emphasis(let inside): return [.emphasis(text(inside))]
        case .strong(let inside): return [.strong(text(inside))]
        case .link(let inside, let destination, let title):
            return [.link(text(inside), destination: destination, title: title)]
        case .image(let inside, let destination, let title):
            return [.image(text(inside), destination: destination, title: title)]
        case .marked(let mark, let inside): return [.marked(mark, text(inside))]
        case .span(let inside, let attributes):
            // What is said of a choice tells whether it is right.
            if inline.isFeedback, isInExercise, !edition.showsNotes { return hiding(inside) }
            return [.span(text(inside), attributes)]
        case .blank(let blank):
            if edition.fillsBlanks { return [inline] }
            var gap = blank.gap
            gap.isChecked = isInExercise && checkedBlanks.contains(blank.number)
            return [.gap(gap), .unseen([.value(blank.answer)])]
        case .claim(let claim) where hidesVerdicts: return [.text(claim.shown), .unseen([.claim(claim)])]
        case .mathematics(let mathematics) where hidesVerdicts:
            let (plain, slots) = unclaimed(mathematics)
            return [.mathematics(plain)] + (slots.isEmpty ? [] : [.unseen(slots)])
        case .reference(let label, _) where hidden.contains(label): return [.text(words.name(of: .solution))]
        default: return [inline]
        }
    }

    /// Only what has to be computed of text that isn't shown.
    private mutating func hiding(_ inlines: [Inline]) -> [Inline] {
        var slots: [Slot] = []
        walk(inlines) { visit in
            guard case .inline(let inline) = visit else { return }
            slots += inline.slots
            if case .footnote(let name, _) = inline { footnotes.insert(name) }
        }
        return slots.isEmpty ? [] : [.unseen(slots)]
    }

    /// The formula with its claims as plain numbers, and those claims.
    private func unclaimed(_ mathematics: Mathematics) -> (Mathematics, [Slot]) {
        var plain = mathematics
        guard mathematics.hasClaim else { return (plain, []) }
        let claims = mathematics.slots.filter { if case .claim = $0 { true } else { false } }
        plain.parts = mathematics.parts.map { part in
            if case .claim(let claim) = part { .tex(claim.shown) } else { part }
        }
        return (plain, claims)
    }

    private func unseen(_ steps: [Step], at place: Place) -> [BlockNode] {
        steps.isEmpty ? [] : [BlockNode(.unseen(steps), at: place)]
    }

    // MARK: Choices and answers

    private static func unticked(_ content: [BlockNode]) -> [BlockNode] {
        content.map { node in
            guard case .list(let start, let tight, let items) = node.block else { return node }
            let open = items.map { item -> [BlockNode] in
                guard case .paragraph(var words)? = item.first?.block, case .task? = words.first else { return item }
                words[0] = .task(isDone: false)
                var item = item
                item[0].block = .paragraph(words)
                return item
            }
            return BlockNode(.list(start: start, tight: tight, items: open), at: node.place)
        }
    }

    /// The answers of an exercise, for the fold behind it; nil when it asks for none.
    private func answers(to division: Division, at place: Place) -> BlockNode? {
        guard let exercise = Exercise(division, at: place) else { return nil }
        var lines = exercise.blanks.map { blank -> [Inline] in [.text("(\(blank.number)) "), .key(blank)] }
        for (part, question) in exercise.questionsByPart {
            let right = question.choices.indices.filter { question.choices[$0].isRight }
            let letters = right.map { Exercise.letter($0).uppercased() }.joined(separator: ", ")
            lines.append([.text((part.map { "(\($0)) " } ?? "") + letters)])
        }
        lines += exercise.cells.flatMap { $0.keys ?? [] }.map { [.code($0)] }
        guard !lines.isEmpty else { return nil }
        let items = lines.map { [BlockNode(.paragraph($0), at: place)] }
        return BlockNode(.division(.answers(items, at: place)), at: place)
    }
}

extension Division {
    /// The fold behind an exercise with its answers, a list.
    public static func answers(_ items: [[BlockNode]], at place: Place) -> Division {
        Division(kind: "answers", content: [BlockNode(.list(start: nil, tight: true, items: items), at: place)])
    }
}

extension Lesson {
    /// The lesson as an edition has it. Numbers of cells, claims and values stay what they are.
    func edited(for edition: Edition) -> Lesson {
        var lesson = self
        var filter = EditionFilter(edition, lang: frontMatter.lang, check: frontMatter.selfCheck ?? .together)
        lesson.blocks = filter.filtered(blocks)
        lesson.checked = filter.checked
        return lesson
    }
}
