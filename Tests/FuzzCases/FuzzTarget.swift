import Foundation

/// What reads bytes of strangers. Each takes any bytes at all, in time and space that grow with their length.
public enum FuzzTarget: String, CaseIterable, Sendable {
    /// A lesson's Markdown and front matter, up to its program and its findings.
    case lessons
    /// The same, up to its page.
    case pages
    /// `course.yml`.
    case courses
    /// BibTeX.
    case bibliographies
    /// Comma-separated text.
    case tables
    /// What a lesson's process says on its channel and prints, up to the page.
    case records
    /// Stored networks.
    case networks
    /// Entries of the cache, their seal passed.
    case cache

    /// Does with the bytes all that Lectern would, and says how much came out.
    public func take(_ bytes: [UInt8]) -> FuzzOutput {
        switch self {
        case .lessons: LessonFuzzing.lesson(bytes, drawsPage: false)
        case .pages: LessonFuzzing.lesson(bytes, drawsPage: true)
        case .courses: ReadingFuzzing.course(bytes)
        case .bibliographies: LessonFuzzing.bibliography(bytes)
        case .tables: ReadingFuzzing.table(bytes)
        case .records: LessonFuzzing.records(bytes)
        case .networks: ReadingFuzzing.network(bytes)
        case .cache: ReadingFuzzing.cacheEntry(bytes)
        }
    }
}

/// How many bytes came out.
public struct FuzzOutput: Hashable, Sendable {
    /// What is printed.
    public var report = 0
    /// What is published.
    public var page = 0

    /// Whether that is more than anybody asked for: a megabyte in print, or a page out of proportion to what it is drawn from.
    public func isFlood(from input: Int) -> Bool { report > 1 << 20 || page > 1 << 20 + 600 * input }
}
