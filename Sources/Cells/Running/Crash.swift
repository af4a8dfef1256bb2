import Exhibits
import Foundation

/// What a child's standard error and its end say about why it stopped, as one finding at the author's line.
enum Crash {
    /// What a stop by the engine is called.
    static let stoppedCode = "lesson-stopped"

    /// `FILE:LINE:COLUMN: error: MESSAGE`, as the engine stops a lesson.
    static func stopped(_ errors: String, files: Set<String>) -> Finding? {
        for line in errors.split(separator: "\n") {
            guard let match = line.wholeMatch(of: /(.+?):(\d+):(\d+): error: (.*)/), files.contains(String(match.1)),
                let number = Int(match.2), let column = Int(match.3)
            else { continue }
            return Finding(
                .error, code: stoppedCode, at: Place(file: String(match.1), line: number, column: column),
                String(match.4))
        }
        return nil
    }

    /// An error that nothing caught: at the `try` it came from, where that is known, else where the cell begins.
    static func threw(_ errors: String, files: Set<String>, cell: Place) -> Finding? {
        let start = "lectern: the lesson threw"
        guard let line = errors.split(separator: "\n").first(where: { $0.hasPrefix(start) }) else { return nil }
        var place = cell
        var message = line.dropFirst(start.count + 2)
        if let match = line.dropFirst(start.count).wholeMatch(of: /\sat (.+?):(\d+):(\d+): (.*)/),
            files.contains(String(match.1)),
            let number = Int(match.2), let column = Int(match.3)
        {
            place = Place(file: String(match.1), line: number, column: column)
            message = match.4
        }
        let end = CellEnd.threw(String(message))
        return Finding(
            .error, code: "thrown-error", at: place, "\(CellEndWords(.english).said(end)); catch it or mend its cause", end: end
        )
    }

    /// A trap: the runtime's message, at the innermost line of the lesson in the backtrace; `cell` is where the cell that ran
    /// begins.
    static func trapped(_ errors: String, files: Set<String>, signal: Int32?, cell: Place) -> Finding? {
        let lines = errors.split(separator: "\n").map(String.init)
        let cause = lines.lazy.compactMap { self.cause(in: $0) }.first
        let crashed = lines.firstIndex { $0.hasSuffix("crashed:") } ?? 0
        let place = lines[crashed...].lazy.compactMap { self.place(in: $0, files: files) }.first
        guard cause != nil || signal != nil else { return nil }
        let end = cause ?? self.cause(of: signal)
        return Finding(
            .error, code: "crash", at: place ?? cell, "\(CellEndWords(.english).said(end)); everything before this line ran",
            end: end)
    }

    private static func place(in line: String, files: Set<String>) -> Place? {
        guard let match = line.firstMatch(of: /\sat\s(.+?):(\d+)(?::(\d+))?/), let number = Int(match.2) else { return nil }
        let path = String(match.1)
        guard let file = files.filter({ path == $0 || path.hasSuffix("/" + $0) }).max(by: { $0.count < $1.count }) else {
            return nil
        }
        return Place(file: file, line: number, column: match.3.flatMap { Int($0) } ?? 1)
    }

    private static func cause(in line: String) -> CellEnd? {
        if let match = line.firstMatch(of: /(?:Fatal error|Precondition failed|Assertion failed)(?:: (.*))?$/) {
            return match.1.map { .trapped(readable(String($0))) } ?? .unmet
        }
        if let match = line.wholeMatch(of: /Could not cast value of type '(.*)' \(.*\) to '(.*)' \(.*\)\.?/) {
            return .wrongCast(from: readable(String(match.1)), to: readable(String(match.2)))
        }
        return nil
    }

    /// Names without the module and the addresses that the runtime puts before them.
    private static func readable(_ text: String) -> String {
        text.replacing(/\(unknown context at \$[0-9a-f]+\)\./, with: "").replacing(/\b(?:lesson|Swift)\.(?=[A-Z(])/, with: "")
    }

    private static func cause(of signal: Int32?) -> CellEnd {
        switch signal {
        case SIGSEGV, SIGBUS: .stackUsedUp
        case SIGABRT: .abandoned
        case SIGXCPU: .processorTimeUsedUp
        case SIGKILL: .killed
        default: .signalled
        }
    }
}
