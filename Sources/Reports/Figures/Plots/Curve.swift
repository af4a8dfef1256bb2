/// A line through many points, thinned to what can be seen.
struct Curve {
    /// Unbroken stretches: a value without a place breaks the line.
    let pieces: [[Point]]

    init(_ points: [Point?]) {
        var pieces: [[Point]] = []
        var piece: [Point] = []
        for point in points {
            if let point {
                piece.append(point)
            } else if !piece.isEmpty {
                pieces.append(piece)
                piece = []
            }
        }
        if !piece.isEmpty { pieces.append(piece) }
        self.pieces = pieces.map { Self.withoutStraightPoints(Self.thinned($0)) }
    }

    /// Path data; a single point becomes a line of no length, which a round cap makes a dot.
    var path: String {
        pieces.map { piece in
            guard let first = piece.first else { return "" }
            let rest = piece.count == 1 ? [first] : Array(piece.dropFirst())
            return "M\(n(first.x)) \(n(first.y))L"
                + rest.map { "\(n($0.x)) \(n($0.y))" }.joined(separator: " ")
        }.joined()
    }

    /// Within one pixel column only the first, highest, lowest and last point are seen.
    private static func thinned(_ points: [Point]) -> [Point] {
        guard points.count > 1000 else { return points }
        var result: [Point] = []
        var index = 0
        while index < points.count {
            let column = points[index].x.rounded(.down)
            var end = index
            while end < points.count, points[end].x.rounded(.down) == column { end += 1 }
            let range = index..<end
            let highest = range.min { points[$0].y < points[$1].y } ?? index
            let lowest = range.max { points[$0].y < points[$1].y } ?? index
            for kept in Set([index, highest, lowest, end - 1]).sorted() { result.append(points[kept]) }
            index = end
        }
        return result
    }

    /// Drops points that lie on the line between their neighbours to a tenth of a pixel.
    private static func withoutStraightPoints(_ points: [Point]) -> [Point] {
        guard points.count > 2 else { return points }
        var kept = [points[0]]
        var anchor = 0
        for index in 2..<points.count {
            let (a, b) = (points[anchor], points[index])
            let isStraight = (anchor + 1..<index).allSatisfy { distance(points[$0], from: a, to: b) < 0.1 }
            if !isStraight || index - anchor > 200 {
                kept.append(points[index - 1])
                anchor = index - 1
            }
        }
        kept.append(points[points.count - 1])
        return kept
    }

    private static func distance(_ p: Point, from a: Point, to b: Point) -> Double {
        let along = b - a
        guard along.length > 0 else { return (p - a).length }
        let isBetween = (p.x - a.x) * along.x + (p.y - a.y) * along.y >= 0 && (p.x - b.x) * along.x + (p.y - b.y) * along.y <= 0
        return isBetween ? abs((p.x - a.x) * along.y - (p.y - a.y) * along.x) / along.length : .infinity
    }
}
