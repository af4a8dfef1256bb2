/// Whom a long training tells how far it has come, and the clock by which it does: `Networks` has none of its own.
///
/// A lesson's program binds one around its cells. No number that a training computes depends on it.
///
///     let monitor = TrainingMonitor(clock: { … }) { print($0.epoch, "of", $0.epochs) }
///     try TrainingMonitor.$current.withValue(monitor) { try network.training(…) }
@_documentation(visibility: internal)
public struct TrainingMonitor: Sendable {
    @TaskLocal public static var current: TrainingMonitor?

    /// How far a training has come.
    public struct Progress: Hashable, Sendable {
        /// Epochs that are done, those before a checkpoint included.
        public let epoch: Int
        public let epochs: Int
        /// The share of all epochs, parts of one included, from 0 to 1.
        public let fraction: Double
        /// The loss that was measured last.
        public let loss: Double?
    }

    /// Seconds since some moment that stays the same.
    public let clock: @Sendable () -> Double
    /// So many seconds pass before the first report, and between two; a training that is done sooner reports nothing.
    public let interval: Double
    public let report: @Sendable (Progress) -> Void

    public init(
        every interval: Double = 0.5, clock: @escaping @Sendable () -> Double,
        report: @escaping @Sendable (Progress) -> Void = { _ in }
    ) {
        self.interval = interval
        self.clock = clock
        self.report = report
    }
}

/// Looks at the clock of a monitor: so rarely that it costs nothing, so often that a report isn't late.
struct Pace {
    let monitor: TrainingMonitor
    /// Steps to take before the next look.
    private(set) var stepsLeft = 1
    private(set) var hasReported = false
    private var stride = 1
    private var looked: Double
    private var reported: Double

    init(_ monitor: TrainingMonitor) {
        self.monitor = monitor
        looked = monitor.clock()
        reported = looked
    }

    /// Counts steps that were taken; true when a report is due.
    mutating func isDue(after steps: Int) -> Bool {
        stepsLeft -= steps
        guard stepsLeft <= 0 else { return false }
        let now = monitor.clock()
        let passed = now - looked
        looked = now
        if passed < 0.02 * monitor.interval {
            stride = min(stride * 2, 1 << 30)
        } else if passed > 0.2 * monitor.interval {
            stride = max(1, stride / 2)
        }
        stepsLeft = stride
        guard now - reported >= monitor.interval else { return false }
        reported = now
        hasReported = true
        return true
    }
}

/// How long one thing after the other takes.
struct Stopwatch {
    private(set) var laps: [Double] = []
    private let clock: @Sendable () -> Double
    private var last: Double

    init(_ clock: @escaping @Sendable () -> Double) {
        self.clock = clock
        last = clock()
    }

    mutating func lap() {
        let now = clock()
        laps.append(now - last)
        last = now
    }
}
