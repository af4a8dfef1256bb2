import Derivations
import Exhibits

extension Derivation: Exhibitable {
    public var exhibit: Exhibit { .working(working) }
}
