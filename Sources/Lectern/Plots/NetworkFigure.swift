import Exhibits
import Networks

extension Network {
    /// The network as a picture: a column of nodes for the input and for each dense layer, edges coloured by weight.
    ///
    /// Weights are numbered as in the lecture, w1, w2, … from the first layer on; layers with more than 8 units are shortened.
    public var diagram: Figure { diagram(notation: .sequential) }

    /// The same, with weights and units named as in the lecture (w5, h1) or by their place and layer (w_11^(2), a_1^(1)).
    public func diagram(notation: PageStyle.Notation, caption: String? = nil) -> Figure {
        Figure(.network(NetworkDiagram(of: self, notation: notation)), caption: caption)
    }
}

extension BackpropagationPass {
    /// The network of this pass with the value of every node on this sample.
    public var diagram: Figure { diagram(gradients: false) }

    /// The network of this pass with the value of every node on this sample and, if asked for, the gradient of the loss with
    /// respect to every value and weight below it; named in either notation.
    public func diagram(
        gradients: Bool, notation: PageStyle.Notation = .sequential, caption: String? = nil
    ) -> Figure {
        Figure(
            .network(
                NetworkDiagram(of: network, activations: activations, gradients: gradients ? self : nil, notation: notation)),
            caption: caption)
    }
}
