#if canImport(Glibc)
@preconcurrency import Glibc
#elseif canImport(Darwin)
@preconcurrency import Darwin
#endif
import Exhibits

/// Says records to Lectern, in order with whatever the lesson prints.
enum Recorder {
    /// Whether a person reads along instead of Lectern: an exported lesson prints text.
    @TaskLocal static var writesText = false

    /// The way to Lectern; nil in a program that somebody else started.
    private static let channel = RecordChannel()

    /// Takes the channel before the first cell runs.
    static func open() { _ = channel }

    static func write(_ record: Record) {
        if !writesText, let channel { return channel.write(record) }
        if let text = record.plainText { print(text) }
    }
}

extension Record {
    /// What a person at a terminal sees of it; nil for what is of no interest there.
    fileprivate var plainText: String? {
        switch self {
        case .exhibit(let exhibit): exhibit.plainText(digits: PageStyle.current.digits)
        case .claim(_, let claim): LessonRun.sentence("claim", claim.outcome, written: claim.written)
        case .cell, .outcome, .cause, .numbers, .unanswered, .quantities, .redrawn, .answers, .progress, .stopped, .finished:
            nil
        }
    }
}
