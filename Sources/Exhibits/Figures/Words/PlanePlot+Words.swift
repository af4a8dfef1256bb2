extension PlanePlot {
    /// What the drawing shows, in a few words.
    public var headline: String {
        if !regions.isEmpty { return "Decision regions" }
        if levels != nil { return "Level lines" + (paths.isEmpty ? "" : " and paths") }
        return "Points of \(y) over \(x)"
    }

    /// The picture in words: what is shaded, how many points of each kind, where paths begin and end.
    public var words: String {
        var sentences: [String] = []
        for region in regions {
            let share = Double(region.field.values.count { $0 > 0 }) / Double(max(1, region.field.values.count))
            sentences.append(
                "The region of \(region.name) covers \(ReadableNumber.text(100 * share, significant: 2)) % of the area.")
        }
        if let levels {
            let finite = levels.field.values.filter(\.isFinite)
            if let low = finite.min(), let high = finite.max() {
                sentences.append(
                    "\(levels.levels.count) level lines of a surface between \(ReadableNumber.text(low)) and \(ReadableNumber.text(high))."
                )
            }
        }
        for group in points { sentences.append("\(min(group.x.count, group.y.count)) points of \(group.name).") }
        for path in paths {
            guard let x = path.x.first, let y = path.y.first, let toX = path.x.last, let toY = path.y.last else { continue }
            sentences.append(
                "\(path.name) goes in \(max(0, path.x.count - 1)) steps from \(Self.pair(x, y)) to \(Self.pair(toX, toY)).")
        }
        if let ringed { sentences.append("\(ringed.x.count) points are ringed: \(ringed.name).") }
        return sentences.isEmpty ? "Nothing to show." : sentences.joined(separator: " ")
    }

    private static func pair(_ x: Double, _ y: Double) -> String { "(\(ReadableNumber.text(x)), \(ReadableNumber.text(y)))" }
}
