import Exhibits
import Testing

@testable import Cells

/// What would break: a lesson's process sends a number that no arithmetic bears, and takes the whole course down with it.
struct RecordBoundsTests {
    private static let place = Place(file: "a.md", line: 3)

    private static func read(_ records: [Record]) -> TranscriptReader {
        var reader = TranscriptReader(key: TranscriptReaderTests.key, files: ["a.md"], places: [0: place])
        for record in records {
            reader.take(recorded: TranscriptReaderTests.line(record))
            if record.standsAmongPrints { reader.take(printed: TranscriptReaderTests.key.mark) }
        }
        reader.end()
        return reader
    }

    private static func figure(_ drawing: Figure.Drawing) -> Record {
        .exhibit(.figure(Figure(drawing, alternative: "a")))
    }

    private static func field(_ columns: Int) -> PlanePlot.Field {
        PlanePlot.Field(xRange: 0...1, yRange: 0...1, columns: columns, values: [1, 2])
    }

    private static func heat(_ format: NumberFormat) -> Record {
        figure(.heat(HeatMap(rowNames: [], columnNames: [], values: [[1]], format: format)))
    }

    static let refused: [Record] = [
        figure(.images(ImageGrid(images: [.init([1, 2, 3], width: -3)]))),
        figure(.images(ImageGrid(images: [.init([1, 2, 3], width: .max)]))),
        // Each picture is small, and the table of their numbers would not be.
        figure(
            .images(
                ImageGrid(
                    images: [.init(.init(repeating: 0, count: 9000), width: 9000)]
                        + .init(
                            repeating: .init([1], width: 1), count: 1000)))),
        heat(.decimals(.max)), heat(.decimals(-1)), heat(.significant(.min)), heat(.scientific(.max)),
        figure(.graph(ComputationGraph(nodes: [], edges: [], format: .scientific(.max)))),
        figure(.plane(PlanePlot(regions: [.init("r", field(.max))]))),
        figure(.plane(PlanePlot(levels: .init(field(.max / 2), at: [0.5])))),
        figure(.plane(PlanePlot(levels: .init(field(-1), at: [0.5])))),
        .exhibit(.table(Table(columns: [.init(.number(1, .decimals(.max)))], rows: []))),
        .exhibit(.group([.table(Table(columns: [], rows: [[.number(1, .significant(.min))]]))])),
        .exhibit(.frames(FrameSequence("f", frames: [], numbers: Table(columns: [], rows: [[.number(1, .decimals(.max))]])))),
        .exhibit(.text(String(repeating: "a", count: 2 << 20))),
        .redrawn(["a": .max]), .redrawn(["a": -1]), .cell(.max), .cell(-1), .numbers(slots: [.min], [1]),
        .outcome(slot: .max, Outcome(.number(1))),
        .quantities([NamedNumber("x", 1, .value(QuantityIdentity(key: "x", indexedKey: "x", unit: .max)))]),
        .answers(AnswerSheet(answers: [.init(slot: 0, entry: .max)])),
        .answers(AnswerSheet(answers: [.init(slot: 0, entry: 0, graph: 0)])),
        .answers(
            AnswerSheet(graphs: [RecordedGraph(shape: .init(nodes: [], titles: [], root: 1), givens: [])], answers: [])),
        .claim(0, CellClaim(written: String(repeating: "ab ", count: 100_000), outcome: Outcome(.boolean(true)), place: place)),
    ]

    @Test(arguments: refused.indices)
    func `a record out of bounds counts for nothing, and the lesson fails with a sentence`(index: Int) {
        let reader = Self.read([Self.refused[index], .exhibit(.text("after"))])
        #expect(reader.transcript.failures.map(\.code) == ["refused-record"])
        #expect(reader.transcript.failures.map(\.place) == [Self.place])
        #expect((reader.transcript.failures.first?.message.utf8.count ?? 0) < 300)
        #expect(reader.transcript.outputs == [0: [.exhibit(.text("after"))]])
        #expect(reader.transcript.redrawn == nil && reader.transcript.outcomes.isEmpty)
    }

    @Test func `what lessons really send is taken`() {
        let plane = PlanePlot.Field(xRange: 0...1, yRange: 0...1) { $0 + $1 }
        let records: [Record] = [
            Self.figure(.images(ImageGrid(images: [.init([1, 2, 3, 4], width: 2)]))), Self.heat(.decimals(17)),
            Self.figure(.plane(PlanePlot(regions: [.init("r", plane)]))), .redrawn(["a": 3]), .redrawn(["a": 4]),
            .outcome(slot: 0, Outcome(.integer(.max))),
        ]
        let reader = Self.read(records)
        #expect(reader.transcript.failures.isEmpty)
        #expect(reader.transcript.outputs[0]?.count == 3)
        #expect(reader.transcript.redrawn == ["a": 7])
        #expect(reader.transcript.outcomes[0]?.value == .integer(.max))
    }

    @Test(arguments: [(Int.max, 1), (1, Int.max), (.min, .min), (0, 1), (1, -9)])
    func `an impossible line is the cell's own`(line: Int, column: Int) {
        let place = Place(file: "a.md", line: line, column: column)
        let claim = CellClaim(written: "1", outcome: Outcome(.number(2)), place: place)
        let reader = Self.read([.claim(0, claim), .stopped(Finding(.error, code: "x", at: place, length: .max, "m"))])
        #expect(reader.transcript.failures.map(\.place) == [Self.place])
        #expect(reader.transcript.failures.allSatisfy { (0...100_000).contains($0.length) })
        guard case .claim(let found)? = reader.transcript.outputs[0]?.first else {
            Issue.record("\(reader.transcript)")
            return
        }
        #expect(found.place == Self.place)
    }

    @Test func `texts of megabytes are cut`() {
        let big = String(repeating: "ä", count: 1 << 20)
        let hint = Hint(cause: big, message: big, value: 1)
        let finding = Finding(
            .error, code: big, at: Self.place, big, notes: Array(repeating: big, count: 40), end: .trapped(big))
        let reader = Self.read([
            .outcome(slot: 0, Outcome(.number(1), failure: big, hints: [hint])), .cause(.slot(0), hint), .stopped(finding),
        ])
        let outcome = reader.transcript.outcomes[0]
        #expect((outcome?.failure?.utf8.count ?? 0) < 11_000)
        #expect(outcome?.hints.allSatisfy { $0.message.utf8.count < 11_000 && $0.cause.utf8.count < 200 } == true)
        #expect(reader.transcript.failures.allSatisfy { $0.message.utf8.count < 11_000 && $0.notes.count == 20 })
    }

    @Test func `a lesson makes so many claims by calls and no more`() {
        let claim = CellClaim(written: "1", outcome: Outcome(.number(1)), place: Self.place)
        var reader = TranscriptReader(key: TranscriptReaderTests.key, files: ["a.md"], places: [0: Self.place])
        let line = TranscriptReaderTests.line(.claim(0, claim))
        for _ in 0...LessonProgram.mostSlots { reader.take(recorded: line) }
        reader.end()
        #expect(reader.transcript.outputs[0]?.count == LessonProgram.mostSlots)
        #expect(reader.transcript.failures.map(\.code) == ["refused-record"])
    }
}
