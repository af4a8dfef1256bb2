import Exhibits
import Testing

/// What would break: a figure of nonsense traps or fills the memory before anybody could say that it is nonsense.
struct SafeArithmeticTests {
    @Test(arguments: [
        NumberFormat.decimals(.max), .decimals(.min), .significant(.max), .significant(.min), .scientific(.max),
        .scientific(.min),
    ])
    func `a number is written with any format`(format: NumberFormat) {
        for value in [0, 1, -2.5, 1e-300, 1e300, Double.leastNonzeroMagnitude] {
            #expect(format.text(value).utf8.count < 3000)
            let table = Table(columns: [.init(.text("a"))], rows: [[.number(value, format)], [.number(1e9, format)]])
            #expect(table.formatted(digits: 4).rows.count == 2)
        }
    }

    @Test func `left out units are counted as far as a network can have them`() {
        let huge = NetworkDiagram.Node(id: "a", label: "9223372036854775807 more", role: .elided)
        let few = NetworkDiagram.Node(id: "b", label: "12 more", role: .elided)
        #expect(NetworkDiagram(columns: [.init("x", [huge, huge]), .init("y", [few, few])], edges: []).shape == "0–24")
    }

    @Test func `pictures without a row add no column to their numbers`() {
        let grid = ImageGrid(images: [.init([1, 2], width: 2), .init([], width: .max), .init([1], width: -3)])
        let tables = Figure(.images(grid), alternative: "").numbers
        #expect(tables.map(\.columns.count) == [4])
        #expect(tables.map(\.rows.count) == [1])
    }

    @Test func `a text is cut between characters, with an ellipsis`() {
        #expect("abc".cut(toBytes: 3) == "abc")
        #expect("aäb".cut(toBytes: 2) == "a…")
        // One character of many bytes.
        #expect(("e" + String(repeating: "\u{301}", count: 100_000)).cut(toBytes: 9).utf8.count <= 12)
    }
}
