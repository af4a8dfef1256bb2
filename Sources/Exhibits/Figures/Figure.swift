/// A picture as data: what is drawn, with a caption and a text for readers who don't see it.
public struct Figure: Codable, Hashable, Sendable {
    public enum Drawing: Codable, Hashable, Sendable {
        case lines(LinePlot)
        case network(NetworkDiagram)
        case graph(ComputationGraph)
        case plane(PlanePlot)
        case heat(HeatMap)
        case images(ImageGrid)
        case bars(BarChart)
        case unrolled(UnrolledNetwork)
    }

    public var drawing: Drawing
    public var caption: String?
    /// What the picture shows, in words, made from its data; a cell's `fig-alt` replaces it.
    public var alternative: String

    public init(_ drawing: Drawing, caption: String? = nil, alternative: String) {
        self.drawing = drawing
        self.caption = caption
        self.alternative = alternative
    }
}
