import Exhibits
import Foundation
import Lessons

/// How a course is built or verified; the same for both.
public struct BuildOptions: Sendable {
    /// Where pages go; nil verifies only and writes none.
    public var output: String?
    /// How many lessons run at a time.
    public var jobs = ProcessInfo.processInfo.activeProcessorCount
    /// The profiles that conditions in the lessons ask for; empty leaves it at those of `course.yml`.
    public var profiles: [String] = []
    /// For whom the pages are made.
    public var edition = Edition.selfStudy
    /// How many seconds a lesson may run; nil leaves it at the usual limit.
    public var timeLimit: Double?
    /// How much is asked of the isolation of lessons; nil leaves it to the machine and the course.
    public var sandbox: Sandbox?
    /// More is given to no lesson.
    public static let longestRun = FrontMatter.longestRun
    /// Whether the first failing lesson ends it.
    public var failsFast = false
    /// Whether a claim whose digits are cut off, or that can hardly fail, is an error.
    public var isStrict = false
    /// How many results no claim may cover; nil for any number.
    public var mostUnclaimed: Int?
    /// Whether what the compiler warns of in cells is reported.
    public var showsWarnings = false
    /// Whether results of earlier runs are taken and kept.
    public var usesCache = true
    /// A folder for results that many machines share; nil keeps them in the course's own cache.
    public var results: String?
    /// The part of the course to run, when many machines share the work; no pages are written then.
    public var shard: Shard?
    /// Whether lessons may be run at all; without, every result has to be there already.
    public var mayRun = true
    /// Whether every page is printed as PDF too.
    public var printsPDF = false
    /// Whether the whole course is printed as one PDF too.
    public var printsBook = false
    /// Whether the whole course is written as a book for readers of EPUB too.
    public var writesEPUB = false
    /// Whether every page is one file, with style sheets, fonts, scripts and pictures in it.
    public var isSelfContained = false
    /// Whether lessons marked `draft: true` are built.
    public var showsDrafts = false
    /// Whether a page with a false claim is written; a published page keeps its last good state, a preview shows the new one.
    public var writesFalseClaims = false
    /// Whether the result lists every claim, of lessons that were left alone too. Otherwise theirs are only counted.
    public var listsClaims = true
    /// Told what happens while it happens.
    public var progress: @Sendable (BuildEvent) -> Void = { _ in }

    public init(output: String? = nil) { self.output = output }
}

/// One part of `count` of a course, numbered from 1.
public struct Shard: Hashable, Sendable {
    public var index: Int
    public var count: Int

    init(index: Int, count: Int) {
        self.index = index
        self.count = count
    }

    /// Reads `2/8`; nil for anything that isn't a part of a whole.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 2, let index = parts[0], let count = parts[1], (1...max(1, count)).contains(index), count >= 1
        else {
            return nil
        }
        self.init(index: index, count: count)
    }

    /// Whether the lesson at a position of the course belongs to it. Neighbours go to different machines: long lessons
    /// tend to stand together.
    func contains(_ position: Int) -> Bool { position % count == index - 1 }
}

/// Something a person waiting may like to see.
public enum BuildEvent: Sendable {
    /// So many lessons will run, for these reasons.
    case stale([(file: String, reason: String)], of: Int)
    /// How the lessons that run are isolated.
    case isolated(String, IsolationLevel)
    case ran(file: String, done: Int, of: Int)
    /// A long cell says how far it has come.
    case running(file: String, RunProgress)
}
