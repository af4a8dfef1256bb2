/// Where scalars are put together: the graph of a network in the making, or a lesson's own expressions.
///
/// What a layer computes is written over a builder, once: unrolling a network and the blocks that lessons put together by hand are
/// the same description.
protocol ScalarBuilder {
    associatedtype Number

    /// A number written in a formula.
    mutating func constant(_ value: Double) -> Number
    mutating func result(_ operation: Operation, _ operands: [Number]) -> Number
    /// The place of the next result, for results that stand side by side; -1 where numbers have no places.
    var nextPlace: Int { get }
    /// The same numbers under a letter and the indices of each.
    @discardableResult
    mutating func nameQuantity(
        _ numbers: [Number], _ letter: Letter, _ title: String, _ indices: @escaping @Sendable (Int) -> [Int]
    ) -> [Number]
    /// The same numbers, one for each unit, as what they are at one time.
    @discardableResult
    mutating func nameStep(_ numbers: [Number], _ letter: String, gate: String, time: Int, _ title: String) -> [Number]
}

extension ScalarBuilder {
    @discardableResult
    mutating func nameStep(_ numbers: [Number], _ letter: String, time: Int, _ title: String) -> [Number] {
        nameStep(numbers, letter, gate: "", time: time, title)
    }

    /// An operation on numbers pair by pair; the results stand side by side.
    mutating func each(_ operation: Operation, _ a: [Number], _ b: [Number]) -> [Number] {
        zip(a, b).map { result(operation, [$0, $1]) }
    }

    mutating func each(_ function: ScalarFunction, _ numbers: [Number]) -> [Number] {
        numbers.map { result(.function(function), [$0]) }
    }

    /// Σ wₖxₖ of one row, then the biases.
    mutating func weightedSum(_ weights: [Number], _ values: some Sequence<Number>, plus biases: [Number] = []) -> Number {
        let pairs = zip(weights, values).flatMap { [$0, $1] }
        return result(.weightedSum(pairs: pairs.count / 2), pairs + biases)
    }

    /// e^{zᵢ} / Σ e^{zⱼ}
    mutating func softmax(_ numbers: [Number]) -> [Number] {
        let first = nextPlace
        return numbers.indices.map { result(.softmax(index: $0, first: first), numbers) }
    }

    /// The mean of some numbers for each group, the means side by side.
    mutating func means(_ groups: [[Number]]) -> [Number] {
        let sums = groups.map { result(.sum, $0) }
        let counts = groups.map { constant(Double($0.count)) }
        return each(.quotient, sums, counts)
    }
}

extension Unrolling: ScalarBuilder {
    mutating func constant(_ value: Double) -> Int { graph.add(value, .constant) }
    mutating func result(_ operation: Operation, _ operands: [Int]) -> Int { graph.add(operation, operands) }
    var nextPlace: Int { graph.nodes.count }
}

/// A lesson's own expressions: nothing is kept but the scalars themselves.
struct Expressions: ScalarBuilder {
    var nextPlace: Int { -1 }

    func constant(_ value: Double) -> Scalar { Scalar(constant: value) }
    func result(_ operation: Operation, _ operands: [Scalar]) -> Scalar { Scalar(operation, operands) }

    /// `mu_1`, `x_2_3`.
    func nameQuantity(
        _ numbers: [Scalar], _ letter: Letter, _ title: String, _ indices: @escaping @Sendable (Int) -> [Int]
    ) -> [Scalar] {
        numbers.enumerated().map { place, number in
            let places = indices(place).map(String.init)
            let key = ([letter.key] + places).joined(separator: "_")
            let tex = letter.tex == letter.key ? Symbol.tex(of: key) : "\(letter.tex)_{\(places.joined(separator: ","))}"
            return Scalar(number, as: Symbol(key, TeXName(tex), indexed: key, TeXName(tex)))
        }
    }

    /// `h_2` at time 2, and of the third of several units `h_2_3`; `net_i_2` of gate i.
    func nameStep(_ numbers: [Scalar], _ letter: String, gate: String, time: Int, _ title: String) -> [Scalar] {
        let stem = gate.isEmpty ? letter : "\(letter)_\(gate)"
        return nameQuantity(numbers, Letter(stem), title) { numbers.count == 1 ? [time] : [time, $0 + 1] }
    }
}
