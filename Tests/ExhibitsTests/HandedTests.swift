import Testing

@testable import Exhibits

struct HandedTests {
    @Test func `what a program hands over comes back as it was`() {
        let all = [
            Question(slot: 3, expression: .element(.name("pass"), .text("w\"5\u{1F}")), written: "−0.25"),
            Question(slot: 4, expression: .combined(.name("a"), .minus, .decimal(0.1))),
            Question(
                slot: 5, expression: .call(.name("f"), "of", [.init(label: "x", value: .negated(.integer(-3)))]), written: ""),
            Question(
                slot: 6,
                expression: .function("max", [.init(label: nil, value: .member(.element(.name("x"), .integer(2)), "y"))])),
            Question(
                slot: 7,
                expression: .combined(.negated(.combined(.decimal(-0.0), .by, .text(""))), .times, .function("f", []))),
        ]
        #expect(Handed.value([Question].self, from: Handed.text(all)) == all)
        #expect(Handed.value([Question].self, from: String(Handed.text(all).dropLast(8))) == nil)
        #expect(Handed.value([Question].self, from: "") == nil)
    }

    @Test func `a word is found wherever it stands`() {
        #expect("await x".holds("await") && "x await".holds("await") && "awawait".holds("await") && "−await".holds("await"))
        #expect(!"awai".holds("await") && !"".holds("await") && !"a w a i t".holds("await"))
    }
}
