import Exhibits
import Networks

extension Network {
    /// The network as a picture: a column of nodes for the input and for each dense layer, edges coloured by weight.
    ///
    /// Weights are numbered as in the lecture, w1, w2, … from the first layer on; layers with more than 8 units are shortened.
    public var diagram: Figure { Figure(.network(NetworkDiagram(of: self))) }
}

extension BackpropagationPass {
    /// The network of this pass with the value of every node on this sample.
    public var diagram: Figure { Figure(.network(NetworkDiagram(of: network, activations: activations))) }
}
