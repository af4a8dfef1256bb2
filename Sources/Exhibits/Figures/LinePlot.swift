/// Curves over a common pair of axes: losses over epochs, functions and their derivatives.
public struct LinePlot: Codable, Hashable, Sendable {
    public enum Scale: String, Codable, Sendable { case linear, logarithmic }

    public struct Axis: Codable, Hashable, Sendable {
        public var label: String
        public var scale: Scale

        public init(_ label: String, _ scale: Scale = .linear) {
            self.label = label
            self.scale = scale
        }
    }

    public struct Series: Codable, Hashable, Sendable {
        public var name: String
        public var x: [Double]
        public var y: [Double]

        public init(_ name: String, x: [Double], y: [Double]) {
            self.name = name
            self.x = x
            self.y = y
        }
    }

    /// A point worth pointing at, with its text.
    public struct Mark: Codable, Hashable, Sendable {
        public var x: Double
        public var y: Double
        public var label: String

        public init(x: Double, y: Double, _ label: String) {
            self.x = x
            self.y = y
            self.label = label
        }
    }

    public var title: String?
    public var x: Axis
    public var y: Axis
    public var series: [Series]
    public var marks: [Mark]

    public init(title: String? = nil, x: Axis, y: Axis, series: [Series], marks: [Mark] = []) {
        self.title = title
        self.x = x
        self.y = y
        self.series = series
        self.marks = marks
    }
}
