import Exhibits

/// All labels of a course, and what references to them say. A pure function of the lessons.
public struct CourseLabels: Hashable, Sendable {
    /// By name, in the order of the course: the first of each page.
    private var labels: [String: [Label]] = [:]
    /// Labels that stand twice in one lesson.
    public private(set) var findings: [Finding] = []
    /// Labels that stand in two lessons, told at both: which of them took the other's name nobody knows. Each means its own by it.
    public private(set) var collisions: [Finding] = []

    public init(of lessons: [Lesson]) { self.init(lessons.flatMap(\.labels)) }

    /// The labels of a course's lessons, in the order of the course.
    public init(_ all: [Label] = []) {
        for label in all {
            let known = labels[label.name, default: []]
            if let first = known.first(where: { $0.page == label.page }) {
                findings.append(Self.duplicate(label, of: first, "already"))
                continue
            }
            // The same words on a second page, which includes them.
            if let first = known.firstIndex(where: { $0.place == label.place }) {
                if label.isAtHome, !known[first].isAtHome { labels[label.name]?[first] = label }
                continue
            }
            if let first = known.first {
                if known.count == 1 { collisions.append(Self.duplicate(first, of: label, "also")) }
                collisions.append(Self.duplicate(label, of: first, "already"))
            }
            labels[label.name, default: []].append(label)
        }
        numberSolutions()
    }

    private static func duplicate(_ label: Label, of other: Label, _ when: String) -> Finding {
        Finding(
            .error, code: "duplicate-label", at: label.place,
            "the label “\(label.name)” \(when) stands at \(other.place); give one of them another name")
    }

    /// A solution carries the number of its exercise, on whatever page that stands.
    private mutating func numberSolutions() {
        for (name, known) in labels where known.first?.kind == .solution {
            let number = self[Self.exercise(of: name)]?.number ?? 0
            labels[name] = known.map { label in
                var numbered = label
                if label.number == 0 { numbered.number = number }
                return numbered
            }
        }
    }

    /// The label of the exercise that a solution with this label solves.
    private static func exercise(of solution: String) -> String { "exr-" + solution.dropFirst(4) }

    /// The same as a lesson sees them: with its own as they are now before those of others, and of those it had before none.
    public func renewed(by lesson: Lesson) -> CourseLabels {
        var renewed = self
        renewed.labels = labels.compactMapValues { known in
            let others = known.filter { $0.page != lesson.name }
            return others.isEmpty ? nil : others
        }
        for label in lesson.labels where renewed[label.name]?.page != lesson.name {
            renewed.labels[label.name, default: []].insert(label, at: 0)
        }
        renewed.numberSolutions()
        return renewed
    }

    public subscript(name: String) -> Label? { labels[name]?.first }

    /// The terms of the course's glossary in alphabetical order.
    public var terms: [Label] {
        labels.values.compactMap(\.first).filter { $0.kind == .term }.sorted {
            ($0.title.lowercased(), $0.name) < ($1.title.lowercased(), $1.name)
        }
    }

    /// Where a link to the label leads, seen from a page; `nil` when there is no such label.
    public func address(of name: String, from page: String) -> String? {
        self[name].map {
            $0.page == page ? "#\(name)" : SitePath.address(of: "\($0.page).html", from: page) + "#\(name)"
        }
    }

    /// What a reference says: `Figure 2`, or `Figure 2 in Learning XOR` on another page.
    public func text(of name: String, from page: String, lang: String) -> String? {
        guard let label = self[name] else { return nil }
        let words = ReferenceWords(lang: lang)
        let own = words.name(of: label)
        return label.page == page || label.kind == .term ? own : words.elsewhere(own, in: label.pageTitle)
    }

    /// Who has more wrong references than this has another problem than their spelling.
    private static let mostAdvised = 50

    /// References in a lesson that lead nowhere, or to two places.
    public func findings(in lesson: Lesson) -> [Finding] {
        var findings: [Finding] = []
        var advised: [String: String] = [:]
        let sorted = labels.keys.sorted()
        lesson.walk { visit in
            if case .block(let node) = visit, case .division(let division) = node.block, division.kind == "solution",
                let label = division.label, ReferenceKind(label: label) == .solution, labels[Self.exercise(of: label)] == nil
            {
                let known = sorted.filter { $0.hasPrefix("exr-") }
                let advice =
                    known.isEmpty
                    ? "there is no labelled exercise" : NearestKey.advice(for: Self.exercise(of: label), in: known)
                findings.append(
                    Finding(
                        .error, code: "solution-without-exercise", at: node.place, length: 3,
                        "no exercise of the course is labelled “\(Self.exercise(of: label))”, which this would solve; \(advice)"
                    ))
            }
            guard case .inline(.reference(let name, let place)) = visit else { return }
            if let known = labels[name] {
                if known.count > 1, !known.contains(where: { $0.page == lesson.name }) {
                    findings.append(Self.ambiguous(name, known, at: place))
                }
                return
            }
            let prefix = name.prefix { $0 != "-" } + "-"
            let advice: String
            if let known = advised[name] {
                advice = known
            } else if advised.count >= Self.mostAdvised {
                advice = "give something that label, or correct the reference"
            } else {
                let known = sorted.filter { $0.hasPrefix(prefix) }
                advice =
                    known.isEmpty
                    ? "no label in the course begins with “\(prefix)”" : NearestKey.advice(for: name, in: known)
                advised[name] = advice
            }
            findings.append(
                Finding(
                    .error, code: "unresolved-reference", at: place, length: name.utf8.count + 1,
                    "there is nothing labelled “\(name)”; \(advice)"))
        }
        return findings
    }

    private static func ambiguous(_ name: String, _ known: [Label], at place: Place) -> Finding {
        Finding(
            .error, code: "ambiguous-reference", at: place, length: name.utf8.count + 1,
            "“\(name)” stands in \(known.count) lessons, at \(known[0].place) and at \(known[1].place); give each label a name of its own"
        )
    }
}
