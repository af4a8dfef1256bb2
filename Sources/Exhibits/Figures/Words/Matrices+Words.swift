extension HeatMap {
    /// What the drawing shows, in a few words.
    public var headline: String {
        let say = AlternativeWords.current
        return AlternativeWords.said(say.matrix, say.rows.said(values.count), say.columns.said(values.first?.count ?? 0))
    }

    /// The picture in words: all entries when they are few, else the range and where the largest stands.
    public var words: String {
        let say = AlternativeWords.current
        let shape = headline
        guard values.joined().count > 36 else {
            let rows = values.enumerated().map { index, row in
                "\(rowNames.indices.contains(index) ? rowNames[index] : AlternativeWords.said(say.row, "\(index + 1)"))"
                    + PageStyle.current.language.colon
                    + row.map { ReadableNumber.text($0) }.joined(separator: PageStyle.current.language.comma)
            }
            return ([shape + "."] + rows.map { $0 + "." }).joined(separator: " ")
        }
        let finite = values.joined().filter(\.isFinite)
        guard let low = finite.min(), let high = finite.max() else { return AlternativeWords.said(say.noEntries, shape) }
        return AlternativeWords.said(say.entries, shape, ReadableNumber.text(low), ReadableNumber.text(high))
    }
}

extension ImageGrid {
    /// What the drawing shows, in a few words.
    public var headline: String {
        let say = AlternativeWords.current
        return images.count == 1 ? say.picture : AlternativeWords.said(say.pictures, "\(images.count)")
    }

    /// What the drawing shows, for readers who don't see it.
    public var words: String {
        let sizes = Set(images.map { "\($0.height) × \($0.width)" }).sorted().joined(
            separator: PageStyle.current.language.comma)
        let captions = images.map(\.caption).filter { !$0.isEmpty }
        return AlternativeWords.said(AlternativeWords.current.pixels, headline, sizes)
            + (captions.isEmpty
                ? "."
                : PageStyle.current.language.colon
                    + captions.prefix(24).joined(separator: PageStyle.current.language.semicolon)
                    + (captions.count > 24 ? PageStyle.current.language.semicolon + "…" : "."))
    }
}

extension BarChart {
    /// What the drawing shows, in a few words.
    public var headline: String {
        let say = AlternativeWords.current
        return isHistogram ? AlternativeWords.said(say.histogram, x) : AlternativeWords.said(say.by, y, x)
    }

    /// What the drawing shows, for readers who don't see it.
    public var words: String {
        let say = AlternativeWords.current
        let parts = panels.map { panel in
            let pairs = zip(panel.labels, panel.heights)
            let name = panel.name.isEmpty ? "" : panel.name + PageStyle.current.language.colon
            guard panel.heights.count > 12 else {
                return name
                    + pairs.map { "\($0) \(ReadableNumber.text($1))" }.joined(separator: PageStyle.current.language.comma)
            }
            let highest = pairs.filter { $0.1.isFinite }.max { $0.1 < $1.1 }
            return name + say.bars.said(panel.heights.count)
                + (highest.map { AlternativeWords.said(say.highest, ReadableNumber.text($0.1), "\($0.0)") } ?? "")
        }
        return parts.isEmpty ? say.nothing : parts.joined(separator: ". ") + "."
    }
}
