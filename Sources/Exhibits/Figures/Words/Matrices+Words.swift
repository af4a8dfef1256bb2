extension HeatMap {
    /// What the drawing shows, in a few words.
    public var headline: String { "Matrix of \(values.count) rows and \(values.first?.count ?? 0) columns" }

    /// The picture in words: all entries when they are few, else the range and where the largest stands.
    public var words: String {
        let shape = headline
        guard values.joined().count > 36 else {
            let rows = values.enumerated().map { index, row in
                "\(rowNames.indices.contains(index) ? rowNames[index] : "row \(index + 1)"): "
                    + row.map { ReadableNumber.text($0) }.joined(separator: ", ")
            }
            return ([shape + "."] + rows.map { $0 + "." }).joined(separator: " ")
        }
        let finite = values.joined().filter(\.isFinite)
        guard let low = finite.min(), let high = finite.max() else { return shape + " without finite entries." }
        return "\(shape), entries from \(ReadableNumber.text(low)) to \(ReadableNumber.text(high))."
    }
}

extension ImageGrid {
    /// What the drawing shows, in a few words.
    public var headline: String { images.count == 1 ? "A picture" : "\(images.count) pictures" }

    /// What the drawing shows, for readers who don't see it.
    public var words: String {
        let sizes = Set(images.map { "\($0.height) × \($0.width)" }).sorted().joined(separator: ", ")
        let captions = images.map(\.caption).filter { !$0.isEmpty }
        return "\(headline) of \(sizes) pixels"
            + (captions.isEmpty
                ? "." : ": " + captions.prefix(24).joined(separator: "; ") + (captions.count > 24 ? "; …" : "."))
    }
}

extension BarChart {
    /// What the drawing shows, in a few words.
    public var headline: String { isHistogram ? "Histogram of \(x)" : "\(y) by \(x)" }

    /// What the drawing shows, for readers who don't see it.
    public var words: String {
        let parts = panels.map { panel in
            let pairs = zip(panel.labels, panel.heights)
            let name = panel.name.isEmpty ? "" : panel.name + ": "
            guard panel.heights.count > 12 else {
                return name + pairs.map { "\($0) \(ReadableNumber.text($1))" }.joined(separator: ", ")
            }
            let highest = pairs.filter { $0.1.isFinite }.max { $0.1 < $1.1 }
            return name + "\(panel.heights.count) bars"
                + (highest.map { ", the highest, \(ReadableNumber.text($0.1)), at \($0.0)" } ?? "")
        }
        return parts.isEmpty ? "Nothing to show." : parts.joined(separator: ". ") + "."
    }
}
