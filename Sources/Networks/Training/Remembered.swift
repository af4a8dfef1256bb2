import Synchronization

/// A value that is worked out from another one once, when it is first asked for, and kept with it.
///
/// What it is made from never changes, so it doesn't matter who asks first; copies share it.
package final class Remembered: Sendable {
    private let value = Mutex<(any Sendable)?>(nil)

    package init() {}

    /// The value kept, or the one that `make` gives. What `make` throws isn't kept.
    package func value<Value: Sendable>(_ make: () throws -> Value) rethrows -> Value {
        if let known = value.withLock({ $0 }) as? Value { return known }
        let made = try make()
        value.withLock { $0 = made }
        return made
    }
}
