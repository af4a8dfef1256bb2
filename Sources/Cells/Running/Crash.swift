import Exhibits
import Foundation

/// What a child's standard error and its end say about why it stopped, as one finding at the author's line.
enum Crash {
    /// What a stop by the engine is called.
    static let stoppedCode = "lesson-stopped"

    /// `FILE:LINE:COLUMN: error: MESSAGE`, as the engine stops a lesson.
    static func stopped(_ errors: String, files: Set<String>) -> Finding? {
        let files = CrashLine.longestFirst(files)
        for line in errors.split(separator: "\n") {
            guard let (place, rest) = leading(line, files: files), let message = rest.after(": error: ") else { continue }
            return Finding(.error, code: stoppedCode, at: place, String(message))
        }
        return nil
    }

    /// `FILE:LINE:COLUMN` where a text begins with it, and what follows. What a lesson wrote may look like it many times over, so
    /// its files are looked for, and nothing is tried at more than one place.
    private static func leading(_ text: Substring, files: [String]) -> (Place, Substring)? {
        for file in files {
            guard let numbers = text.after(file + ":"), let (line, rest) = numbers.number,
                let (column, end) = rest.after(":")?.number
            else { continue }
            return (Place(file: file, line: line, column: column), end)
        }
        return nil
    }

    /// An error that nothing caught: at the `try` it came from, where that is known, else where the cell begins.
    static func threw(_ errors: String, files: Set<String>, cell: Place) -> Finding? {
        let start = "lectern: the lesson threw"
        guard let line = errors.split(separator: "\n").first(where: { $0.hasPrefix(start) }) else { return nil }
        var place = cell
        var message = line.dropFirst(start.count + 2)
        if let (from, rest) = line.after(start + " at ").flatMap({ leading($0, files: CrashLine.longestFirst(files)) }),
            let said = rest.after(": ")
        {
            place = from
            message = said
        }
        let end = CellEnd.threw(String(message))
        return Finding(
            .error, code: "thrown-error", at: place, "\(CellEndWords(.english).said(end)); catch it or mend its cause", end: end
        )
    }

    /// A trap: the runtime's message, at the innermost line of the lesson in the backtrace; `cell` is where the cell that ran
    /// begins.
    static func trapped(_ errors: String, files: Set<String>, signal: Int32?, cell: Place) -> Finding? {
        let lines = errors.split(separator: "\n").map { CrashLine.cut($0) }
        let cause = lines.lazy.compactMap { self.cause(in: $0) }.first
        let files = CrashLine.longestFirst(files)
        let crashed = lines.firstIndex { $0.hasSuffix("crashed:") } ?? 0
        let place = lines[crashed...].lazy.compactMap { self.place(in: $0, files: files) }.first
        guard cause != nil || signal != nil else { return nil }
        let end = cause ?? self.cause(of: signal)
        return Finding(
            .error, code: "crash", at: place ?? cell, "\(CellEndWords(.english).said(end)); everything before this line ran",
            end: end)
    }

    /// ` at PATH:LINE:COLUMN` behind a function's name.
    private static func place(in line: Substring, files: [String]) -> Place? {
        guard let start = line.place(of: " at ")?.upperBound else { return nil }
        let path = line[start...]
        for file in files {
            guard let end = path.place(of: file + ":"), ["/", " at "].contains(where: line[..<end.lowerBound].hasSuffix),
                let (number, rest) = path[end.upperBound...].number
            else { continue }
            return Place(file: file, line: number, column: rest.after(":")?.number?.0 ?? 1)
        }
        return nil
    }

    private static func cause(in line: Substring) -> CellEnd? {
        let words = ["Fatal error", "Precondition failed", "Assertion failed"].compactMap { line.place(of: $0) }
        if let end = words.min(by: { $0.lowerBound < $1.lowerBound })?.upperBound {
            if end == line.endIndex { return .unmet }
            if let message = line[end...].after(": ") { return .trapped(readable(message)) }
        }
        // `Could not cast value of type 'A' (0x…) to 'B' (0x…).`
        if let types = line.after("Could not cast value of type '"), let between = types.place(of: "' ("),
            let second = types[between.upperBound...].place(of: ") to '")?.upperBound,
            let end = types[second...].place(of: "' (")?.lowerBound
        {
            return .wrongCast(from: readable(types[..<between.lowerBound]), to: readable(types[second..<end]))
        }
        return nil
    }

    /// Names without the module and the addresses that the runtime puts before them.
    private static func readable(_ text: Substring) -> String {
        String(text).replacing(/\(unknown context at \$[0-9a-f]{1,32}\)\./, with: "").replacing(
            /\b(?:lesson|Swift)\.(?=[A-Z(])/, with: "")
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
