import Exhibits
import Foundation

/// What a child's standard error and its end say about why it stopped, as one finding at the author's line.
enum Crash {
    /// `FILE:LINE:COLUMN: error: MESSAGE`, as the engine stops a lesson.
    static func stopped(_ errors: String, file: String) -> Finding? {
        for line in errors.split(separator: "\n") {
            guard let match = line.wholeMatch(of: /(.+?):(\d+):(\d+): error: (.*)/), match.1 == file,
                let number = Int(match.2), let column = Int(match.3)
            else { continue }
            return Finding(
                .error, code: "lesson-stopped", at: Place(file: file, line: number, column: column), String(match.4))
        }
        return nil
    }

    /// A trap: the runtime's message, at the innermost line of the lesson in the backtrace.
    static func trapped(_ errors: String, file: String) -> Finding? {
        let lines = errors.split(separator: "\n")
        let message = lines.lazy.compactMap { line in
            line.firstMatch(of: /Fatal error: (.*)$/).map { String($0.1) }
        }.first
        let place = lines.lazy.compactMap { line -> Place? in
            guard let range = line.range(of: file + ":") else { return nil }
            let numbers = line[range.upperBound...].split(separator: ":", maxSplits: 2).map { $0.prefix { $0.isNumber } }
            guard let first = numbers.first, let number = Int(first) else { return nil }
            let column = numbers.count > 1 ? Int(numbers[1]) ?? 1 : 1
            return Place(file: file, line: number, column: column)
        }.first
        guard message != nil || place != nil else { return nil }
        return Finding(
            .error, code: "crash", at: place ?? Place(file: file, line: 1),
            "the cell crashed: \(message ?? "the program trapped"); everything before this line ran")
    }
}
