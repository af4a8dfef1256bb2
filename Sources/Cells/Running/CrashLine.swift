import Foundation

/// What a line of a crash is read by: by what stands where, and never by a pattern that tries a stranger's text again and again.
enum CrashLine {
    /// In bytes: a line of the runtime's is shorter, or says what is needed by then.
    static let longest = 2000

    /// Files in the order in which they are looked for: `week/a.md` before `a.md`.
    static func longestFirst(_ files: Set<String>) -> [String] { files.sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) } }

    /// A line as long as anything is looked for in it.
    static func cut(_ line: Substring) -> Substring {
        line.utf8.count <= longest ? line : Substring(String(decoding: line.utf8.prefix(longest), as: UTF8.self))
    }
}

extension Substring {
    /// What follows a beginning; nil where the text doesn't begin so.
    func after(_ beginning: String) -> Substring? { hasPrefix(beginning) ? dropFirst(beginning.count) : nil }

    /// Where words stand first, letter by letter.
    func place(of words: String) -> Range<Index>? { range(of: words, options: .literal) }

    /// The number that the text begins with, and what follows.
    var number: (Int, Substring)? {
        let digits = prefix { $0.isASCII && $0.isNumber }
        return Int(digits).map { ($0, self[digits.endIndex...]) }
    }
}
