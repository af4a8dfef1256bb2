/// Bars over names or ranges: probabilities of classes, histograms of weights; several panels share the vertical axis.
public struct BarChart: Codable, Hashable, Sendable {
    /// One row of bars.
    public struct Panel: Codable, Hashable, Sendable {
        /// What the panel shows; empty for a single one.
        public var name: String
        /// One for each bar; in a histogram where it begins.
        public var labels: [String]
        /// How high each bar is.
        public var heights: [Double]

        /// Bars of the given heights over labels.
        public init(_ name: String, labels: [String], heights: [Double]) {
            self.name = name
            self.labels = labels
            self.heights = heights
        }
    }

    /// What stands above.
    public var title: String?
    /// What lies on the horizontal axis.
    public var x: String
    /// What lies on the vertical axis.
    public var y: String
    /// The rows of bars, drawn side by side.
    public var panels: [Panel]
    /// For a histogram, what its bars cover together, each an equal part: they touch, and the axis below is one of numbers.
    public var range: ClosedRange<Double>?
    /// Whether the bars stand over ranges of numbers.
    public var isHistogram: Bool { range != nil }

    /// Bars in panels over a common axis; `range` fixes the axis.
    public init(title: String? = nil, x: String, y: String, panels: [Panel], range: ClosedRange<Double>? = nil) {
        self.title = title
        self.x = x
        self.y = y
        self.panels = panels
        self.range = range
    }
}
