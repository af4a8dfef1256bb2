/// What a lesson's program may use before it is ended.
public struct Limits: Hashable, Sendable {
    /// Wall-clock time of the run.
    public var seconds: Double = 60
    /// Address space in megabytes.
    public var megabytes = 8192
    /// Bytes on standard output and standard error together.
    public var outputBytes = 64 << 20

    public init() {}
}
