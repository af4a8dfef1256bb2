import Foundation
import Publishing

/// Tells the person waiting what is going on, on standard error: a bar on a terminal, plain lines elsewhere.
struct Progress: Sendable {
    var explains = false
    private let isTerminal = isatty(STDERR_FILENO) == 1

    func show(_ event: BuildEvent) {
        switch event {
        case .stale(let lessons, let total):
            if explains {
                for lesson in lessons { print("\(lesson.file): runs, because \(lesson.reason)") }
                if lessons.count < total { print("\(total - lessons.count) of \(total) lessons are as they were") }
            }
            if isTerminal { bar(0, of: lessons.count, "") }
        case .ran(let file, let done, let total):
            if isTerminal { bar(done, of: total, file) } else { print("[\(done)/\(total)] \(file)") }
        }
    }

    private func bar(_ done: Int, of total: Int, _ file: String) {
        let width = 24
        let filled = total == 0 ? width : width * done / total
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
        // Back to the line's start, and the rest of the old line erased.
        Terminal.writeError("\r\(bar) \(done)/\(total) \(file)\u{1B}[K" + (done == total ? "\r\u{1B}[K" : ""))
    }

    private func print(_ line: String) { Terminal.writeError(line + "\n") }
}
