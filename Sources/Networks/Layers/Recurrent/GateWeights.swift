/// What a recurrent layer multiplies: W for its inputs, U for its own last outputs, and biases b, one row for each unit of
/// each gate, gate after gate.
struct GateWeights: Sendable {
    let units: Int
    /// The letters of the gates in order; one empty letter for a layer without gates.
    let letters: [String]
    let usesBias: Bool
    /// What the biases of each gate start at.
    let startingBiases: [Double]
    /// Row-major; empty until the layer is connected, when none were given.
    var input: [Double] = []
    var recurrent: [Double] = []
    /// Empty where there are none.
    var biases: [Double] = []
    /// What W and each gate's U are drawn from.
    var initializer = Initializer.glorotUniform
    var recurrentInitializer = Initializer.orthogonal()
    /// What is drawn for the biases, which each gate's start is added to.
    var biasInitializer = Initializer.zeros
    /// What was given, as it was given, so that a wrong shape can be named.
    private let given: Gate?

    /// Weights to be drawn.
    init(units: Int, letters: [String], usesBias: Bool, startingBiases: [Double]) {
        self.units = units
        self.letters = letters
        self.usesBias = usesBias
        self.startingBiases = startingBiases
        given = nil
    }

    /// Given weights, gates one below the other.
    init(units: Int, letters: [String], given: Gate, usesBias: Bool) {
        self.units = units
        self.letters = letters
        self.usesBias = usesBias
        startingBiases = letters.map { _ in 0 }
        self.given = given
        input = given.weights.flatMap { $0 }
        recurrent = given.recurrent.flatMap { $0 }
        biases = usesBias ? given.biases ?? given.weights.map { _ in 0 } : []
    }

    /// Given weights, gate by gate.
    init(units: Int, letters: [String], gates: [Gate]) {
        let usesBias = gates.contains { $0.biases != nil }
        let biases = gates.flatMap { $0.biases ?? $0.weights.map { _ in 0 } }
        let stacked = Gate(
            weights: gates.flatMap(\.weights), recurrent: gates.flatMap(\.recurrent), biases: usesBias ? biases : nil)
        self.init(units: units, letters: letters, given: stacked, usesBias: usesBias)
    }

    /// Units of all gates together.
    var rows: Int { letters.count.times(units) }
    /// Features at each step.
    var inputs: Int { rows > 0 ? input.count / rows : 0 }

    var parameters: [Parameter] {
        get {
            let weights = Parameter(.weight, input, rows: rows, columns: inputs)
            let recurrent = Parameter(.weight, recurrent, rows: rows, columns: units)
            return usesBias ? [weights, recurrent, Parameter(.bias, biases, rows: rows, columns: 1)] : [weights, recurrent]
        }
        set {
            guard newValue.count >= (usesBias ? 3 : 2) else { return }
            input = newValue[0].values
            recurrent = newValue[1].values
            if usesBias { biases = newValue[2].values }
        }
    }

    /// How many numbers W, U and b have for such samples; known before they are drawn.
    func parameterCount(for shape: Shape) -> Int {
        letters.count.times(units).times(shape.features.plus(units).plus(usesBias ? 1 : 0))
    }

    /// How many steps a sample has; it has been checked, or is checked here.
    func steps(in sample: [Double]) -> Int { inputs > 0 ? sample.count / inputs : 0 }

    /// The weights fitted to sequences of this shape: what was not given is drawn.
    func connected(to shape: Shape, layer: String, drawingFrom generator: inout SplitMix64) throws -> GateWeights {
        guard units > 0 else { throw ShapeError("\(layer) has no units; give it at least 1") }
        guard shape.rank == 2 else {
            throw ShapeError(
                "\(layer) takes a sequence, time×features, but is given \(shape); "
                    + "give the network inputs of such a shape, [steps, features]")
        }
        let inputs = shape.features
        if let given { try check(given, inputs, layer) }
        guard input.isEmpty else {
            guard input.count == rows * inputs else {
                throw ShapeError(
                    "\(layer) is given \(inputs) features at each step, but was connected to \(self.inputs) before")
            }
            return self
        }
        var weights = self
        weights.input = initializer.drawn(rows: rows, columns: inputs, fanIn: inputs, fanOut: units, from: &generator)
        weights.recurrent = letters.flatMap { _ in recurrentInitializer.drawn(rows: units, columns: units, from: &generator) }
        weights.biases =
            usesBias
            ? startingBiases.flatMap { start in
                biasInitializer.drawn(rows: units, columns: 1, fanIn: inputs, fanOut: units, from: &generator).map {
                    $0 + start
                }
            } : []
        return weights
    }

    private func check(_ given: Gate, _ inputs: Int, _ layer: String) throws {
        let each =
            letters.count == 1 ? "one for each unit" : "one for each unit of the gates \(letters.joined(separator: ", "))"
        func check(_ matrix: [[Double]], _ what: String, _ columns: Int, _ meaning: String) throws {
            guard matrix.count == rows else {
                throw ShapeError("\(layer) got \(matrix.count) rows of \(what); give \(rows), \(each)")
            }
            if let row = matrix.firstIndex(where: { $0.count != columns }) {
                throw ShapeError(
                    "\(layer) \(meaning), but row \(row + 1) of its \(what) has \(matrix[row].count) numbers; "
                        + "the \(what) must have shape \(rows)×\(columns)")
            }
        }
        try check(given.weights, "weights", inputs, "is given \(inputs) features at each step")
        try check(given.recurrent, "recurrent weights", units, "has \(units) units")
        if let biases = given.biases, biases.count != rows {
            throw ShapeError("\(layer) got \(biases.count) biases; give \(rows), \(each)")
        }
    }
}
