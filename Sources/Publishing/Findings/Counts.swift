import Exhibits

/// The last line of a report: how much was looked at and how much of it was wrong.
struct Counts {
    var subject: CourseResult.Subject
    var lessons: Int
    var failedLessons: Int
    var pages: Int?
    var claims: Int
    var holding: Int
    var errors: Int
    var warnings: Int
    /// Lessons by how well their runs were isolated; those that never ran aren't among them.
    var isolated: [IsolationLevel: Int]

    init(_ result: CourseResult) {
        let findings = result.everyFinding
        subject = result.subject
        lessons = result.lessons.count
        failedLessons = result.lessons.count { $0.failed }
        pages = result.pages
        // Numbers are counted, not links: a list of six is six claims, as its findings are.
        claims = result.lessons.reduce(0) { $0 + $1.tally.claims }
        holding = result.lessons.reduce(0) { $0 + $1.tally.holding }
        errors = findings.count { $0.severity == .error }
        warnings = findings.count { $0.severity == .warning }
        isolated = result.lessons.compactMap(\.isolation).reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }

    /// `2 lessons, 57 claims: all hold` or `2 lessons (1 failed), 57 claims: 1 doesn't hold; 1 error, 2 warnings`, and how well the lessons' runs were isolated
    var text: String {
        let failed = failedLessons == 0 ? "" : " (\(failedLessons) failed)"
        let holds =
            claims == 0
            ? ""
            : holding == claims ? ": all hold" : ": \(claims - holding) \(claims - holding == 1 ? "doesn't" : "don't") hold"
        let trouble = [counted(errors, "error"), counted(warnings, "warning")].compactMap { $0 }
        let written = pages.map { ", \($0) \($0 == 1 ? "page" : "pages")" } ?? ""
        return
            "\(lessons) \(noun)\(failed)\(written), \(claims) \(claimNoun)\(holds)"
            + (trouble.isEmpty ? "" : "; " + trouble.joined(separator: ", ")) + isolation
    }

    private var noun: String {
        switch subject {
        case .lessons: lessons == 1 ? "lesson" : "lessons"
        case .notes: lessons == 1 ? "file of notes" : "files of notes"
        }
    }

    private var claimNoun: String {
        switch subject {
        case .lessons: claims == 1 ? "claim" : "claims"
        case .notes: claims == 1 ? "result" : "results"
        }
    }

    /// `; run isolated`, or how many were not.
    private var isolation: String {
        if isolated.isEmpty { return "" }
        if isolated.keys.allSatisfy({ $0 == .isolated }) { return "; run isolated" }
        let others = [IsolationLevel.partly, .none].compactMap { level in isolated[level].map { "\($0) run \(level.rawValue)" }
        }
        return "; " + others.joined(separator: ", ")
    }

    private func counted(_ number: Int, _ noun: String) -> String? {
        number == 0 ? nil : number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
    }
}
