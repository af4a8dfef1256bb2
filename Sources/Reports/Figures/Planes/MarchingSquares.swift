import Exhibits

/// Lines along which a field has a given value, traced through the cells of its grid with straight pieces (marching squares;
/// W. Lorensen and H. Cline, *Marching cubes*, SIGGRAPH 1987, in two dimensions).
struct MarchingSquares {
    private let columns: Int
    private let rows: Int
    private let values: [Double]
    /// Places of grid columns and rows, 0…1; a rim of a second point at both ends makes outlines close there.
    private let xs: [Double]
    private let ys: [Double]

    /// With `closed` the lines are the outlines of where the field is above the level, edges of the plot included.
    init(_ field: PlanePlot.Field, closed: Bool) {
        let (width, height) = (field.columns, field.rows)
        let inner = field.values.map { $0.isFinite ? $0 : -Double.greatestFiniteMagnitude }
        func places(_ count: Int) -> [Double] { (0..<count).map { Double($0) / Double(max(1, count - 1)) } }
        guard closed, width > 1, height > 1 else {
            (columns, rows, values, xs, ys) = (width, height, inner, places(width), places(height))
            return
        }
        let low = -Double.greatestFiniteMagnitude
        var padded = [Double](repeating: low, count: (width + 2) * (height + 2))
        for row in 0..<height {
            for column in 0..<width { padded[(row + 1) * (width + 2) + column + 1] = inner[row * width + column] }
        }
        (columns, rows, values) = (width + 2, height + 2, padded)
        xs = [0] + places(width) + [1]
        ys = [0] + places(height) + [1]
    }

    /// The lines as points in 0…1 of the plot, upwards; closed ones end where they begin.
    func lines(at level: Double) -> [[Point]] {
        guard columns > 1, rows > 1 else { return [] }
        var next: [Int: [Int]] = [:]
        for row in 0..<rows - 1 {
            for column in 0..<columns - 1 {
                for (a, b) in pieces(column, row, level) {
                    next[a, default: []].append(b)
                    next[b, default: []].append(a)
                }
            }
        }
        var lines: [[Point]] = []
        // Open lines from their ends first, then what is left are rings.
        for start in next.keys.sorted(by: { ((next[$0]?.count ?? 0), $0) < ((next[$1]?.count ?? 0), $1) }) {
            while next[start]?.isEmpty == false {
                var (line, here) = ([start], start)
                while let there = next[here]?.popLast() {
                    if let back = next[there]?.firstIndex(of: here) { next[there]?.remove(at: back) }
                    line.append(there)
                    here = there
                }
                lines.append(line.map { crossing($0, level) })
            }
        }
        return lines
    }

    private func value(_ column: Int, _ row: Int) -> Double { values[row * columns + column] }

    /// Edges are numbered: 2k runs from grid point k to the right, 2k + 1 upward.
    private func pieces(_ column: Int, _ row: Int, _ level: Double) -> [(Int, Int)] {
        let corner = row * columns + column
        let (bottom, left, top, right) = (2 * corner, 2 * corner + 1, 2 * (corner + columns), 2 * (corner + 1) + 1)
        let corners = [value(column, row), value(column + 1, row), value(column + 1, row + 1), value(column, row + 1)]
        let kind = corners.enumerated().reduce(0) { $0 + ($1.element > level ? 1 << $1.offset : 0) }
        // In a saddle the middle of the cell decides which corners belong together.
        let isHigh = corners.map { $0 / 4 }.reduce(0, +) > level
        return switch kind {
        case 1, 14: [(left, bottom)]
        case 2, 13: [(bottom, right)]
        case 3, 12: [(left, right)]
        case 4, 11: [(right, top)]
        case 6, 9: [(bottom, top)]
        case 7, 8: [(left, top)]
        case 5: isHigh ? [(left, top), (bottom, right)] : [(left, bottom), (right, top)]
        case 10: isHigh ? [(left, bottom), (right, top)] : [(left, top), (bottom, right)]
        default: []
        }
    }

    private func crossing(_ edge: Int, _ level: Double) -> Point {
        let (column, row) = (edge / 2 % columns, edge / 2 / columns)
        let (toColumn, toRow) = edge % 2 == 0 ? (column + 1, row) : (column, row + 1)
        let (from, to) = (value(column, row), value(toColumn, toRow))
        let whole = to / 2 - from / 2
        let share = whole == 0 ? 0.5 : min(1, max(0, (level / 2 - from / 2) / whole))
        return Point(xs[column] + share * (xs[toColumn] - xs[column]), ys[row] + share * (ys[toRow] - ys[row]))
    }
}
