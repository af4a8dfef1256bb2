import Exhibits
import Foundation
import Testing

@testable import Reports

struct MarchingSquaresTests {
    /// A cone: the distance from the middle.
    static let cone = PlanePlot.Field(xRange: -1...1, yRange: -1...1, columns: 81, rows: 81) {
        ($0 * $0 + $1 * $1).squareRoot()
    }

    @Test func `a level of a cone is one ring at the right distance`() throws {
        let lines = MarchingSquares(Self.cone, closed: false).lines(at: 0.5)
        let ring = try #require(lines.first)
        #expect(lines.count == 1 && ring.first == ring.last)
        for point in ring {
            let (x, y) = (2 * point.x - 1, 2 * point.y - 1)
            #expect(abs((x * x + y * y).squareRoot() - 0.5) < 1e-3)
        }
    }

    @Test func `an outline follows the edge of the plot where the region does`() {
        let slope = PlanePlot.Field(xRange: 0...1, yRange: 0...1, columns: 5, rows: 5) { x, _ in x - 0.3 }
        let outline = MarchingSquares(slope, closed: true).lines(at: 0)
        #expect(outline.count == 1)
        // The area right of 0.3, by the shoelace formula.
        let ring = outline.first ?? []
        let area = abs(zip(ring, ring.dropFirst()).reduce(0) { $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y }) / 2
        #expect(abs(area - 0.7) < 1e-9)
    }

    @Test func `nothing is above the highest value`() {
        #expect(MarchingSquares(Self.cone, closed: true).lines(at: 9).isEmpty)
    }

    @Test func `a field without numbers has no lines`() {
        let field = PlanePlot.Field(xRange: 0...1, yRange: 0...1, columns: 3, values: Array(repeating: .nan, count: 9))
        #expect(MarchingSquares(field, closed: true).lines(at: 0).isEmpty)
        #expect(MarchingSquares(.init(xRange: 0...1, yRange: 0...1, columns: 0, values: []), closed: true).lines(at: 0).isEmpty)
    }
}
