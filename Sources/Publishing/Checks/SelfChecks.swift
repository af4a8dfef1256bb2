import Exhibits
import Lessons
import Reports
import Storage

/// Makes what a student's page checks of its exercises, in bounded time.
struct SelfChecks {
    /// One for each exercise of `Lesson.checked`; without groups where there is nothing to check.
    private(set) var sheets: [CheckSheet] = []
    private(set) var findings: [Finding] = []

    /// So many keys are derived for a page, at about 0.05 s each.
    static let mostKeys = 300
    /// So many known slips are told of one group.
    static let mostSlips = 8

    init(_ lesson: Lesson, _ transcript: Transcript, rounds: Int = SlowKey.rounds) {
        let groups = lesson.checked.reduce(0) { $0 + $1.groups.count }
        guard groups > 0 else { return }
        guard groups <= Self.mostKeys else {
            findings = [
                Finding(
                    .error, code: "too-many-checks", at: Place(file: lesson.file, line: 1),
                    "the numbers of this page are checked in \(groups) groups, and at most \(Self.mostKeys) are derived; "
                        + "write self-check: together or off in the front matter")
            ]
            return
        }
        let slips = min(Self.mostSlips, Self.mostKeys / groups - 1)
        sheets = PageStyle.$current.withValue(lesson.frontMatter.style) {
            lesson.checked.map { exercise in
                let answers = CheckedAnswers(exercise, transcript, digits: lesson.frontMatter.style.digits)
                return CheckSheet(
                    groups: exercise.groups.enumerated().compactMap { number, group in
                        let name = "\(lesson.name)\u{0}\(exercise.name)\u{0}\(number)"
                        return Self.group(group, answers, name, rounds, slips)
                    })
            }
        }
    }

    private static func group(
        _ group: [Int], _ answers: CheckedAnswers, _ name: String, _ rounds: Int, _ mostSlips: Int
    ) -> CheckSheet.Group? {
        let right = group.compactMap { answers.answers[$0] }
        guard right.count == group.count else { return nil }
        let salt = Array(Digest(of: "lectern check\u{0}\(name)").text.utf8).prefix(16)
        func entry(_ values: [Double], _ verdict: CheckSheet.Verdict) -> String? {
            let multiples = zip(right, values).map { "\(Int64($0.multiple(of: $1)))" }
            let key = SlowKey.derived(from: multiples.joined(separator: ","), salt: Array(salt), rounds: rounds)
            return (try? verdict.json).map { Lettered.text(SlowKey.locked($0, under: key)) }
        }
        let values = right.map(\.value)
        let told = KnownSlips(answers, group, atMost: mostSlips).told
        let entries =
            [entry(values, CheckSheet.Verdict(values: values, tolerances: right.map(\.tolerance)))]
            + told.map { entry($0.values, CheckSheet.Verdict(words: $0.words)) }
        let fields = zip(group, right).map { index, answer in
            let field = answers.fields[index], rest = Int64(answer.multiple(of: answer.value)) % 3
            return CheckSheet.Field(blank: field.blank, entry: field.place, grid: answer.grid, rest: Int(rest + 3) % 3)
        }
        // In the order of their marks, which says nothing of what they are.
        return CheckSheet.Group(
            salt: Lettered.text(Array(salt)), rounds: rounds, fields: fields, entries: entries.compactMap(\.self).sorted())
    }
}
