import Exhibits
import Networks

extension BackpropagationPass {
    /// The same pass as a graph of named scalars, computed and walked back without the engine.
    ///
    /// Made once, and held against the engine: where loss, activations or gradients differ, the lesson ends with a finding.
    public var graph: ScalarGraph { place.stopping { try agreed().graph } }

    /// The value under a name: `net_h1`, `out_o1`, `E_total`, `w5`; in indexed names `z_1^(1)`, `w_11^(1)`.
    public subscript(
        name: String, file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> Double {
        stopping(file: file, line: line, column: column) {
            try agreed().graph.value(orExplain: name)
        }
    }

    /// ∂loss/∂`name` by the scalar graph: for parameters, sums, outputs and inputs alike.
    public func gradient(
        of name: String, file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> Double {
        stopping(file: file, line: line, column: column) {
            let agreed = try agreed()
            return agreed.rule.gradients[try agreed.graph.node(orExplain: name)]
        }
    }

    /// ∂loss/∂`name` by a step of 10⁻²⁰ along the imaginary axis, Im L(w + ih) / h: forward only, and right to the last digits.
    ///
    /// Nil where a function on the way has no complex value: the lesson's own layers, losses and activations, the exact GELU.
    public func complexStep(
        by name: String, file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> Double? {
        stopping(file: file, line: line, column: column) {
            let graph = try agreed().graph
            return graph.complexStep(by: try graph.node(orExplain: name))
        }
    }

    /// The part of the graph that leads to one number from others, as a drawing: a cell of an LSTM from its gates,
    /// `gomez.figure(of: "h_2", from: ["c_1", "f_2", "i_2", "g_2", "o_2"])`.
    ///
    /// Below each number stands the derivative of the loss by it, over all its ways, also those that aren't drawn. An unknown
    /// name ends the lesson at the line of this call.
    public func figure(
        of result: String, from names: [String], caption: String? = nil, file: StaticString = #filePath, line: UInt = #line,
        column: UInt = #column
    ) -> Figure {
        stopping(file: file, line: line, column: column) {
            let graph = try agreed().graph
            let drawing = try graph.drawing(of: result, from: names)
            let text = AlternativeWords.said(
                AlternativeWords.current.graph, "\(drawing.nodes.count)", result,
                ReadableNumber.text(try graph.value(orExplain: result), significant: 4))
            return Figure(.graph(drawing), caption: caption, alternative: text)
        }
    }

    /// ∂`result`/∂`name` over every path between the two: `pass.partial("out_o1", "net_o1")`.
    public func partial(
        _ result: String, _ name: String, file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> Double {
        stopping(file: file, line: line, column: column) {
            let graph = try agreed().graph
            let (top, bottom) = (try graph.node(orExplain: result), try graph.node(orExplain: name))
            return graph.gradients(of: top)[bottom]
        }
    }
}

extension Network {
    /// The parameter under a name: `w5`, `b1`; in indexed names `w_11^(1)`.
    public subscript(
        name: String, file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> Double {
        stopping(file: file, line: line, column: column) {
            let graph = parameterGraph
            let node = try graph.node(orExplain: name)
            guard graph.nodes[node].role == .parameter else {
                throw UnknownName(description: "'\(name)' depends on the sample; ask a pass for it")
            }
            return graph.values[node]
        }
    }
}

extension ScalarGraph {
    /// The value under a name, or an error that says why there is none.
    func value(orExplain name: String) throws -> Double {
        let node = try node(orExplain: name)
        guard nodes[node].role != .unknown else {
            throw UnknownName(
                description: "this pass began with given gradients, so '\(name)' has slopes and no value; ask for "
                    + "`gradient(of:)`, or begin with a loss: `backpropagate(_:toward:minimizing:)`")
        }
        return values[node]
    }

    /// The node under a name, or an error that lists the names there are.
    func node(orExplain name: String) throws -> Int {
        if let node = node(named: name) { return node }
        throw UnknownName(description: "no \(kind(ofUnknown: name)) '\(name)'; this network has \(nameSummary)")
    }

    private func kind(ofUnknown name: String) -> String {
        let stem = { (name: String) in name.prefix { !$0.isNumber } }
        let isParameter = blocks.contains {
            nodes[$0.nodes.lowerBound].role == .parameter && stem($0.symbol(0).key) == stem(name)
        }
        return isParameter ? "parameter" : "quantity"
    }

    /// Names in ranges: `w1…w8, b1, b2, i1, i2, net_h1…`.
    var nameSummary: String {
        let order: [Role] = [.parameter, .input, .result, .target]
        let sorted = order.flatMap { role in blocks.filter { nodes[$0.nodes.lowerBound].role == role } }
        var ranges: [(stem: String, first: String, last: String, count: Int)] = []
        for block in sorted {
            let count = block.nodes.count
            let (first, last) = (block.symbol(0).key, block.symbol(count - 1).key)
            let stem = String(first.prefix { !$0.isNumber })
            if let place = ranges.firstIndex(where: { $0.stem == stem }) {
                ranges[place].last = last
                ranges[place].count += count
            } else {
                ranges.append((stem, first, last, count))
            }
        }
        let texts = ranges.map { range in
            range.count == 1 ? range.first : range.count == 2 ? "\(range.first), \(range.last)" : "\(range.first)…\(range.last)"
        }
        return texts.joined(separator: ", ")
    }
}
