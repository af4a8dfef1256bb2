import Networks

extension Unrolling {
    /// How a quantity is written: `xhat`, x̂ in both notations or a letter for each.
    struct Letter {
        var key: String
        var tex: String
        var indexedKey: String
        var indexedTeX: String

        init(_ key: String, _ tex: String? = nil, indexed indexedKey: String? = nil, _ indexedTeX: String? = nil) {
            self.key = key
            self.tex = tex ?? key
            self.indexedKey = indexedKey ?? key
            self.indexedTeX = indexedTeX ?? indexedKey ?? tex ?? key
        }
    }

    /// The place of a number in samples of a shape, from 1: row, column and channel, or time and channel. A single channel is
    /// left out.
    static func place(_ index: Int, in shape: Shape) -> [Int] {
        var (rest, places) = (index, [Int]())
        for (axis, size) in shape.dimensions.enumerated().reversed() {
            let isSingle = axis > 0 && axis == shape.rank - 1 && size == 1
            if !isSingle { places.append(rest % size + 1) }
            rest /= size
        }
        return places.reversed()
    }

    /// Names numbers by their places: net_{2,3} and z_{23}^{(1)}, with the channel after row and column.
    mutating func nameMap(_ nodes: [Int], _ letter: Letter, _ title: String, shape: Shape) {
        nameQuantity(nodes, letter, title) { Self.place($0, in: shape) }
    }

    /// Names numbers of this layer by indices. A second quantity with the same letter in one level gets a prime; in another level
    /// than the first the sequential name is marked with the level.
    mutating func nameQuantity(_ nodes: [Int], _ letter: Letter, _ title: String, _ indices: @escaping @Sendable (Int) -> [Int])
    {
        guard let first = nodes.first, nodes.elementsEqual(first..<first + nodes.count) else { return }
        let prime = primes(letter.key)
        let (level, mark) = (level, mark(letter.key + prime))
        name(range(nodes), title) { index in
            let numbers = indices(index)
            let place = numbers.map(String.init).joined(separator: ",")
            let short = numbers.map(String.init).joined(separator: numbers.allSatisfy { $0 < 10 } ? "" : ",")
            let (below, belowTeX) = place.isEmpty ? ("", "") : ("_\(place)", "_{\(place)}")
            let (tight, tightTeX) = short.isEmpty ? ("", "") : ("_\(short)", "_{\(short)}")
            return Symbol(
                "\(letter.key)\(prime)\(below)\(mark)",
                "\(letter.tex)\(belowTeX)\(prime)\(mark.isEmpty ? "" : "^{\(mark.dropFirst())}")",
                indexed: "\(letter.indexedKey)\(prime)\(tight)^(\(level))",
                "\(letter.indexedTeX)\(tightTeX)\(prime)^{(\(level))}")
        }
    }

    /// A parameter of each feature, γ or β, numbered through all layers: `gamma1`, γ_1^{(l)}.
    mutating func addFeatures(_ letter: String, _ values: [Double], _ title: String) -> [Int] {
        if let known = known() { return known }
        let nodes = values.map { graph.add($0, .parameter) }
        let offset = counters[letter, default: 0]
        counters[letter] = offset + nodes.count
        let (level, prime) = (level, primes(letter))
        graph.name(range(nodes), title) { index in
            Symbol(
                "\(letter)\(offset + index + 1)", "\\\(letter)_{\(offset + index + 1)}",
                indexed: "\(letter)\(prime)_\(index + 1)^(\(level))", "\\\(letter)_{\(index + 1)}\(prime)^{(\(level))}")
        }
        remember(nodes)
        return nodes
    }

    /// The kernels of a convolution, one row for each filter: w_1…, in indices filter, row, column, channel, where there are several.
    mutating func addKernels(_ rows: [[Double]], size: Shape) -> [[Int]] {
        let taps = max(1, size.count)
        if let known = known() { return rows.indices.map { Array(known[$0 * taps..<($0 + 1) * taps]) } }
        let nodes = rows.map { row in row.map { graph.add($0, .parameter) } }
        let (offset, level, several, prime) = (weights, level, rows.count > 1, primes("w"))
        graph.name(range(nodes.flatMap { $0 }), "kernels of the \(place(level))") { index in
            let numbers = (several ? [index / taps + 1] : []) + Self.place(index % taps, in: size)
            let short = numbers.map(String.init).joined(separator: numbers.allSatisfy { $0 < 10 } ? "" : ",")
            return Symbol(
                "w\(offset + index + 1)", "w_{\(offset + index + 1)}", indexed: "w\(prime)_\(short)^(\(level))",
                "w_{\(short)}\(prime)^{(\(level))}")
        }
        weights += nodes.count * taps
        remember(nodes.flatMap { $0 })
        return nodes
    }

    /// Nothing for the first layer of a level that uses a letter, one prime for the second.
    mutating func primes(_ letter: String) -> String {
        var users = firstUsers["\(letter) \(level)", default: []]
        if !users.contains(part) { users.append(part) }
        firstUsers["\(letter) \(level)"] = users
        return String(repeating: "'", count: users.firstIndex(of: part) ?? 0)
    }

    /// The mean of some numbers for each group, the means side by side.
    mutating func means(_ groups: [[Int]]) -> [Int] {
        let sums = groups.map { graph.add(.sum, $0) }
        let counts = groups.map { graph.add(Double($0.count), .constant) }
        return zip(sums, counts).map { graph.add(.quotient, [$0, $1]) }
    }
}
