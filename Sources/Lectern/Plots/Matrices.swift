import Exhibits
import Networks

extension Figure {
    /// A matrix as coloured cells with its numbers: weights, gradients, attention.
    ///
    /// - Example: `plot(Figure.heatMap([[0.1, 0.9], [0.6, 0.4]], rows: ["a", "b"], columns: ["x", "y"]))`
    public static func heatMap(
        _ values: [[Double]], rows: [String] = [], columns: [String] = [], rowTitle: String = "", columnTitle: String = "",
        format: NumberFormat? = .decimals(2), caption: String? = nil
    ) -> Figure {
        Figure(
            .heat(
                HeatMap(
                    rows: rowTitle, columns: columnTitle, rowNames: rows, columnNames: columns, values: values, format: format)),
            caption: caption)
    }

    /// Small pictures in rows: `pixels` row by row from the top left.
    ///
    /// The feature maps of a convolution are such pictures. A layer's output holds the numbers of one place side by side, the
    /// channels last: map c of k is `(0..<output.count / k).map { output[$0 * k + c] }`.
    ///
    /// Pictures that don't fill their rows end the lesson at the line of this call.
    public static func images(
        _ pixels: [[Double]], width: Int, captions: [String] = [], marked: Set<Int> = [], sharesScale: Bool = true,
        caption: String? = nil, file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> Figure {
        stopping(file: file, line: line, column: column) {
            for (index, values) in pixels.enumerated() where width < 1 || !values.count.isMultiple(of: width) {
                throw ShapeError(
                    "picture \(index + 1) has \(values.count) pixels, which are no whole rows of \(width); give the width of its "
                        + "rows")
            }
        }
        let images = pixels.enumerated().map { index, values in
            ImageGrid.Image(
                values, width: width, caption: captions.indices.contains(index) ? captions[index] : "",
                isMarked: marked.contains(index))
        }
        return Figure(.images(ImageGrid(images: images, sharesScale: sharesScale)), caption: caption)
    }

    /// One bar for each name: the probabilities of classes.
    ///
    /// - Example: `plot(Figure.bars([0.7, 0.2, 0.1], names: ["cat", "dog", "bird"]))`
    public static func bars(
        _ heights: [Double], names: [String], x: String = "", y: String = "", caption: String? = nil
    ) -> Figure {
        Figure(.bars(BarChart(x: x, y: y, panels: [.init("", labels: names, heights: heights)])), caption: caption)
    }

    /// How often values fall into ranges of equal width, one panel for each group, all over the same ranges.
    ///
    /// No ranges at all end the lesson at the line of this call.
    ///
    /// - Example: `plot(Figure.histograms([(name: "weights", values: [0.1, 0.2, 0.2, 0.4, 0.9])], bins: 5))`
    public static func histograms(
        _ groups: [(name: String, values: [Double])], bins: Int = 20, x: String? = nil, caption: String? = nil,
        file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> Figure {
        stopping(file: file, line: line, column: column) {
            guard bins > 0 else { throw ShapeError("a histogram has at least one range, not \(bins); leave `bins` out for 20") }
        }
        let all = groups.flatMap(\.values).filter(\.isFinite)
        let (low, high) = (all.min() ?? 0, all.max() ?? 1)
        let width = high > low ? (high / Double(bins) - low / Double(bins)) : 1
        let labels = (0..<bins).map { ReadableNumber.text(low + width * Double($0), significant: 2) }
        let panels = groups.map { group in
            var counts = [Double](repeating: 0, count: bins)
            for value in group.values where value.isFinite {
                counts[max(0, min(bins - 1, Int((value - low) / width)))] += 1
            }
            return BarChart.Panel(group.name, labels: labels, heights: counts)
        }
        return Figure(
            .bars(
                BarChart(
                    x: x ?? LessonWords.current.value, y: LessonWords.current.count, panels: panels,
                    range: low...(low + width * Double(bins)))), caption: caption)
    }
}

extension ConfusionMatrix: Exhibitable {
    /// What a page shows of it.
    public var exhibit: Exhibit { .figure(figure()) }

    /// The counts as a heat map: a row for each true class, a column for each answer.
    public func figure(classes: [String]? = nil, caption: String? = nil) -> Figure {
        let names = classes ?? counts.indices.map { "\($0)" }
        return .heatMap(
            counts.map { $0.map(Double.init) }, rows: names, columns: names, rowTitle: LessonWords.current.trueClass,
            columnTitle: LessonWords.current.answer,
            format: .decimals(0), caption: caption)
    }
}
