import Dispatch
import Foundation
import Synchronization

/// What Swift's parser may take for the code of one lesson.
///
/// It tries what stands behind a `[` as a type and as a value, and again at each bracket in there: its time doubles with every
/// level, and thirty levels take days. The compiler's own time has a limit; the parser runs in this process and has none.
struct ParsingTime {
    private var left: Duration

    /// No cell is so short of brackets and takes longer than a blink.
    private static let fewestBrackets = 8

    /// On the clock, several times what the parser takes on a slow day: code of a megabyte has ten seconds more than none.
    private static let perByte = Duration.microseconds(10)

    /// - Parameter seconds: A hundred times what a lesson's code takes, for the machine may have other work.
    init(seconds: Double = 3) { left = .seconds(seconds) }

    /// Whether nothing more is read.
    var isOver: Bool { left <= .zero }

    /// What the parser makes of a text; nil when it came to no end, then and for all texts after it.
    mutating func take<Tree: Sendable>(for code: String, _ parse: @escaping @Sendable () -> Tree) -> Tree? {
        if isOver { return nil }
        left += Self.perByte * code.utf8.count
        guard code.utf8.count(where: { "[(<".utf8.contains($0) }) >= Self.fewestBrackets else { return parse() }
        let result = Handover<Tree>()
        // A parser can't be told to stop. Where its time is over it is left alone with its text, until the program ends.
        let thread = Thread { result.give(parse()) }
        thread.stackSize = 16 << 20
        let begun = ContinuousClock.now
        thread.start()
        let tree = result.taken(within: left)
        left = tree == nil ? .zero : left - begun.duration(to: .now)
        return tree
    }
}

/// A value on its way from one thread to another.
private final class Handover<Value: Sendable>: Sendable {
    private let value = Mutex<Value?>(nil)
    private let isThere = DispatchSemaphore(value: 0)

    func give(_ value: Value) {
        self.value.withLock { $0 = value }
        isThere.signal()
    }

    func taken(within time: Duration) -> Value? {
        let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18
        return isThere.wait(timeout: .now() + seconds) == .success ? value.withLock { $0 } : nil
    }
}
