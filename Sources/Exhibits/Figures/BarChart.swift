/// Bars over names or ranges: probabilities of classes, histograms of weights; several panels share the vertical axis.
public struct BarChart: Codable, Hashable, Sendable {
    public struct Panel: Codable, Hashable, Sendable {
        public var name: String
        /// One for each bar; in a histogram where it begins.
        public var labels: [String]
        public var heights: [Double]

        public init(_ name: String, labels: [String], heights: [Double]) {
            self.name = name
            self.labels = labels
            self.heights = heights
        }
    }

    public var title: String?
    public var x: String
    public var y: String
    public var panels: [Panel]
    /// For a histogram, what its bars cover together, each an equal part: they touch, and the axis below is one of numbers.
    public var range: ClosedRange<Double>?
    public var isHistogram: Bool { range != nil }

    public init(title: String? = nil, x: String, y: String, panels: [Panel], range: ClosedRange<Double>? = nil) {
        self.title = title
        self.x = x
        self.y = y
        self.panels = panels
        self.range = range
    }
}
