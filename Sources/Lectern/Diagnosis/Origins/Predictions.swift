import Derivations
import Exhibits
import Networks

/// What the networks of a lesson give for the lists that it writes down: of a prediction nothing is kept but its numbers.
struct Predictions {
    private struct Pair: Hashable {
        /// Which of the lesson's networks, in the order in which it made them.
        var network: Int
        var input: [Double]
    }

    private var tried: Set<Pair> = []
    private var passes: [BackpropagationPass] = []

    private static let mostPasses = 300
    private static let mostParameters = 500

    mutating func take(_ networks: [Network], _ inputs: [[Double]]) {
        for (number, network) in networks.enumerated()
        where network.parameterCount <= Self.mostParameters && network.outputs <= 64 {
            for input in inputs where input.count == network.inputs {
                guard tried.count < Self.mostPasses, tried.insert(Pair(network: number, input: input)).inserted,
                    // Where the way back begins doesn't matter: only what comes out is asked for.
                    let pass = try? network.backpropagation(
                        of: input, toward: [Double](repeating: 0, count: network.outputs), minimizing: .halfSquaredError)
                else { continue }
                passes.append(pass)
            }
        }
    }

    /// The graphs in which a layer gives the value, each with its place.
    func quantities(giving value: Double) -> [GraphQuantity] {
        var found: [GraphQuantity] = []
        for pass in passes.reversed() {
            guard pass.activations.dropFirst().contains(where: { $0.contains { Mismatch.same($0, value) } }),
                let graph = pass.agreedGraph
            else { continue }
            let places = (0..<graph.count).filter { graph.role(at: $0) == .result && $0 != graph.resultPlace }
            guard let place = places.last(where: { Mismatch.same(graph.value(at: $0), value) }) else { continue }
            found.append(GraphQuantity(.value(place), in: graph))
            if found.count == 2 { break }
        }
        return found
    }
}

extension GraphQuantity {
    /// What it comes to where a rule is broken everywhere.
    var otherWays: [OtherWay] {
        graph.rulesOfPrediction.map {
            OtherWay(
                cause: Cause(rawValue: $0.cause) ?? .convention, words: $0.words, value: value(under: $0.variation),
                computation: "graph")
        }
    }
}
