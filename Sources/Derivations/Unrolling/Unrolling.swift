import Networks

/// A network on its way to becoming a graph: the scalars so far, and the counters that number its parts as a lecturer would.
struct Unrolling: Sendable {
    var graph = ScalarGraph()
    /// The layer with neurons of its own that is being unrolled, counted from 1: the (l) of the indexed notation.
    var level = 0
    /// How many such layers there are before the last.
    var hiddenLevels = 0
    /// The samples that go through each layer together, and which of them is being unrolled: from 1, when there are several.
    var samples: [Int?] = []
    var sample: Int?
    /// The layer of the network being unrolled, and the part, which counts layers within layers too.
    var layer = 0
    var part = 0
    /// The shape of what goes into the part.
    var shape: Shape = 1
    /// How far the sample being unrolled has come.
    var position = Position()
    /// What dropout draws from; nil outside training.
    var generator: SplitMix64?
    /// How many parameters under each letter and gate have been numbered, through all layers: w₁…w₈, w_{i,1}….
    var counters: [String: Int] = [:]
    /// The first level that uses each letter over time; another one marks its names with its own number.
    var firstLevels: [String: Int] = [:]
    /// The parts that use a letter, by letter and level; all but the first mark it with primes.
    var firstUsers: [String: [Int]] = [:]
    /// Whether the results of the layer being unrolled are the level's outputs, since no activation follows.
    var endsLevel = false
    /// The nodes of each layer's parameters, parallel to the engine's gradients.
    var parameters: [[[Int]]] = []
    /// The nodes of what recurrent layers were given to start from, by layer, of layers within it one after the other; of the last
    /// samples that were unrolled together.
    var firstStates: [Int: [[Int]]] = [:]
    /// The nodes of the inputs and of each layer's outputs, parallel to the engine's activations.
    var activations: [[Int]] = []
    /// The same for every sample.
    var activationsBySample: [[[Int]]] = []

    /// Whether a layer is being unrolled, not the inputs or the loss.
    var isWalking = false

    /// What begins anew with each sample.
    struct Position: Sendable {
        /// How many parameter arrays of the layer have been met.
        var met = 0
        /// The last level whose outputs have been named; a further activation in it needs other names.
        var activated = -1
        /// How many activations before have named outputs in this level.
        var primes = 0
        /// The shape of feature maps, whose numbers are named by row, column and channel.
        var map: Shape?
    }

    /// Where a neuron stands: `i1` before the first layer, `h1` or `h2,1` in a hidden layer, `o1` in the last.
    static func neuron(_ unit: Int, level: Int, hiddenLevels: Int) -> String {
        level == 0 && hiddenLevels > 0
            ? "i\(unit)" : level > hiddenLevels ? "o\(unit)" : hiddenLevels > 1 ? "h\(level),\(unit)" : "h\(unit)"
    }

    /// What the neurons of a level are called in sentences.
    func place(_ level: Int) -> String {
        level > hiddenLevels ? "output layer" : hiddenLevels > 1 ? "hidden layer \(level)" : "hidden layer"
    }
}

/// A layer that can be taken apart into scalars; what a lesson writes for its own is `Unrollable`.
protocol GraphLayer {
    /// Adds the layer's results for the given nodes; returns their nodes.
    func unroll(_ inputs: [Int], into unrolling: inout Unrolling) -> [Int]
    /// The same for several samples in training; sample by sample unless the layer depends on the batch.
    func unroll(batch: [[Int]], into unrolling: inout Unrolling) -> [[Int]]
    /// Whether the layer counts as one of the network's levels: it has neurons with weights.
    var isLevel: Bool { get }
    /// How many levels the layer has, those of layers within it too.
    var levelCount: Int { get }
    /// Whether the layer goes on with the level before, as activations do.
    var continuesLevel: Bool { get }
    /// Whether numbers only pass, so that what comes after counts.
    var isPassThrough: Bool { get }
    /// Whether a lesson defined the layer.
    var isOwn: Bool { get }
}

extension GraphLayer {
    var isLevel: Bool { true }
    var levelCount: Int { isLevel ? 1 : 0 }
    var continuesLevel: Bool { !isLevel }
    var isPassThrough: Bool { false }
    var isOwn: Bool { false }

    func unroll(batch: [[Int]], into unrolling: inout Unrolling) -> [[Int]] {
        unrolling.eachSample(batch) { unrolling, _, nodes in unroll(nodes, into: &unrolling) }
    }
}

/// A name that nothing has.
struct UnknownName: Error, CustomStringConvertible {
    var description: String
}
