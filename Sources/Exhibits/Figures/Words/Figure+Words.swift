extension Figure {
    /// What kind of picture it is and of what, in a few words: the name a screen reader announces.
    public var title: String {
        let say = AlternativeWords.current
        return switch drawing {
        case .lines(let plot): plot.title ?? plot.headline
        case .network(let diagram): AlternativeWords.said(say.networkDiagram, diagram.shape)
        case .graph(let graph):
            graph.nodes.last?.name.map { AlternativeWords.said(say.computationGraphOf, $0) } ?? say.computationGraph
        case .plane(let plot): plot.title ?? plot.headline
        case .heat(let map): map.title ?? map.headline
        case .images(let grid): grid.title ?? grid.headline
        case .bars(let chart): chart.title ?? chart.headline
        case .unrolled(let network): network.title ?? network.headline
        }
    }

    /// A figure whose alternative text is made from its data.
    public init(_ drawing: Drawing, caption: String? = nil) {
        let words =
            switch drawing {
            case .lines(let plot): plot.words
            case .network(let diagram): diagram.words
            case .graph(let graph): graph.words
            case .plane(let plot): plot.words
            case .heat(let map): map.words
            case .images(let grid): grid.words
            case .bars(let chart): chart.words
            case .unrolled(let network): network.words
            }
        self.init(drawing, caption: caption, alternative: words)
    }
}
