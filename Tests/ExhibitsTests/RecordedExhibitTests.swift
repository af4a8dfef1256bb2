import Exhibits
import Foundation
import Testing

/// What a lesson shows travels between two processes as text: nothing may be lost on the way.
struct RecordedExhibitTests {
    static let working = Working(subject: "f", title: "f", steps: [.init("First:", ["f &= 1"])], folds: true)
    static let diagram = NetworkDiagram(
        columns: [
            .init("input", [.init(id: "i1", label: "i1", role: .input, value: 0.1)]),
            .init("output", [.init(id: "o1", label: "o1", role: .output, value: -0.0, gradient: 1e-300)]),
        ], edges: [.init(from: "i1", to: "o1", label: "w1", weight: 2.0 / 3, gradient: .leastNonzeroMagnitude)])
    static let exhibits: [Exhibit] = [
        .text("a\u{1F}b\n\u{2028}"), .markdown("**x**"), .mathematics("\\frac{1}{2}"), .working(working),
        .table(Table(columns: [.init(.text("x"), .trailing)], rows: [[.number(2.0 / 3, nil)], [.tex("\\vdots")], [.empty]])),
        .figure(Figure(.network(diagram), caption: "c", alternative: "a")),
        .explorable(
            Explorable(
                figure: Figure(.network(diagram)),
                parts: [
                    .init(id: "w1", title: "w1", entries: [.init("w_1", 2.0 / 3)], working: working, path: ["o1"])
                ], walk: [.init("o1", "$x$")])),
        .group([.text(""), .group([.text("deep")])]),
    ]

    @Test(arguments: exhibits)
    func `an exhibit comes back as it was, to the last bit`(exhibit: Exhibit) throws {
        let back = try JSONDecoder().decode(Exhibit.self, from: JSONEncoder().encode(exhibit))
        #expect(back == exhibit)
    }

    @Test func `a curve comes back to the last bit, as bits from a lesson and as a list from anybody`() throws {
        let numbers = [
            0.1, -0.0, .leastNonzeroMagnitude, .infinity, -.infinity, .nan, Double(bitPattern: 0x7FF8_0000_0000_0001), .pi,
        ]
        let series = LinePlot.Series("a", x: numbers, y: [])
        let bits = numbers.map(\.bitPattern)
        let figure = Exhibit.figure(Figure(.lines(LinePlot(x: .init("x"), y: .init("y"), series: [series]))))
        let key = RecordKey()
        let line = try RecordSequence.encoded(.exhibit(figure), key: key)
        #expect(!String(decoding: line, as: UTF8.self).contains("0.1"))
        guard case .exhibit(.figure(let back)) = try RecordSequence.decoded(line.dropFirst(key.bytes.count)),
            case .lines(let plot) = back.drawing
        else {
            Issue.record("another exhibit came back")
            return
        }
        #expect(plot.series.map { $0.x.map(\.bitPattern) } == [bits])
        // What others read is a list.
        let finite = LinePlot.Series("a", x: [0.1, 2], y: [1])
        let text = try String(decoding: JSONEncoder().encode(finite), as: UTF8.self)
        #expect(text.contains("[0.1,2]"))
        #expect(try JSONDecoder().decode(LinePlot.Series.self, from: Data(text.utf8)) == finite)
    }

    @Test(arguments: ["\"AAAA\"", "\"x\"", "\"AAAAAAAA8D8AAAAAAADwPw\"", "7", "[\"a\"]", "null"])
    func `what is neither numbers nor their bytes is refused`(json: String) {
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(NumbersAsBits.self, from: Data(json.utf8)) }
    }
}
