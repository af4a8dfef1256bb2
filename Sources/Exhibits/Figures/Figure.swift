/// A picture as data: what is drawn, with a caption and a text for readers who don't see it.
public struct Figure: Codable, Hashable, Sendable {
    /// What is drawn.
    public enum Drawing: Codable, Hashable, Sendable {
        /// Curves.
        case lines(LinePlot)
        /// A network.
        case network(NetworkDiagram)
        /// A computation graph.
        case graph(ComputationGraph)
        /// A plane with points and regions.
        case plane(PlanePlot)
        /// A matrix in colours.
        case heat(HeatMap)
        /// Small pictures.
        case images(ImageGrid)
        /// Bars.
        case bars(BarChart)
        /// A recurrent network, step by step.
        case unrolled(UnrolledNetwork)
    }

    /// What is drawn.
    public var drawing: Drawing
    /// What stands below; nil for nothing.
    public var caption: String?
    /// What the picture shows, in words, made from its data; a cell's `fig-alt` replaces it.
    public var alternative: String
    /// The drawing with the names that it asks its readers for; nil where it asks for none.
    @_documentation(visibility: internal) public var key: FigureKey?

    /// A drawing with its caption, and the text for readers who don't see it.
    public init(_ drawing: Drawing, caption: String? = nil, alternative: String) {
        self.drawing = drawing
        self.caption = caption
        self.alternative = alternative
    }
}
