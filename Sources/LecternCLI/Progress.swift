import Exhibits
import Foundation
import Publishing
import Synchronization

/// Tells the person waiting what is going on, on standard error: a bar on a terminal, plain lines elsewhere.
final class Progress: Sendable {
    /// What was said last.
    private struct Counted {
        var bar = (done: 0, total: 1)
        var told = ToldProgress()
    }

    private let explains: Bool
    private let counted = Mutex(Counted())
    private let isTerminal = isatty(STDERR_FILENO) == 1

    init(explains: Bool = false) { self.explains = explains }

    func show(_ event: BuildEvent) {
        switch event {
        case .stale(let lessons, let total):
            if explains {
                for lesson in lessons { print("\(lesson.file): runs, because \(lesson.reason)") }
                if lessons.count < total { print("\(total - lessons.count) of \(total) lessons are as they were") }
            }
            counted.withLock { $0.bar = (0, lessons.count) }
            if isTerminal { bar(0, of: lessons.count, "") }
        case .isolated(let words, let level):
            if !isTerminal || explains || level != .isolated { print("lessons are \(words)") }
        case .ran(let file, let done, let total):
            if isTerminal { bar(done, of: total, file) } else { print("[\(done)/\(total)] \(file)") }
            counted.withLock { $0.bar = (done, total) }
        case .running(let file, let progress): running(file, progress)
        }
    }

    /// How far a long cell has come: on a terminal beside the bar, elsewhere a line for each tenth.
    private func running(_ file: String, _ progress: RunProgress) {
        let (bar, line) = counted.withLock { ($0.bar, $0.told.line(file, progress, isBar: isTerminal)) }
        guard let line else { return }
        if isTerminal { self.bar(bar.done, of: bar.total, line) } else { print(line) }
    }

    private func bar(_ done: Int, of total: Int, _ file: String) {
        let width = 24
        let filled = total == 0 ? width : width * done / total
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
        // Back to the line's start, and the rest of the old line erased. A line that wraps couldn't be gone back on.
        let line = TerminalText.line("\(bar) \(done)/\(total) \(file)").prefix(Terminal.columns - 1)
        Terminal.writeError("\r\(line)\u{1B}[K" + (done == total ? "\r\u{1B}[K" : ""))
    }

    private func print(_ line: String) { Terminal.writeError(TerminalText.line(line) + "\n") }
}
