import Exhibits
import Foundation
import Lessons
import Testing

@testable import Publishing
@testable import Reports

/// What a student's page tells of a number that is typed into it: the real script, over what the build has written.
struct SelfCheckTests {
    private static let source = """
        ---
        self-check: together
        ---

        ::: {#exr-one}
        Compute [_.____](answer:a) and [(_.__, _.__)](answer:b){tolerance=0.05}.
        :::

        """
    private static let outcomes = [0: Outcome(.number(-0.75136507)), 1: Outcome(.vector([12.5, 0.005]))]

    private static func sheets(
        _ source: String, _ outcomes: [Int: Outcome] = outcomes, _ answers: AnswerSheet? = nil, rounds: Int = 20
    ) throws -> [CheckSheet] {
        var defaults = FrontMatter()
        defaults.edition = .student
        let lesson = Lesson.parsed(source: source, file: "a.md", defaults: defaults)
        try #require(lesson.findings.filter { $0.severity == .error }.isEmpty, "\(lesson.findings)")
        var transcript = Transcript(outcomes: outcomes)
        transcript.answers = answers
        let checks = SelfChecks(lesson, transcript, rounds: rounds)
        #expect(checks.findings.isEmpty)
        return checks.sheets
    }

    /// What the script says of texts in the fields of a group: marks, or a sentence, or what can't be read.
    private static func said(_ texts: [String], in group: CheckSheet.Group) throws -> String {
        let engine = try ScriptEngine()
        try engine.run(CheckScript.core)
        try engine.run(
            """
            function run(json, texts) {
              var group = JSON.parse(json), values = JSON.parse(texts).map(lecternCheck.number), said = '';
              if (values.indexOf(null) >= 0) return 'unreadable';
              function now(password, salt, rounds) {
                var work = lecternCheck.slowly(password, salt, rounds);
                while (!work.step(7)) {}
                return { then: function (next) { return next(work.key()); } };
              }
              var verdict = lecternCheck.judge(group, values, now);
              return verdict.words || verdict.marks.join(' ');
            }
            """)
        let encoder = JSONEncoder()
        return try engine.call(
            "run", String(decoding: encoder.encode(group), as: UTF8.self),
            String(decoding: encoder.encode(texts), as: UTF8.self))
    }

    /// The keys are those of Python's hashlib.
    @Test(arguments: [
        ("7514,-32", "379c7ea5810bffd3986ae427b05436b6ae70ce816c21e51df6a7eceeb582311d"),
        (String(repeating: "7", count: 100), "7cca79e9f669a3736b08793f98964af98a6c4bdb94474217fa7d3c710ebb96cd"),
    ]) func `build and script derive the key that a third party derives`(password: String, key: String) throws {
        let salt = Array(UInt8(0)..<16)
        let hex = { (bytes: [UInt8]) in bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }
        #expect(hex(SlowKey.derived(from: password, salt: salt, rounds: 50)) == key)
        let engine = try ScriptEngine()
        try engine.run(CheckScript.core)
        try engine.run(
            """
            function key(text) {
              var bytes = text.split('').map(function (letter) { return letter.charCodeAt(0); });
              var work = lecternCheck.slowly(bytes, [0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15], 50);
              while (!work.step(7)) {}
              return work.key().map(function (byte) { return (byte < 16 ? '0' : '') + byte.toString(16); }).join('');
            }
            """)
        #expect(try engine.call("key", password) == key)
    }

    @Test(arguments: [
        (["-0.7514", "12.5", "0.005"], "right right right"), (["−0,7514", "12,52", "0.05"], "right right right"),
        (["-0.75137", "12.46", "0"], "right right right"), (["-7.514·10^-1", "1.25e1", "0.00"], "right right right"),
        (["-0.7515", "12.5", "0"], "nearly right right"), (["-0.7513", "12.6", "0"], "nearly nearly right"),
        (["-0.7524", "12.5", "0"], "  "), (["0.7514", "12.5", "0"], "  "), (["-0.7514", "13", "0"], "  "),
        (["-0.7514", "12.5", "1"], "  "), (["-0.7514", "12.5", "half"], "unreadable"),
        (["-0.7514", "12.5", "1.2.3"], "unreadable"), (["-٠٫٧٥١٤", "١٢٫٥", "0"], "right right right"),
    ]) func `numbers are right within their tolerance, nearly right one step off, and only all together`(
        texts: [String], expected: String
    ) throws {
        let sheet = try #require(Self.sheets(Self.source).first)
        #expect(sheet.groups.count == 1 && sheet.groups[0].fields.map(\.grid) == [1e-4, 0.1, 0.1])
        #expect(try Self.said(texts, in: sheet.groups[0]) == expected)
    }

    @Test func `what each asks for is checked alone, parts by parts, and nothing where it is off`() throws {
        let source = """
            ::: {#exr-one check=parts}
            [_._](answer:a)

            ::: part
            [_._](answer:b) [_._](answer:c)
            :::

            ::: part
            [_._](answer:d)
            :::
            :::

            """
        let outcomes = Dictionary(uniqueKeysWithValues: (0..<4).map { ($0, Outcome(.number(Double($0) + 0.5))) })
        func groups(_ check: String) throws -> [[Int]] {
            try Self.sheets(source.replacing("check=parts", with: check), outcomes).flatMap(\.groups).map {
                $0.fields.map(\.blank)
            }
        }
        #expect(try groups("check=parts") == [[1], [2, 3], [4]])
        #expect(try groups("check=each") == [[1], [2], [3], [4]])
        #expect(try groups("check=together") == [[1, 2, 3, 4]] && groups("") == [[1, 2, 3, 4]])
        #expect(try groups("check=off") == [])
        let wrong = Lesson.parsed(source: source.replacing("parts", with: "often"), file: "a.md").findings
        #expect(wrong.contains { $0.code == "bad-value" && $0.message.contains("off, together, parts or each") })
    }

    /// w = 2 and x = 0.30, z = w·x = 0.6000, y = z·w = 1.2000.
    private static let chain = RecordedGraph(
        shape: RecordedGraph.Shape(
            nodes: [
                .init("given", [], role: "parameter", name: "w"), .init("given", [], role: "input", name: "x"),
                .init("product", [0, 1], role: "result", name: "z"), .init("product", [2, 0], role: "result", name: "y"),
            ], titles: [], root: 3), givens: [2, 0.3])

    private static func chained(_ check: String) throws -> [CheckSheet.Group] {
        let slip = Misconception("sign", "the sign turned round", -0.6, isCommon: true)
        let sheet = AnswerSheet(
            graphs: [chain],
            answers: [
                .init(slot: 0, entry: 0, graph: 0, quantity: .value(2), misconceptions: [slip]),
                .init(
                    slot: 1, entry: 0, graph: 0, quantity: .value(3),
                    misconceptions: [
                        Misconception("factor", "twice the number", 2.4, isCommon: true),
                        Misconception("factor", "nearly the number", 1.20007, isCommon: true),
                    ]),
            ])
        return try sheets(
            "::: {#exr-one check=\(check)}\n[_.____](answer:z) [_.____](answer:y)\n:::\n",
            [0: Outcome(.number(0.6)), 1: Outcome(.number(1.2))], sheet
        ).flatMap(\.groups)
    }

    @Test func `of a known slip it is said which, and of what follows from it that it does`() throws {
        let both = try Self.chained("together")[0]
        #expect(try Self.said(["0.6", "1.2"], in: both) == "right right")
        #expect(
            try Self.said(["-0.6", "-1.2"], in: both)
                == "Blank 1 looks like this slip: the sign turned round. What comes behind it follows from that.")
        #expect(
            try Self.said(["0.6", "2.4"], in: both)
                == "Blank 2 looks like this slip: twice the number. What comes behind it follows from that.")
        // One that rounding could come from is no slip, and one beside another slip is none that is known.
        #expect(try Self.said(["0.6", "1.2001"], in: both) == "right nearly")
        #expect(try Self.said(["-0.6", "2.4"], in: both) == " ")
        let each = try Self.chained("each")
        #expect(try Self.said(["-0.6"], in: each[0]) == "It looks like this slip: the sign turned round.")
        #expect(
            try Self.said(["-1.2"], in: each[1])
                == "It follows from a slip in blank 1: the sign turned round. Go on from there.")
    }

    @Test func `nothing in a sheet is a number of the answer, and who tries all numbers but the right ones is told nothing`()
        throws
    {
        let group = try Self.chained("each")[0]
        let json = try CheckSheet(groups: [group]).json
        for answer in ["0.6", "6000", "sign"] { #expect(!json.contains(answer), "\(answer)") }
        for share in stride(from: 0.0, to: 1, by: 0.05) where abs(share - 0.6) > 0.01 {
            #expect(try Self.said(["\(share)"], in: group) == "")
        }
        // The same numbers elsewhere have another key.
        #expect(try Self.chained("each")[0].salt != Self.chained("each")[1].salt)
    }

    @Test func `the work of one page has an end`() throws {
        let blanks = String(repeating: "[_._](answer:a) ", count: 301)
        var defaults = FrontMatter()
        defaults.edition = .student
        let lesson = Lesson.parsed(source: "::: {#exr-one check=each}\n\(blanks)\n:::\n", file: "a.md", defaults: defaults)
        let outcomes = Dictionary(uniqueKeysWithValues: (0..<301).map { ($0, Outcome(.number(0.5))) })
        let checks = SelfChecks(lesson, Transcript(outcomes: outcomes), rounds: 1)
        #expect(checks.findings.map(\.code) == ["too-many-checks"] && checks.sheets.isEmpty)
        #expect(SlowKey.rounds >= 300_000)
    }
}
