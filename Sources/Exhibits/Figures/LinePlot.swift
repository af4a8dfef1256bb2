/// Curves over a common pair of axes: losses over epochs, functions and their derivatives.
public struct LinePlot: Codable, Hashable, Sendable {
    /// Equal ratios take equal room.
    public enum Scale: String, Codable, Sendable {
        /// Equal differences are equally long.
        case linear
        /// Equal ratios are equally long.
        case logarithmic
    }

    /// One axis.
    public struct Axis: Codable, Hashable, Sendable {
        /// What lies on it.
        public var label: String
        /// How numbers are spread over it.
        public var scale: Scale

        /// An axis with what lies on it.
        public init(_ label: String, _ scale: Scale = .linear) {
            self.label = label
            self.scale = scale
        }
    }

    /// Where several runs of a curve lie, point by point: drawn as an area behind it.
    public struct Band: Codable, Hashable, Sendable {
        /// Its lower edge, one number for each point of the curve.
        public var lower: [Double]
        /// Its upper edge.
        public var upper: [Double]

        /// A band between two edges.
        public init(lower: [Double], upper: [Double]) {
            self.lower = lower
            self.upper = upper
        }
    }

    /// One curve.
    public struct Series: Codable, Hashable, Sendable {
        /// What the legend calls it.
        public var name: String
        /// The points' horizontal coordinates.
        public var x: [Double]
        /// The points' vertical coordinates.
        public var y: [Double]
        /// What lies around it, if it stands for several.
        public var band: Band?

        /// A curve through the points (x, y).
        public init(_ name: String, x: [Double], y: [Double], band: Band? = nil) {
            self.name = name
            self.x = x
            self.y = y
            self.band = band
        }
    }

    /// A point worth pointing at, with its text.
    public struct Mark: Codable, Hashable, Sendable {
        /// Where it lies on the horizontal axis.
        public var x: Double
        /// Where it lies on the vertical axis.
        public var y: Double
        /// What stands beside the point.
        public var label: String

        /// A point with its label.
        public init(x: Double, y: Double, _ label: String) {
            self.x = x
            self.y = y
            self.label = label
        }
    }

    /// What stands above.
    public var title: String?
    /// The horizontal axis.
    public var x: Axis
    /// The vertical axis.
    public var y: Axis
    /// The curves.
    public var series: [Series]
    /// Single points with labels.
    public var marks: [Mark]

    /// Curves over common axes, with marks at single points.
    public init(title: String? = nil, x: Axis, y: Axis, series: [Series], marks: [Mark] = []) {
        self.title = title
        self.x = x
        self.y = y
        self.series = series
        self.marks = marks
    }
}
