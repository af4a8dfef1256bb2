/// Where each parameter of a network stands when all are laid end to end.
struct ParameterLayout {
    struct Block {
        let kind: Parameter.Kind
        let range: Range<Int>
        /// Numbers to a row: the weights that lead into one unit.
        let columns: Int
    }

    let blocks: [Block]
    /// Where the numbers of `Network.flatParameters` stand, one after the other; nil when in that order.
    private let order: [Int]?
    var count: Int { blocks.last?.range.upperBound ?? 0 }

    /// `places` says for each number its place in `Network.flatParameters`.
    init(_ network: Network, places: [Int]? = nil) {
        var start = 0
        blocks = network.layers.flatMap(\.parameters).map { parameter in
            defer { start += parameter.values.count }
            return Block(kind: parameter.kind, range: start..<start + parameter.values.count, columns: parameter.columns)
        }
        order = places.map { places in
            var order = places
            for (place, index) in places.enumerated() { order[index] = place }
            return order
        }
    }

    /// So many numbers that count as the weights of as many units.
    init(count: Int) {
        blocks = [Block(kind: .weight, range: 0..<count, columns: 1)]
        order = nil
    }

    /// Numbers that stand as this layout has them, in the order of `Network.flatParameters`; none stay none.
    func inNetworkOrder(_ numbers: [Double]) -> [Double] {
        guard let order, !numbers.isEmpty else { return numbers }
        return order.map { numbers[$0] }
    }

    /// The way back.
    func inOwnOrder(_ numbers: [Double]) -> [Double] {
        guard let order, !numbers.isEmpty else { return numbers }
        var own = numbers
        for (index, place) in order.enumerated() { own[place] = numbers[index] }
        return own
    }

    /// √Σ g²
    func norm(of gradients: UnsafePointer<Double>) -> Double {
        var sum = 0.0
        if let order {
            for k in order { sum = fused(gradients[k], gradients[k], sum) }
        } else {
            for k in 0..<count { sum = fused(gradients[k], gradients[k], sum) }
        }
        return sum.squareRoot()
    }

    /// Scales each row of weights that is longer down to the norm `limit`.
    func hold(_ parameters: UnsafeMutablePointer<Double>, toNorm limit: Double) {
        for block in blocks where block.kind == .weight && block.columns > 0 {
            for start in stride(from: block.range.lowerBound, to: block.range.upperBound, by: block.columns) {
                let places = (start..<min(start + block.columns, block.range.upperBound)).map { order?[$0] ?? $0 }
                var sum = 0.0
                for place in places { sum = fused(parameters[place], parameters[place], sum) }
                guard sum.squareRoot() > limit else { continue }
                let factor = limit / sum.squareRoot()
                for place in places { parameters[place] *= factor }
            }
        }
    }
}
