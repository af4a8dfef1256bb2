import Exhibits
import Foundation
import Lessons
import Reports
import Testing
import Storage

@testable import Publishing

@Suite struct PackedTests {
    @Test func whatIsPackedComesBackAsItWas() throws {
        let record = Self.record
        let back = try Packed.value(PageRecord.self, from: Packed.bytes(of: record))
        // Whatever a record is made of, JSON has it all.
        #expect(try Self.json(back) == Self.json(record))
    }

    @Test func theDetailsOfAPageComeBackAsTheyWere() throws {
        var links = PageLinks()
        links.targets = ["b.html#x"]
        links.anchors = ["x", "y"]
        let result = Self.record.result
        let details = PageDetails(
            runInputs: ["program": Digest(of: "digest")], claims: result.claims, unclaimed: result.unclaimed,
            links: ["a.html": links])
        let back = try Packed.value(PageDetails.self, from: Packed.bytes(of: details))
        #expect(try Self.json(back) == Self.json(details))
    }

    @Test func everyKindOfValueComesBack() throws {
        #expect(try Self.again([Int.min, -1, 0, 63, 64, Int.max]) == [Int.min, -1, 0, 63, 64, Int.max])
        #expect(try Self.again(["", "a", "déjà ∂", "a"]) == ["", "a", "déjà ∂", "a"])
        #expect(try Self.again([true, false, nil]) == [true, false, nil])
        #expect(try Self.again([1: [2: "three"]]) == [1: [2: "three"]])
        #expect(try Self.again(["a": ["b": 1.5]]) == ["a": ["b": 1.5]])
        #expect(try Self.again([Int8.min, .max]) == [Int8.min, .max])
        #expect(try Self.again([UInt16.max]) == [UInt16.max])
        #expect(try Self.again(Shape.circle(radius: 2)) == .circle(radius: 2))
        #expect(try Self.again([Shape.point, .named("a", nil)]) == [.point, .named("a", nil)])
        let numbers = [0.1, -0.0, .infinity, -.infinity, .nan, Double.leastNonzeroMagnitude, .greatestFiniteMagnitude]
        #expect(try Self.again(numbers).map(\.bitPattern) == numbers.map(\.bitPattern))
        #expect(try Self.again([Float(0.1)]) == [0.1])
    }

    @Test func aFieldMoreOrLessIsNoDamage() throws {
        let bytes = try Packed.bytes(of: Longer(first: 1, second: "two", third: [3]))
        #expect(try Packed.value(Shorter.self, from: bytes) == Shorter(third: [3], first: 1, fourth: nil))
    }

    /// A cache may be cut off or written over at any place: that is as good as no cache, and never a crash.
    @Test func damagedBytesAreAnErrorWhereverTheDamageIs() throws {
        let bytes = try Packed.bytes(of: Self.record)
        for length in 0..<bytes.count {
            #expect(throws: DecodingError.self) { try Packed.value(PageRecord.self, from: Array(bytes[..<length])) }
        }
        for place in bytes.indices {
            for wrong: UInt8 in [0, 5, 7, 0x80, 0xFF] {
                var damaged = bytes
                damaged[place] = wrong
                _ = try? Packed.value(PageRecord.self, from: damaged)
            }
        }
    }

    @Test func aTextThatStandsManyTimesIsWrittenOnce() throws {
        let once = try Packed.bytes(of: [String(repeating: "lesson", count: 100)])
        let often = try Packed.bytes(of: Array(repeating: String(repeating: "lesson", count: 100), count: 100))
        #expect(often.count < once.count + 400)
    }

    private static var record: PageRecord {
        var claim = CourseResult.ClaimLine(
            place: Place(file: "a.md", line: 3, column: 4), written: "0.5", expression: "x", verdict: "wrong", computed: "0.6",
            holds: false, correction: "0.6", causes: [Hint(cause: "sign", message: "the sign", value: -.infinity)],
            bytes: 10..<13)
        claim.anchor = "claim-1"
        claim.numbers = [claim]
        var result = CourseResult.LessonResult(
            file: "a.md", title: "A", claims: [claim],
            findings: [
                Finding(.warning, .claim, code: "c", at: Place(file: "a.md", line: 1), length: 2, "message", notes: ["note"])
            ], reason: "because")
        result.unclaimed = [.init("7", at: Place(file: "a.md", line: 9))]
        let digest = Digest(of: "digest")
        return PageRecord(
            inputs: ["lesson": digest, "site": Digest(of: "site")], mentioned: ["t.csv"], tree: digest, result: result,
            entry: LessonEntry(
                name: "a", title: "A", description: "words", date: "2026-11-28",
                labels: Lesson.parsed(source: "# A {#sec-a}\n\n## B {#sec-b}\n", file: "a.md").labels),
            files: ["a.html": digest], verification: digest, details: digest)
    }

    private static func again<Value: Codable>(_ value: Value) throws -> Value {
        try Packed.value(Value.self, from: Packed.bytes(of: value))
    }

    private static func json(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        encoder.nonConformingFloatEncodingStrategy = .convertToString(
            positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}

private enum Shape: Codable, Equatable {
    case point
    case circle(radius: Double)
    case named(String, Int?)
}

private struct Longer: Codable {
    var first: Int
    var second: String
    var third: [Int]
}

private struct Shorter: Codable, Equatable {
    var third: [Int]
    var first: Int
    var fourth: String?
}
