extension PlanePlot {
    /// What the drawing shows, in a few words.
    public var headline: String {
        let say = AlternativeWords.current
        if !regions.isEmpty { return say.regions }
        if levels != nil { return paths.isEmpty ? say.levelLines : say.levelLinesAndPaths }
        return AlternativeWords.said(say.points, "\(y)", "\(x)")
    }

    /// The picture in words: what is shaded, how many points of each kind, where paths begin and end.
    public var words: String {
        let say = AlternativeWords.current
        var sentences: [String] = []
        for region in regions {
            let share = Double(region.field.values.count { $0 > 0 }) / Double(max(1, region.field.values.count))
            sentences.append(
                AlternativeWords.said(say.region, region.name, ReadableNumber.text(100 * share, significant: 2)))
        }
        if let levels {
            let finite = levels.field.values.filter(\.isFinite)
            if let low = finite.min(), let high = finite.max() {
                sentences.append(
                    AlternativeWords.said(
                        say.surface, "\(levels.levels.count)", ReadableNumber.text(low), ReadableNumber.text(high)))
            }
        }
        for group in points {
            sentences.append(say.pointsOf.said(min(group.x.count, group.y.count), group.name))
        }
        for path in paths {
            guard let x = path.x.first, let y = path.y.first, let toX = path.x.last, let toY = path.y.last else { continue }
            sentences.append(
                say.path.said(max(0, path.x.count - 1), path.name, Self.pair(x, y), Self.pair(toX, toY)))
        }
        if let ringed { sentences.append(say.ringed.said(ringed.x.count, ringed.name)) }
        return sentences.isEmpty ? say.nothing : sentences.joined(separator: " ")
    }

    private static func pair(_ x: Double, _ y: Double) -> String { "(\(ReadableNumber.text(x)), \(ReadableNumber.text(y)))" }
}
