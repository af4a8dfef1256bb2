import Lessons
import Storage

/// The editions of a course that one build makes.
public struct Editions: Hashable, Sendable {
    let editions: [Edition]

    /// What there is to choose from.
    public static let names = Edition.printed.map(\.rawValue) + ["all"]

    /// `nil` for a word that is none of `names`.
    public init?(_ name: String) {
        let chosen = name == "all" ? Edition.printed : Edition.printed.filter { $0.rawValue == name }
        if chosen.isEmpty { return nil }
        editions = chosen
    }
}

/// Builds a course once for each edition, each in a folder of its own below `options.output`. What runs is the same in all of
/// them, so it runs once.
public func buildEditions(_ chosen: Editions, of course: Course, options: BuildOptions) async throws -> CourseResult {
    var all = CourseResult()
    for edition in chosen.editions {
        var options = options
        options.edition = edition
        options.output = options.output.map { Files.join($0, edition.rawValue) }
        all.merge(try await CourseBuild(course: course, options: options).run())
    }
    return all
}

extension CourseResult {
    /// The same lessons in another edition: what was said of them is said once.
    fileprivate mutating func merge(_ other: CourseResult) {
        for lesson in other.lessons {
            guard let index = lessons.firstIndex(where: { $0.file == lesson.file }) else {
                lessons.append(lesson)
                continue
            }
            let known = Set(lessons[index].findings)
            lessons[index].findings += lesson.findings.filter { !known.contains($0) }
        }
        let known = Set(findings)
        findings += other.findings.filter { !known.contains($0) }
        folders += other.folders.filter { !folders.contains($0) }
        if let more = other.pages { pages = (pages ?? 0) + more }
    }
}
