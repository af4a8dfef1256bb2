import Exhibits
import Foundation
import Testing

@testable import Reports

/// What would break: a reader who doesn't see a drawing, or wants to compute with it, finds other numbers than it shows, or none.
struct FigureNumbersTests {
    @Test(arguments: Samples.figures.map(\.name))
    func `every kind of figure has its data as tables of equal rows`(name: String) throws {
        let figure = try #require(Samples.figures.first { $0.name == name }).figure
        #expect(!figure.numbers.isEmpty)
        for table in figure.numbers { #expect(table.rows.allSatisfy { $0.count == table.columns.count }) }
    }

    @Test func `whatever the data, every row has a cell for each column`() {
        for seed in 0..<200 as Range<UInt64> {
            for table in AnyDataTests.figure(seed).numbers {
                #expect(table.rows.allSatisfy { $0.count == table.columns.count }, "seed \(seed)")
            }
        }
    }

    @Test func `curves over the same places stand beside each other, others below each other`() {
        let shared = LinePlot(
            x: .init("epochs"), y: .init("loss"),
            series: [.init("a", x: [0, 1], y: [0.5, 0.25]), .init("b", x: [0, 1], y: [1, 2])])
        #expect(Figure(.lines(shared)).numbers.map(\.csv) == ["epochs,a,b\r\n0,0.5,1\r\n1,0.25,2\r\n"])
        let apart = LinePlot(
            x: .init(""), y: .init(""), series: [.init("a, the first", x: [0], y: [0.5]), .init("b", x: [1], y: [.nan])])
        #expect(Figure(.lines(apart)).numbers.map(\.csv) == ["curve,x,y\r\n\"a, the first\",0,0.5\r\nb,1,nan\r\n"])
    }

    @Test func `a band is drawn behind its curve, and its edges stand in the data and in the words`() {
        let plot = LinePlot(
            x: .init("epochs"), y: .init("loss"),
            series: [.init("a", x: [0, 1], y: [0.5, 0.25], band: .init(lower: [0.25, 0.125], upper: [1, 0.5]))])
        let figure = Figure(.lines(plot))
        #expect(figure.numbers.map(\.csv) == ["epochs,a,a from,a to\r\n0,0.5,0.25,1\r\n1,0.25,0.125,0.5\r\n"])
        #expect(figure.alternative.contains("its band ends at 0.125 to 0.5"), "\(figure.alternative)")
        let svg = SVG.file(of: figure, id: "band")
        let (area, curve) = (svg.range(of: "class=\"region s1\""), svg.range(of: "class=\"curve s1\""))
        #expect(area != nil && curve != nil && area?.lowerBound ?? svg.endIndex < curve?.lowerBound ?? svg.startIndex)
    }

    @Test func `an edge that the axes can't show breaks a band, and edges of other lengths draw what they have`() {
        let band = LinePlot.Band(lower: [0.25, -1, 0.125, 0.1, 0.1], upper: [1, 0.5, 0.5])
        let plot = LinePlot(
            x: .init(""), y: .init("", .logarithmic),
            series: [.init("a", x: [0, 1, 2, 3], y: [0.5, 0.3, 0.25, 0.2], band: band)])
        let figure = Figure(.lines(plot))
        #expect(SVG.file(of: figure, id: "band").contains("<svg"))
        for table in figure.numbers { #expect(table.rows.allSatisfy { $0.count == table.columns.count }) }
    }

    @Test func `a surface is a grid with its highest row first, a decision the region at each place`() {
        let field = PlanePlot.Field(xRange: 0...1, yRange: 0...2, columns: 2, values: [1, 2, 3, 4])
        let surface = Figure(.plane(PlanePlot(x: "u", y: "v", levels: .init(field, at: [2]))))
        #expect(surface.numbers.map(\.csv) == ["v \\ u,0,1\r\n2,3,4\r\n0,1,2\r\n"])
        let side = PlanePlot.Field(xRange: 0...1, yRange: 0...2, columns: 2, values: [1, -1, -1, -1])
        let regions = Figure(.plane(PlanePlot(x: "u", y: "v", regions: [.init("left", side)])))
        #expect(regions.numbers.map(\.csv) == ["v \\ u,0,1\r\n2,,\r\n0,left,\r\n"])
    }

    @Test func `a histogram says where each bar begins and ends`() {
        let chart = BarChart(
            x: "weight", y: "count", panels: [.init("", labels: ["-1", "0"], heights: [3, 4])], range: -1...1)
        #expect(Figure(.bars(chart)).numbers.map(\.csv) == ["weight from,to,count\r\n-1,0,3\r\n0,1,4\r\n"])
    }

    @Test func `names of a network are formulas`() {
        let names = Figure(.network(Samples.withGradients)).numbers[0].rows.map { $0[0] }
        #expect(names.first == .tex("w_{11}^{(1)}"))
        #expect(Figure(.network(Samples.twoTwoTwo)).numbers[1].rows.map { $0[0] }.first == .tex("i_{1}"))
        #expect(Figure(.graph(Samples.expression)).numbers[0].rows[0][0] == .text("x"))
    }

    @Test func `an excerpt keeps the first and the last row and column`() {
        let table = Table(
            columns: (0..<30).map { .init(.text("\($0)")) },
            rows: (0..<2001).map { row in (0..<30).map { .number(Double(row * 30 + $0), nil) } })
        let excerpt = table.excerpt(rows: 24, columns: 12)
        #expect((excerpt.rows.count, excerpt.columns.count) == (24, 12))
        #expect(excerpt.rows.first?.first == .number(0, nil))
        #expect(excerpt.rows.last?.last == .number(60029, nil))
        #expect(table.excerpt(rows: 2001, columns: 30) == table)
    }
}
