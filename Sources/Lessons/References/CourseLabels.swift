import Exhibits

/// All labels of a course, and what references to them say. A pure function of the lessons.
public struct CourseLabels: Hashable, Sendable {
    private var labels: [String: Label] = [:]
    /// Labels that stand in two places.
    public private(set) var findings: [Finding] = []

    public init(of lessons: [Lesson]) { self.init(lessons.flatMap(\.labels)) }

    /// The labels of a course's lessons, in the order of the course.
    public init(_ all: [Label] = []) {
        for label in all {
            if let first = labels[label.name] {
                findings.append(Self.duplicate(label, of: first, "already"))
                // Which of two lessons took the other's name nobody knows.
                if first.page != label.page { findings.append(Self.duplicate(first, of: label, "also")) }
            } else {
                labels[label.name] = label
            }
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
        for (name, label) in labels where label.kind == .solution && label.number == 0 {
            let number = labels[Self.exercise(of: name)]?.number ?? 0
            labels[name]?.number = number
        }
    }

    /// The label of the exercise that a solution with this label solves.
    private static func exercise(of solution: String) -> String { "exr-" + solution.dropFirst(4) }

    /// The same with a lesson's labels as they are now: of those it had before, none stays.
    public func renewed(by lesson: Lesson) -> CourseLabels {
        var renewed = self
        renewed.labels = labels.filter { $0.value.page != lesson.name }
        for label in lesson.labels where renewed.labels[label.name] == nil { renewed.labels[label.name] = label }
        renewed.numberSolutions()
        return renewed
    }

    public subscript(name: String) -> Label? { labels[name] }

    /// The terms of the course's glossary in alphabetical order.
    public var terms: [Label] {
        labels.values.filter { $0.kind == .term }.sorted { ($0.title.lowercased(), $0.name) < ($1.title.lowercased(), $1.name) }
    }

    /// Where a link to the label leads, seen from a page; `nil` when there is no such label.
    public func address(of name: String, from page: String) -> String? {
        labels[name].map {
            $0.page == page ? "#\(name)" : SitePath.address(of: "\($0.page).html", from: page) + "#\(name)"
        }
    }

    /// What a reference says: `Figure 2`, or `Figure 2 in Learning XOR` on another page.
    public func text(of name: String, from page: String, lang: String) -> String? {
        guard let label = labels[name] else { return nil }
        let words = ReferenceWords(lang: lang)
        let own = words.name(of: label)
        return label.page == page || label.kind == .term ? own : words.elsewhere(own, in: label.pageTitle)
    }

    /// Who has more wrong references than this has another problem than their spelling.
    private static let mostAdvised = 50

    /// References in a lesson that lead nowhere.
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
            guard case .inline(.reference(let name, let place)) = visit, labels[name] == nil else { return }
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
}
