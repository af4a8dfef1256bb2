/// How well a lesson was kept from the machine it ran on.
public enum IsolationLevel: String, Codable, Hashable, Sendable {
    /// Files, programs, network and signals outside were out of its reach.
    case isolated
    /// Some of it was.
    case partly = "isolated in part"
    /// It had the rights of whoever ran it.
    case none = "not isolated"
}
