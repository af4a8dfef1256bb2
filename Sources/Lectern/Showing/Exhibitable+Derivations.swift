import Derivations
import Exhibits

extension Derivation: Exhibitable {
    /// The derivation worked out in the page's style.
    public var exhibit: Exhibit { .working(working) }
}

extension ScalarGraph: Exhibitable {
    /// The graph drawn with values and gradients; a graph too large for a page says how large it is.
    public var exhibit: Exhibit {
        let nodes = drawing.nodes.count
        guard nodes <= 250 else {
            return .text(
                "\(resultName): a graph of \(nodes) numbers, too many to draw; show a derivation of one of them instead")
        }
        return .figure(figure)
    }
}

extension ByHandReplay: Exhibitable {
    /// Every number exactly and as it was written down.
    public var exhibit: Exhibit { .table(table) }
}

extension UpdateTrace: Exhibitable {
    /// The steps written out.
    public var exhibit: Exhibit { .working(working) }
}

extension GradientTrace: Exhibitable {
    /// The sizes of the gradients by layer, as a table and as a plot.
    public var exhibit: Exhibit { .group([.table(table), .figure(figure)]) }
}
