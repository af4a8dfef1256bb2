/// One thing this machine needs, and whether it has it.
public struct MachineCheck: Hashable, Sendable {
    public var name: String
    /// Where or which it is; nil when it is missing.
    public var found: String?
    /// The command that installs it.
    public var remedy: String
    /// Whether courses can't be built without it.
    public var isNeeded: Bool

    public init(_ name: String, found: String?, remedy: String, isNeeded: Bool = true) {
        self.name = name
        self.found = found
        self.remedy = remedy
        self.isNeeded = isNeeded
    }

    public var isFatal: Bool { found == nil && isNeeded }

    public var text: String {
        if let found { return "ok       \(name): \(found)" }
        return "\(isNeeded ? "missing " : "optional") \(name): install it with `\(remedy)`"
    }
}
