import Exhibits

/// A coordinate as the drawing writes it: at most two decimals, never in scientific form, never NaN or infinite.
func n(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e9 else { return "0" }
    let hundredths = (value * 100).rounded()
    if hundredths == 0 { return "0" }
    var text = NumberFormat.decimals(2).text(hundredths / 100)
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
}

struct Point: Hashable {
    var x: Double
    var y: Double

    init(_ x: Double, _ y: Double) {
        self.x = x
        self.y = y
    }

    static func + (a: Point, b: Point) -> Point { Point(a.x + b.x, a.y + b.y) }
    static func - (a: Point, b: Point) -> Point { Point(a.x - b.x, a.y - b.y) }
    static func * (a: Point, factor: Double) -> Point { Point(a.x * factor, a.y * factor) }
    var length: Double { (x * x + y * y).squareRoot() }
}

/// A rectangle with its sides along the axes.
struct Box: Hashable {
    var x: Double
    var y: Double
    var width: Double
    var height: Double

    init(x: Double, y: Double, width: Double, height: Double) {
        self.x = x
        self.y = y
        self.width = width
        self.height = height
    }

    init(center: Point, width: Double, height: Double) {
        self.init(x: center.x - width / 2, y: center.y - height / 2, width: width, height: height)
    }

    var left: Double { x }
    var right: Double { x + width }
    var top: Double { y }
    var bottom: Double { y + height }
    var center: Point { Point(x + width / 2, y + height / 2) }

    func intersects(_ other: Box) -> Bool {
        left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }

    func contains(_ point: Point) -> Bool {
        point.x >= left && point.x <= right && point.y >= top && point.y <= bottom
    }

    func contains(_ other: Box) -> Bool {
        other.left >= left && other.right <= right && other.top >= top && other.bottom <= bottom
    }

    func grown(by margin: Double) -> Box {
        Box(x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin)
    }

    /// Whether the straight line between two points meets this box.
    func meets(_ a: Point, _ b: Point) -> Bool {
        var (from, to) = (0.0, 1.0)
        for (start, delta, low, high) in [(a.x, b.x - a.x, left, right), (a.y, b.y - a.y, top, bottom)] {
            if delta == 0 {
                if start < low || start > high { return false }
            } else {
                let (t, u) = ((low - start) / delta, (high - start) / delta)
                (from, to) = (max(from, min(t, u)), min(to, max(t, u)))
                if from > to { return false }
            }
        }
        return true
    }
}
