/// Points, regions, level lines and paths over two coordinates: samples with a decision boundary, a loss surface with the way
/// an optimiser took.
public struct PlanePlot: Codable, Hashable, Sendable {
    /// A function on a grid that covers the plot: rows from the lowest y up, each from the lowest x on.
    public struct Field: Codable, Hashable, Sendable {
        /// What the columns reach over.
        public var xRange: ClosedRange<Double>
        /// What the rows reach over.
        public var yRange: ClosedRange<Double>
        /// How many values stand in a row.
        public var columns: Int
        /// `columns` values for each row. What isn't a number belongs to no region.
        public var values: [Double]

        /// How many rows there are.
        public var rows: Int { columns > 0 ? values.count / columns : 0 }

        /// Values on a grid over the two ranges, row by row from below, in rows of `columns`.
        public init(xRange: ClosedRange<Double>, yRange: ClosedRange<Double>, columns: Int, values: [Double]) {
            self.xRange = xRange
            self.yRange = yRange
            self.columns = columns
            self.values = values
        }

        /// The function at `columns` × `rows` points, the corners included, rounded to single precision to keep it short.
        public init(
            xRange: ClosedRange<Double>, yRange: ClosedRange<Double>, columns: Int = 61, rows: Int = 61,
            _ function: (Double, Double) -> Double
        ) {
            func place(_ index: Int, of count: Int, in range: ClosedRange<Double>) -> Double {
                range.lowerBound + (range.upperBound - range.lowerBound) * Double(index) / Double(max(1, count - 1))
            }
            self.init(
                xRange: xRange, yRange: yRange, columns: columns,
                values: (0..<rows).flatMap { row in
                    (0..<columns).map { column in
                        Double(Float(function(place(column, of: columns, in: xRange), place(row, of: rows, in: yRange))))
                    }
                })
        }
    }

    /// Where a field is positive, shaded in the colour of the points of the same number.
    public struct Region: Codable, Hashable, Sendable {
        /// What the legend calls it.
        public var name: String
        /// The field.
        public var field: Field

        /// A coloured region where the field is the greatest.
        public init(_ name: String, _ field: Field) {
            self.name = name
            self.field = field
        }
    }

    /// Lines along which a field has one value each.
    public struct Levels: Codable, Hashable, Sendable {
        /// The field.
        public var field: Field
        /// The values at which lines are drawn.
        public var levels: [Double]

        /// Lines along which the field has these values.
        public init(_ field: Field, at levels: [Double]) {
            self.field = field
            self.levels = levels
        }
    }

    /// Points of one kind; each kind has a colour and a shape of its own.
    public struct Points: Codable, Hashable, Sendable {
        /// What the legend calls them.
        public var name: String
        /// The horizontal coordinates.
        public var x: [Double]
        /// The vertical coordinates.
        public var y: [Double]

        /// Points of one name.
        public init(_ name: String, x: [Double], y: [Double]) {
            self.name = name
            self.x = x
            self.y = y
        }
    }

    /// What stands above.
    public var title: String?
    /// What lies on the horizontal axis.
    public var x: String
    /// What lies on the vertical axis.
    public var y: String
    /// The regions, drawn behind all else.
    public var regions: [Region]
    /// Level lines; nil for none.
    public var levels: Levels?
    /// The points, drawn above all else.
    public var points: [Points]
    /// Lines through points in the order in which they were visited, dots at each; drawn in the colours after the points'.
    public var paths: [Points]
    /// Points with a ring around them: the misclassified.
    public var ringed: Points?

    /// What is drawn over two coordinates, from the back to the front.
    public init(
        title: String? = nil, x: String = "x₁", y: String = "x₂", regions: [Region] = [], levels: Levels? = nil,
        points: [Points] = [], paths: [Points] = [], ringed: Points? = nil
    ) {
        self.title = title
        self.x = x
        self.y = y
        self.regions = regions
        self.levels = levels
        self.points = points
        self.paths = paths
        self.ringed = ringed
    }
}
