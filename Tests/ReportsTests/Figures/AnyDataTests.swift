import Exhibits
import Foundation
import Testing

#if canImport(FoundationXML)
import FoundationXML
#endif

@testable import Reports

/// Whatever the data, a drawing is well-formed XML, its coordinates are finite and inside, and its ticks are few and distinct.
struct AnyDataTests {
    /// Numbers as they come when something went wrong, and when it went well.
    struct Source: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state >> 11 ^ state << 23
        }

        mutating func number() -> Double {
            let size = Double.random(in: -1...1, using: &self)
            return switch Int.random(in: 0..<12, using: &self) {
            case 0: .nan
            case 1: .infinity
            case 2: -.infinity
            case 3: 0
            case 4: size * 1e-300
            case 5: size * 1e300
            case 6: size * pow(10, Double.random(in: -300...300, using: &self))
            case 7: 1
            default: size * 10
            }
        }

        mutating func numbers(_ count: Int) -> [Double] {
            switch Int.random(in: 0..<5, using: &self) {
            case 0:
                let constant = number()
                return Array(repeating: constant, count: count)
            case 1: return (0..<count).map { Double($0) }
            case 2: return (0..<count).map { _ in Double.random(in: -1...1, using: &self) }
            default: return (0..<count).map { _ in number() }
            }
        }
    }

    static func figure(_ seed: UInt64) -> Figure {
        var source = Source(state: seed &* 977 &+ 1)
        for _ in 0..<8 { _ = source.next() }
        let count = [0, 1, 2, 3, 10, 40][Int.random(in: 0..<6, using: &source)]
        func range() -> ClosedRange<Double> {
            let (a, b) = (source.number(), source.number())
            guard a.isFinite, b.isFinite else { return 0...1 }
            return min(a, b)...max(a, b)
        }
        let scales: [LinePlot.Scale] = [.linear, .logarithmic]
        switch seed % 7 {
        case 0, 1:
            let series = (0..<(1 + Int(seed % 3))).map {
                LinePlot.Series(
                    "series <\($0)>", x: source.numbers(count), y: source.numbers(count),
                    band: count.isMultiple(of: 3)
                        ? LinePlot.Band(lower: source.numbers(count), upper: source.numbers(count + 1)) : nil)
            }
            return Figure(
                .lines(
                    LinePlot(
                        x: .init("x & x", scales[Int(seed / 6 % 2)]), y: .init("y", scales[Int(seed / 12 % 2)]), series: series,
                        marks: [.init(x: source.number(), y: source.number(), "mark")])))
        case 2:
            let field = PlanePlot.Field(xRange: range(), yRange: range(), columns: 4, values: source.numbers(16))
            let points = PlanePlot.Points("points", x: source.numbers(count), y: source.numbers(count))
            return Figure(
                .plane(
                    PlanePlot(
                        regions: [.init("r", field)], levels: .init(field, at: source.numbers(3)), points: [points],
                        paths: [points], ringed: points)))
        case 3:
            let rows = (0..<count).map { _ in source.numbers(Int.random(in: 0...5, using: &source)) }
            return Figure(
                .heat(
                    HeatMap(
                        rows: "r", columns: "c", rowNames: ["a"], columnNames: ["b", "c"], values: rows, format: .significant(3)
                    )))
        case 4:
            let images = (0..<count).map { _ in
                ImageGrid.Image(source.numbers(9), width: Int.random(in: 0...4, using: &source), caption: "c")
            }
            return Figure(.images(ImageGrid(images: images, sharesScale: seed % 4 < 2)))
        case 5:
            let steps = (0..<count).map { _ in
                UnrolledNetwork.Step(
                    input: source.numbers(Int.random(in: 0...3, using: &source)), state: source.numbers(2),
                    gradient: source.numbers(Int.random(in: 0...2, using: &source)), output: source.numbers(1))
            }
            return Figure(.unrolled(UnrolledNetwork(steps: steps)))
        default:
            let panels = (0..<Int.random(in: 0...4, using: &source)).map { _ in
                BarChart.Panel("p", labels: (0..<count).map { "\($0)" }, heights: source.numbers(count))
            }
            return Figure(.bars(BarChart(x: "x", y: "y", panels: panels, range: seed % 4 < 2 ? range() : nil)))
        }
    }

    @Test(arguments: 0..<20) func `any data give a drawing that can be shown`(block: UInt64) throws {
        for seed in block * 25..<(block + 1) * 25 {
            let figure = Self.figure(seed)
            let svg = SVG.file(of: figure, id: "f")
            let reader = DrawingReader()
            let parser = XMLParser(data: Data(svg.utf8))
            parser.delegate = reader
            #expect(parser.parse(), "seed \(seed): not well-formed")
            #expect(reader.problems.isEmpty, "seed \(seed): \(reader.problems.prefix(3))")
        }
    }

    @Test(arguments: 0..<50) func `ticks are few, in order, distinct and round`(seed: UInt64) {
        var source = Source(state: seed)
        let values = source.numbers(10)
        let ticks = LinearScale(showing: values, count: 5).ticks
        #expect((2...11).contains(ticks.count), "\(values)")
        #expect(ticks.map(\.position) == ticks.map(\.position).sorted())
        #expect(Set(ticks.map(\.label)).count == ticks.count, "\(ticks.map(\.label))")
    }
}

/// Looks at every coordinate of a drawing.
final class DrawingReader: NSObject, XMLParserDelegate {
    var problems: [String] = []
    private var width = 0.0
    private var height = 0.0

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String] = [:]
    ) {
        if name == "svg" {
            width = attributes["width"].flatMap(Double.init) ?? .nan
            height = attributes["height"].flatMap(Double.init) ?? .nan
            if !(width > 0 && height > 0 && width < 5000 && height < 5000) { problems.append("size \(width) × \(height)") }
        }
        for (key, size) in [
            ("x", width), ("x1", width), ("x2", width), ("cx", width), ("y", height), ("y1", height), ("y2", height),
            ("cy", height),
        ] {
            guard let text = attributes[key] else { continue }
            check(Double(text), size, "\(name) \(key)=\(text)")
        }
        for key in ["width", "height", "r"] {
            guard let text = attributes[key] else { continue }
            if let value = Double(text), value.isFinite, value >= 0 { continue }
            problems.append("\(name) \(key)=\(text)")
        }
        guard name == "path", let data = attributes["d"] else { return }
        let numbers = data.split { !($0.isNumber || $0 == "." || $0 == "-") }.map { Double($0) }
        for (index, number) in numbers.enumerated() {
            check(number, index % 2 == 0 ? width : height, "path \(data.prefix(40))")
        }
    }

    private func check(_ value: Double?, _ size: Double, _ place: String) {
        guard let value, value.isFinite, value >= -12, value <= size + 12 else { return problems.append(place) }
    }
}
