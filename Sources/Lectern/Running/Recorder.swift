#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif
import Exhibits

/// Writes records to standard output, in order with whatever the lesson prints.
enum Recorder {
    /// Whether a person reads along instead of Lectern: an exported lesson prints text.
    @TaskLocal static var writesText = false

    static func write(_ record: Record) {
        if writesText {
            if let text = record.plainText { print(text) }
            return
        }
        guard let bytes = try? RecordSequence.encoded(record) else { return }
        // Through the same buffer as `print`, so that the order is kept.
        print(String(decoding: bytes, as: UTF8.self), terminator: "")
    }
}

extension Record {
    /// What a person at a terminal sees of it; nil for what is of no interest there.
    fileprivate var plainText: String? {
        switch self {
        case .exhibit(let exhibit): exhibit.plainText(digits: PageStyle.current.digits)
        case .claim(let claim): LessonRun.sentence("claim", claim.outcome, written: claim.written)
        case .cell, .outcome, .numbers, .unanswered, .quantities, .progress, .stopped, .finished: nil
        }
    }
}
