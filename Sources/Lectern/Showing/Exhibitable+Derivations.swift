import Derivations
import Exhibits

extension Derivation: Exhibitable {
    /// The derivation worked out in the page's style.
    public var exhibit: Exhibit { .working(working) }
}

extension ScalarGraph: Exhibitable {
    /// The graph drawn with values and gradients.
    public var exhibit: Exhibit { .figure(figure) }
}
