import Foundation

/// How a course is built or verified; the same for both.
public struct BuildOptions: Sendable {
    /// Where pages go; nil verifies only and writes none.
    public var output: String?
    /// How many lessons run at a time.
    public var jobs = ProcessInfo.processInfo.activeProcessorCount
    /// Whether the first failing lesson ends it.
    public var failsFast = false
    /// Whether results of earlier runs are taken and kept.
    public var usesCache = true
    /// Whether a page with a false claim is written; a published page keeps its last good state, a preview shows the new one.
    public var writesFalseClaims = false
    /// Told what happens while it happens.
    public var progress: @Sendable (BuildEvent) -> Void = { _ in }

    public init(output: String? = nil) { self.output = output }
}

/// Something a person waiting may like to see.
public enum BuildEvent: Sendable {
    /// So many lessons will run, for these reasons.
    case stale([(file: String, reason: String)], of: Int)
    case ran(file: String, done: Int, of: Int)
}
