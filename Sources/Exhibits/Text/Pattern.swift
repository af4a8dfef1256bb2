import Synchronization

/// A regular expression that is read once, when it is first asked for.
///
/// Swift reads a literal anew wherever a program comes to it, and makes a machine of it anew before it matches: half of
/// the time in which the pages of a course were rendered went by with that.
package final class Pattern<Output>: @unchecked Sendable {
    // The lock guards the rest. A regular expression without a parser of its own can be matched on several threads at once: it
    // keeps the machine that is made of it behind an atomic reference.
    private let lock = Mutex<Void>(())
    private let read: @Sendable () -> Regex<Output>
    private var known: Regex<Output>?

    package init(_ literal: @autoclosure @escaping @Sendable () -> Regex<Output>) { read = literal }

    package var regex: Regex<Output> {
        lock.withLock { _ in
            if let known { return known }
            let made = read()
            known = made
            return made
        }
    }
}
