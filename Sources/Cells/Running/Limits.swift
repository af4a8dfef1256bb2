/// What a lesson's program may use before it is ended.
public struct Limits: Hashable, Sendable {
    /// Wall-clock time of the run.
    public var seconds: Double = 60
    /// Time on a processor for the compiler on one lesson; five times as much on the clock.
    public var compilingSeconds: Double = 40
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
    /// Records, as many as a page never has: the smallest takes many times its bytes once it is read.
    public var records = 200_000

    public init() {}

    /// Time on a processor for a call that compiles several lessons, 12 s and one for each of them, where each takes a third of
    /// that. When it is over each is compiled alone, with the time of one: so a lesson that keeps the compiler busy holds the
    /// others up for seconds, and takes less than a minute altogether.
    func compilingSeconds(for lessons: Int) -> Double {
        lessons == 1 ? compilingSeconds : compilingSeconds * (0.3 + 0.025 * Double(lessons))
    }

    /// How often that time may pass on the clock, where each lesson is still compiled alone afterwards.
    static let sharedPatience = 2.0
}
