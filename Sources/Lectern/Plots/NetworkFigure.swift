import Exhibits
import Networks

extension Network {
    /// The network as a picture: a column of nodes for the input, for each dense layer and for what other layers make between
    /// them, edges coloured by weight.
    ///
    /// Weights are named as on the page: w1, w2, … from the first layer on, or by their place and layer. Layers with more than 8
    /// units are shortened.
    public var diagram: Figure { diagram() }

    /// The same, with weights and units named as in the lecture (w5, h1) or by their place and layer (w_11^(2), a_1^(1)); as the
    /// page's `notation` says if nothing is given.
    public func diagram(notation: PageStyle.Notation? = nil, caption: String? = nil) -> Figure {
        let notation = notation ?? PageStyle.current.notation
        return Figure(.network(NetworkDiagram(of: self, notation: notation)), caption: caption)
    }
}

extension BackpropagationPass {
    /// The network of this pass with the value of every node on this sample.
    public var diagram: Figure { diagram(gradients: false) }

    /// The network of this pass with the value of every node on this sample and, if asked for, the gradient of the loss with
    /// respect to every value and weight below it; named in either notation, that of the page if nothing is given.
    public func diagram(
        gradients: Bool, notation: PageStyle.Notation? = nil, caption: String? = nil
    ) -> Figure {
        let notation = notation ?? PageStyle.current.notation
        let diagram = NetworkDiagram(
            of: network, activations: activations, gradients: gradients ? self : nil, notation: notation)
        return Figure(.network(diagram), caption: caption)
    }
}
