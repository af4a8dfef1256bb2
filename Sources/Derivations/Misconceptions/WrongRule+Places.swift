import Exhibits

/// A step of the chain rule: from a number to one that it is computed from.
struct Way: Hashable {
    var from: Int
    var to: Int
}

extension ScalarGraph {
    /// The activations of each layer: named results of a function of one named number.
    ///
    /// Titles of layers are English; in other languages a layer is named by its numbers.
    func activations(_ said: SlipWords) -> [(words: String, places: [Int])] {
        var layers: [(words: String, places: [Int])] = []
        for block in blocks {
            let places = block.nodes.filter { place in
                switch nodes[place].operation {
                case .function(.identity), .function(.exp), .function(.log), .function(.sqrt), .function(.abs): false
                case .function, .custom: nodes[nodes[place].operands[0]].role == .result
                default: false
                }
            }
            guard !places.isEmpty else { continue }
            let names = places.compactMap { symbol(of: $0)?.key }
            let isNamed = places.count == 1 || PageStyle.current.language != .english
            let words = isNamed && !names.isEmpty ? Self.range(names) : block.title.isEmpty ? said.oneLayer : block.title
            layers.append((words, places))
        }
        return layers
    }

    /// `out_h1`, `out_h1, out_h2`, `a_1^(1), …, a_9^(1)`
    private static func range(_ names: [String]) -> String {
        names.count <= 3 ? names.joined(separator: ", ") : "\(names[0]), …, \(names[names.count - 1])"
    }

    /// Which operands of a neuron's sum are its biases: parameters by themselves, beside products; nil for no such sum.
    func biases(of place: Int) -> [Int]? {
        let operands = nodes[place].operands
        switch nodes[place].operation {
        case .weightedSum(let pairs): return Array((2 * pairs)..<operands.count)
        case .sum:
            guard operands.contains(where: { nodes[$0].role == .result }) else { return nil }
            return operands.indices.filter { nodes[operands[$0]].role == .parameter }
        default: return nil
        }
    }

    /// The ways from a neuron's sum to results of the layer below, whose factor is a weight.
    var waysThroughWeights: Set<Way> {
        var ways: Set<Way> = []
        for (place, node) in nodes.enumerated() {
            let pairs: [(Int, Int)]
            switch node.operation {
            case .weightedSum(let count): pairs = (0..<count).map { (node.operands[2 * $0], node.operands[2 * $0 + 1]) }
            case .product where node.operands.count == 2: pairs = [(node.operands[0], node.operands[1])]
            default: continue
            }
            for (first, second) in pairs {
                if nodes[first].role == .parameter, nodes[second].role == .result { ways.insert(Way(from: place, to: second)) }
                if nodes[second].role == .parameter, nodes[first].role == .result { ways.insert(Way(from: place, to: first)) }
            }
        }
        return ways
    }

    /// For each way through a shared kernel the weight on its other side: on the way back a kernel is turned round, and whoever
    /// doesn't, takes this one.
    ///
    /// A kernel of one channel is known by numbers that meet neighbouring weights of it in different windows. In a dense layer
    /// over several samples and in a recurrent layer every number meets the same weight again, in several channels never the
    /// next one of the list.
    var mirroredKernels: [Way: Int] {
        var windows: [(place: Int, weights: [Int], inputs: [Int])] = []
        for (place, node) in nodes.enumerated() {
            guard case .weightedSum(let pairs) = node.operation, pairs > 0 else { continue }
            let weights = (0..<pairs).map { node.operands[2 * $0] }, inputs = (0..<pairs).map { node.operands[2 * $0 + 1] }
            guard weights.allSatisfy({ nodes[$0].role == .parameter }) else { continue }
            windows.append((place, weights, inputs))
        }
        // Windows at a border have a part of the weights.
        let lists = Set(windows.map(\.weights)).sorted { ($1.count, $0.first ?? 0) < ($0.count, $1.first ?? 0) }
        var wholes: [[Int]] = []
        for list in lists where !wholes.contains(where: { Set(list).isSubset(of: $0) }) { wholes.append(list) }
        var mirrored: [Way: Int] = [:]
        for whole in wholes where whole.count > 1 {
            let positions = Dictionary(whole.enumerated().map { ($1, $0) }) { first, _ in first }
            let own = windows.filter { $0.weights.allSatisfy { positions[$0] != nil } }
            var met: [Int: Set<Int>] = [:]
            for window in own {
                for (weight, input) in zip(window.weights, window.inputs) {
                    if let position = positions[weight] { met[input, default: []].insert(position) }
                }
            }
            guard met.values.contains(where: { met in met.contains { met.contains($0 + 1) } }) else { continue }
            for window in own {
                for (weight, input) in zip(window.weights, window.inputs) {
                    guard let position = positions[weight] else { continue }
                    mirrored[Way(from: window.place, to: input)] = whole[whole.count - 1 - position]
                }
            }
        }
        return mirrored
    }
}
