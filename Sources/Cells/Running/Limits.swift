/// What a lesson's program may use before it is ended.
public struct Limits: Hashable, Sendable {
    /// Wall-clock time of the run.
    public var seconds: Double = 60
    /// Time on a processor for the compiler, for each lesson of a call; five times as much on the clock.
    public var compilingSeconds: Double = 60
    /// Memory in use, in megabytes.
    public var megabytes = 4096
    /// Threads at once, of the lesson and of all that it started.
    public var threads = 2048
    /// What a lesson writes to the disk and leaves there while it runs, in megabytes.
    public var diskMegabytes = 2048
    /// Bytes on standard output: what a page can show.
    public var printedBytes = 1 << 20
    /// Bytes of records, and on standard error.
    public var outputBytes = 64 << 20

    public init() {}
}
