import Claims

/// A proposed network as an audit file. What the notes don't state stands in it as a comment that says what to fill in.
struct ProposedFile {
    var network: ProposedNetwork
    var input: [WrittenNumber]
    /// The notes as the file names them.
    var notes: String
    /// How many of the notes' numbers are values of the network.
    var matched: Int
    var printed: Int
    var target: [WrittenNumber]?
    var loss: ProposedNetwork.Loss?
    var rate: WrittenNumber?
    /// Of each layer, whether no number of the notes tells what stands behind it.
    var isUntold: [Bool] = []
    /// Whether the notes go through the network again, behind the step.
    var goesOn = false

    var text: String {
        let lines =
            ["---", "title: The network of \(notes)", "audits: \(notes)", "---", ""]
            + [
                "Proposed from what the notes state: \(matched) of their \(printed) numbers with three digits or more are weighted sums or outputs of this network. Check every line before you rely on it.",
                "", "```{swift}",
            ]
        return (lines + networkLines + runLines + ["```"]).joined(separator: "\n") + "\n"
    }

    private var networkLines: [String] {
        var lines = ["let net = Network(inputs: \(input.count)) {"]
        for (layer, isUntold) in zip(network.layers, isUntold) {
            let rows = layer.weights.map { list($0) }.joined(separator: ", ")
            let biases =
                layer.biases.isEmpty
                ? "bias: .none" : layer.biases.count == 1 ? "bias: \(layer.biases[0].code)" : "biases: \(list(layer.biases))"
            lines.append("    Dense(\(layer.weights.count), weights: [\(rows)], \(biases))")
            if layer.activation != .identity {
                lines.append("    \(layer.activation.rawValue)()")
            } else if isUntold {
                lines.append(
                    "    // No number of the notes tells the activation here: fill in Sigmoid(), Tanh() or another, or none.")
            }
        }
        return lines + ["}"]
    }

    private var runLines: [String] {
        let inputs = list(input)
        guard let target else {
            return [
                "let output = net(\(inputs))",
                "// No targets are stated: net.backpropagate(\(inputs), toward: …, minimizing: …)",
            ]
        }
        let targets = list(target)
        guard let loss else {
            return [
                "let output = net(\(inputs))",
                "// The notes print no loss of this network that is known here: net.backpropagate(\(inputs), toward: \(targets), minimizing: …)",
            ]
        }
        let call = "backpropagate(\(inputs), toward: \(targets), minimizing: .\(loss.rawValue))"
        var lines = ["let pass = net.\(call)"]
        guard let rate else {
            return lines + ["// No rate is stated: let after = net.updated(along: pass, by: .gradientDescent(rate: …))"]
        }
        lines.append("let after = net.updated(along: pass, by: .gradientDescent(rate: \(rate.code)))")
        if goesOn { lines.append("let again = after.\(call)") }
        return lines
    }

    private func list(_ numbers: [WrittenNumber]) -> String { "[" + numbers.map(\.code).joined(separator: ", ") + "]" }
}

extension WrittenNumber {
    /// As Swift writes it.
    fileprivate var code: String { value == value.rounded() && abs(value) < 1e9 ? String(Int(value)) : "\(value)" }
}
