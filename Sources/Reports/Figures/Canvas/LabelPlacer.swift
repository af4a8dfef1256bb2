/// Finds room for labels: each goes to the first of its places that touches nothing already there.
struct LabelPlacer {
    /// Where labels may stand.
    let bounds: Box
    private(set) var taken: [Box] = []
    private var lines: [(Point, Point)] = []

    init(within bounds: Box) { self.bounds = bounds }

    mutating func avoid(_ box: Box) { taken.append(box) }
    mutating func avoid(_ a: Point, _ b: Point) { lines.append((a, b)) }

    /// Whether nothing stands in the box yet.
    func isFree(_ box: Box) -> Bool { bounds.contains(box) && !taken.contains { $0.intersects(box) } }

    /// Takes the best of the places for a label: inside the bounds, off other labels, off lines, as early in the list as possible.
    mutating func place(_ candidates: [Box]) -> Box? {
        let free = candidates.filter(isFree)
        let best = free.enumerated().min { cost(of: $0.element, rank: $0.offset) < cost(of: $1.element, rank: $1.offset) }
        guard let box = best?.element else { return nil }
        taken.append(box)
        return box
    }

    private func cost(of box: Box, rank: Int) -> Int {
        rank + 20 * lines.count { box.meets($0.0, $0.1) }
    }
}
