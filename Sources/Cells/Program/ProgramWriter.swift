import Exhibits
import Lessons

/// Writes the text of a program, in the one form or the other.
struct ProgramWriter {
    enum Form {
        /// For Lectern: it says before each piece whose line it is, and reports what comes out.
        case run
        /// For a person: the cells as they stand in the lesson, each with its place in a comment.
        case read
    }

    let form: Form
    private(set) var text = ""
    /// Whether lines are counted as the lesson's just now; the compiler refuses to end what was never begun.
    private var isLocated = false
    /// Claims and inline values that needn't be compiled.
    var questions: [Question] = []
    /// The numbers of a claimed table that have come so far.
    var table: [ReadSlot] = []

    init(_ form: Form) { self.form = form }

    mutating func line(_ line: String) {
        text += line
        text += "\n"
    }

    /// A line of Lectern's own, which belongs to no place in the lesson.
    mutating func generated(_ code: String) {
        answer()
        if isLocated { line("#sourceLocation()") }
        isLocated = false
        line(code)
    }

    /// A line that only Lectern needs.
    mutating func report(_ code: @autoclosure () -> String) { if form == .run { generated(code()) } }

    mutating func locate(_ file: String, line number: Int) {
        guard form == .run else { return }
        line("#sourceLocation(file: \(literal(file)), line: \(number))")
        isLocated = true
    }
}

// MARK: - Cells

extension ProgramWriter {
    /// The author's text, with the author's lines.
    mutating func part(_ part: CellPart) {
        answer()
        switch form {
        case .run: run(part)
        case .read: read(part)
        }
    }

    private mutating func run(_ part: CellPart) {
        let place = part.cell.place
        // A cell inside a list is indented; its columns are counted from where the lesson's line begins.
        let margin = String(repeating: " ", count: max(0, place.column - 1))
        var insertions = part.insertions[...]
        locate(place.file, line: place.line)
        for (number, bytes) in part.lines.enumerated() {
            var start = 0
            func piece(_ range: Range<Int>) -> String {
                guard !bytes.isEmpty, start == 0 || !bytes[range].allSatisfy({ $0 == 0x20 }) else { return "" }
                return margin + String(repeating: " ", count: start) + String(decoding: bytes[range], as: UTF8.self)
            }
            while let next = insertions.first, next.line == number {
                insertions.removeFirst()
                // What stands before it on its line keeps the line to itself.
                let column = min(next.column, bytes.count)
                let before = bytes[start..<column].allSatisfy { $0 == 0x20 } ? "" : piece(start..<column)
                start = column
                if case .modifier = next.what {
                    line(before + "fileprivate")
                    continue
                }
                if !before.isEmpty { line(before) }
                switch next.what {
                case .line(let code):
                    generated(code)
                    locate(place.file, line: place.line + number)
                case .binding(let words):
                    locate(place.file, line: max(1, place.line + number - 1))
                    line(words)
                case .start, .modifier: locate(place.file, line: max(1, place.line + number - 1))
                }
            }
            line(piece(start..<bytes.count))
        }
    }

    /// As it stands in the lesson: moving it to the right would change strings of several lines.
    private mutating func read(_ part: CellPart) {
        let lines = part.lines.map { String(decoding: $0, as: UTF8.self) }
        let full = lines.indices.filter { number in
            !lines[number].allSatisfy(\.isWhitespace) || part.insertions.contains { $0.line == number }
        }
        guard let first = full.first, let last = full.last else { return }
        line("")
        line("// \(part.cell.place.file.split(separator: "/").last ?? ""), line \(part.cell.place.line + first)")
        for number in first...last {
            var text = lines[number]
            for insertion in part.insertions where insertion.line == number {
                switch insertion.what {
                case .line(let code): line(code)
                case .binding(let words):
                    let bytes = Array(text.utf8)
                    let column = bytes.count - (part.lines[number].count - insertion.column)
                    let before = String(decoding: bytes[..<column], as: UTF8.self)
                    if !before.allSatisfy(\.isWhitespace) { line(before) }
                    text = words + " " + String(decoding: bytes[column...], as: UTF8.self)
                case .start, .modifier: break
                }
            }
            line(text)
        }
    }
}
