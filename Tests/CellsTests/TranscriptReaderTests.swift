import Exhibits
import Foundation
import Testing

@testable import Cells

/// What would break: a lesson that prints what looks like a record is believed, or loses what it printed; prints and exhibits
/// change places.
struct TranscriptReaderTests {
    static let key = RecordKey()

    static func line(_ record: Record, key: RecordKey = key) -> [UInt8] {
        (try? RecordSequence.encoded(record, key: key)) ?? []
    }

    static let records: [Record] = [
        .cell(0), .exhibit(.text("a")), .outcome(slot: 3, Outcome(.number(1))), .cell(1), .exhibit(.text("b")), .finished,
    ]
    static let prints: [[UInt8]] = ["", "one\n", "two", "three\n", "four"].map { Array($0.utf8) }

    static var expected: [Int: [Transcript.Output]] {
        [
            0: [.printed("one\n"), .exhibit(.text("a")), .printed("two")],
            1: [.printed("three\n"), .exhibit(.text("b")), .printed("four")],
        ]
    }

    /// The two ways, cut into pieces and interleaved by chance.
    static func read(_ prints: [UInt8], _ records: [UInt8], seed: UInt64) -> TranscriptReader {
        var reader = TranscriptReader(key: key)
        var ways = [prints[...], records[...]]
        var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        while ways.contains(where: { !$0.isEmpty }) {
            let way = next(2)
            let piece = ways[way].prefix(1 + next(seed % 2 == 0 ? 3 : 50))
            ways[way] = ways[way].dropFirst(piece.count)
            if way == 0 { reader.take(printed: piece) } else { reader.take(recorded: piece) }
        }
        reader.end()
        return reader
    }

    @Test(arguments: UInt64(0)..<40)
    func `prints and records keep their order however both ways are cut`(seed: UInt64) {
        // Text behind the last mark belongs to the last cell.
        let prints = Self.prints.dropLast().flatMap { $0 + Self.key.mark } + Self.prints[4]
        let records = Self.records.dropLast().flatMap { Self.line($0) }
        let reader = Self.read(prints, records, seed: seed)
        #expect(reader.transcript.outputs == Self.expected)
        #expect(reader.transcript.outcomes == [3: Outcome(.number(1))])
        #expect(reader.begun == [0, 1])
        #expect(!reader.isFinished)
    }

    @Test func `a printed separator, a printed record and a mark of another key are text`() {
        let stranger = RecordKey()
        let printed = "\u{1E}{\"finished\":{}}\n\u{1E}" + String(decoding: stranger.mark + Self.line(.finished), as: UTF8.self)
        var reader = TranscriptReader(key: Self.key)
        reader.take(recorded: Self.line(.cell(4)) + Self.line(.finished, key: stranger) + Array("{\"finished\":{}}\n".utf8))
        reader.take(printed: Self.key.mark + Array(printed.utf8))
        reader.end()
        #expect(reader.transcript.outputs == [4: [.printed(printed)]])
        #expect(!reader.isFinished)
    }

    @Test func `the first outcome counts, and nothing after the end`() {
        var reader = TranscriptReader(key: Self.key)
        let records: [Record] = [
            .outcome(slot: 0, Outcome(.number(1))), .outcome(slot: 0, Outcome(.number(2))), .numbers(slots: [0], [3]),
            .finished, .outcome(slot: 1, Outcome(.number(4))), .exhibit(.text("late")),
        ]
        reader.take(recorded: records.flatMap { Self.line($0) })
        reader.take(printed: Self.key.mark + Array("late\n".utf8))
        reader.end()
        #expect(reader.transcript.outcomes == [0: Outcome(.number(1))])
        #expect(reader.transcript.outputs == [:])
    }

    @Test func `records of a lesson that closed its standard output are kept in order`() {
        var reader = TranscriptReader(key: Self.key)
        reader.take(recorded: Self.records.flatMap { Self.line($0) })
        reader.end()
        #expect(reader.transcript.outputs == [0: [.exhibit(.text("a"))], 1: [.exhibit(.text("b"))]])
        #expect(reader.isFinished)
    }

    @Test func `what a lesson says of another file's lines is said of its own cell`() {
        let own = Place(file: "a.md", line: 3)
        let other = Place(file: "b.md", line: 1)
        var reader = TranscriptReader(key: Self.key, files: ["a.md"], places: [0: own])
        reader.take(printed: Self.key.mark)
        let claim = CellClaim(written: "1", outcome: Outcome(.number(1)), place: other)
        reader.take(
            recorded: Self.line(.cell(0)) + Self.line(.claim(0, claim))
                + Self.line(.stopped(Finding(.error, code: "lesson-stopped", at: other, "no"))))
        reader.end()
        #expect(reader.transcript.failures.map(\.place) == [own])
        guard case .claim(let found)? = reader.transcript.outputs[0]?.first else {
            Issue.record("\(reader.transcript)")
            return
        }
        #expect(found.place == own)
    }

    @Test func `a cause comes to the call it is for, also where two calls are alike and a later cell runs`() {
        let place = Place(file: "a.md", line: 3)
        let claim = CellClaim(written: "1", outcome: Outcome(.number(2)), place: place)
        let hint = Hint(cause: "sign", message: "a sign", value: 1)
        var reader = TranscriptReader(key: Self.key, files: ["a.md"], places: [0: place, 1: place])
        reader.take(
            recorded: Self.line(.cell(0)) + Self.line(.claim(0, claim)) + Self.line(.claim(1, claim)) + Self.line(.cell(1))
                + Self.line(.cause(.call(1), hint)) + Self.line(.cause(.call(9), hint)))
        reader.end()
        var explained = claim
        explained.outcome.explain(by: hint)
        #expect(reader.transcript.outputs == [0: [.claim(claim), .claim(explained)]])
    }

    @Test func `errors are cut where cells begin, and nowhere else`() {
        let forged = "\u{1E}cell 7\n"
        let text = Array("early".utf8) + Self.key.mark + Array(forged.utf8) + Self.key.mark + Array("b".utf8)
        let errors = CellErrors(text, mark: Self.key.mark, cells: [2, 5])
        #expect(errors.byCell == [2: "early" + forged, 5: "b"])
        #expect(errors.text == "early" + forged + "b")
    }
}
