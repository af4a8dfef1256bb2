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
    ///
    /// - Parameter asking: Names of weights that readers are to find: (1), (2), … stand in their place, in the drawing, in the
    ///   words for who doesn't see it and in its table; editions with answers have the names. A name that the drawing doesn't
    ///   have ends the lesson at this call.
    public func diagram(
        notation: PageStyle.Notation? = nil, caption: String? = nil, asking: [String] = [], file: StaticString = #filePath,
        line: UInt = #line, column: UInt = #column
    ) -> Figure {
        let notation = notation ?? PageStyle.current.notation
        let diagram = NetworkDiagram(of: self, notation: notation)
        return diagram.figure(caption, asking: asking, file: file, line: line, column: column)
    }
}

extension BackpropagationPass {
    /// The network of this pass with the value of every node on this sample.
    public var diagram: Figure { diagram(gradients: false) }

    /// The network of this pass with the value of every node on this sample and, if asked for, the gradient of the loss with
    /// respect to every value and weight below it; named in either notation, that of the page if nothing is given.
    ///
    /// - Parameter asking: Names of weights that readers are to find: (1), (2), … stand in their place; editions with answers
    ///   have the names. A name that the drawing doesn't have ends the lesson at this call.
    public func diagram(
        gradients: Bool, notation: PageStyle.Notation? = nil, caption: String? = nil, asking: [String] = [],
        file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> Figure {
        let notation = notation ?? PageStyle.current.notation
        let diagram = NetworkDiagram(
            of: network, activations: activations, gradients: gradients ? self : nil, notation: notation)
        return diagram.figure(caption, asking: asking, file: file, line: line, column: column)
    }
}

extension NetworkDiagram {
    /// The drawing with numbers in the place of some weights' names, and what editions with answers show instead.
    fileprivate func figure(
        _ caption: String?, asking names: [String], file: StaticString, line: UInt, column: UInt
    ) -> Figure {
        let whole = Figure(.network(self), caption: caption)
        guard !names.isEmpty else { return whole }
        var figure = Figure(.network(asking(names, file: file, line: line, column: column)), caption: caption)
        figure.key = FigureKey(whole, names: names)
        return figure
    }

    /// The drawing with numbers in the place of some weights' names. Nothing of it has the names any more.
    private func asking(_ names: [String], file: StaticString, line: UInt, column: UInt) -> NetworkDiagram {
        var asked = self
        for (number, name) in names.enumerated() {
            guard let edge = edges.firstIndex(where: { $0.label == name }), !names[..<number].contains(name) else {
                let known = edges.map(\.label).filter { !$0.isEmpty }.prefix(40).joined(separator: ", ")
                stop(
                    names[..<number].contains(name)
                        ? "the weight “\(name)” is asked for twice; name each once"
                        : "the drawing has no weight called “\(name)”; it has \(known.isEmpty ? "none" : known)", file: file,
                    line: line, column: column)
            }
            asked.edges[edge].label = "(\(number + 1))"
        }
        return asked
    }
}
