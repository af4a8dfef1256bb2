import Exhibits

/// Draws figures as SVG: text only, the same bytes for the same figure.
///
/// A drawing takes its colours from CSS classes, follows light and dark, tells lines apart in greyscale too, and carries a
/// title and a description for readers who don't see it.
public enum SVG {
    /// The drawing of a figure for a page. Every `id` inside starts with `id`, so that drawings on one page don't collide.
    ///
    /// With `embedsStyle` the drawing carries its own style; a page that includes `SVG.stylesheet` doesn't need it.
    public static func drawing(of figure: Figure, id: String, embedsStyle: Bool = true) -> String {
        canvas(of: figure, id: id).svg(id: id, style: embedsStyle ? stylesheet : nil, hasPaper: false)
    }

    /// The same as a part of a page's tree, which has the style.
    static func node(of figure: Figure, id: String, name: String) -> PageNode.Drawing {
        let canvas = canvas(of: figure, id: id)
        let svg = canvas.svg(id: id, style: nil, hasPaper: false)
        return PageNode.Drawing(name: name, svg: svg, width: canvas.width, height: canvas.height, figure: figure)
    }

    /// The drawing as a file of its own, with style and paper: readable in light and dark wherever it is shown.
    public static func file(of figure: Figure, id: String) -> String {
        canvas(of: figure, id: id).svg(id: id, style: stylesheet, hasPaper: true) + "\n"
    }

    private static func canvas(of figure: Figure, id: String) -> Canvas {
        var canvas = untitled(figure, id: id)
        canvas.title = figure.title
        canvas.description = figure.alternative
        return canvas
    }

    private static func untitled(_ figure: Figure, id: String) -> Canvas {
        switch figure.drawing {
        case .lines(let plot): LinePlotDrawing(plot, id: id).canvas()
        case .network(let diagram): NetworkDrawing(diagram, id: id).canvas()
        case .graph(let graph): GraphDrawing(graph, id: id).canvas()
        case .plane(let plot): PlaneDrawing(plot, id: id).canvas()
        case .heat(let map): HeatMapDrawing(map).canvas()
        case .images(let grid): ImageGridDrawing(grid).canvas()
        case .bars(let chart): BarChartDrawing(chart).canvas()
        case .unrolled(let network): UnrolledDrawing(network).canvas()
        }
    }
}
