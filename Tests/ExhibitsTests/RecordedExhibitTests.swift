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
}
