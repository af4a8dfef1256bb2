import Networks

/// How a quantity is written: `xhat`, x̂ in both notations or a letter for each.
struct Letter: Sendable {
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

extension Unrolling {
    /// Names results of the sample being unrolled.
    mutating func name(
        _ nodes: Range<Int>, _ title: String, _ meaning: NamedScalar.Meaning = .other,
        _ symbol: @escaping @Sendable (Int) -> Symbol
    ) {
        // Behind the last layer stands the loss.
        let own = isWalking && layer < parameters.count ? layer : nil
        guard let sample else { return graph.name(nodes, title, meaning, layer: own, symbol) }
        graph.name(nodes, title, meaning, layer: own) { symbol($0).inSample(sample) }
    }

    func range(_ nodes: [Int]) -> Range<Int> {
        guard let first = nodes.first, let last = nodes.last else { return 0..<0 }
        return first..<(last + 1)
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
    @discardableResult
    mutating func nameMap(_ nodes: [Int], _ letter: Letter, _ title: String, shape: Shape) -> [Int] {
        nameQuantity(nodes, letter, title) { Self.place($0, in: shape) }
    }

    /// Names numbers of this layer by indices: q_{1,2}, in indices q_{12}^{(l)}. A second quantity with the same letter in one
    /// level gets a prime; in another level than the first the sequential name is marked with the level.
    @discardableResult
    mutating func nameQuantity(
        _ nodes: [Int], _ letter: Letter, _ title: String, _ indices: @escaping @Sendable (Int) -> [Int]
    ) -> [Int] {
        guard let first = nodes.first, nodes.elementsEqual(first..<first + nodes.count) else { return nodes }
        let prime = primes(letter.key)
        let (level, mark) = (level, mark(letter.key + prime))
        name(range(nodes), title) { index in
            let numbers = indices(index)
            let (below, tight) = (numbers.map(String.init).joined(separator: ","), Self.indices(numbers))
            return Symbol(
                "\(letter.key)\(prime)\(below.isEmpty ? "" : "_\(below)")\(mark)",
                TeXName("\(letter.tex)\(below.isEmpty ? "" : "_{\(below)}")\(prime)", raised: "\(mark.dropFirst())"),
                indexed: "\(letter.indexedKey)\(prime)\(tight.isEmpty ? "" : "_\(tight)")^(\(level))",
                TeXName("\(letter.indexedTeX)\(tight.isEmpty ? "" : "_{\(tight)}")\(prime)", raised: "(\(level))"))
        }
        return nodes
    }

    /// Names what all units compute at one time: h_{t} or h_{t,j}, net_{i,t,j} of gate i; in indices h_j^{⟨t⟩}, z_{i,j}^{⟨t⟩}.
    ///
    /// The unit is left out where there is only one, and the level but for a second layer with the same letters.
    @discardableResult
    mutating func nameStep(_ nodes: [Int], _ letter: String, gate: String, time: Int, _ title: String) -> [Int] {
        let symbol = stepSymbol(letter, gate: gate, time: time, several: nodes.count > 1)
        name(range(nodes), title, letter == "h" && time > 0 ? .state(time: time) : .other, symbol)
        return nodes
    }

    /// The symbols of such numbers by their index, from 0.
    mutating func stepSymbol(
        _ letter: String, gate: String, time: Int, several: Bool
    ) -> @Sendable (_ index: Int) -> Symbol {
        let indexed = letter == "net" ? "z" : letter
        let (mark, indexedMark) = (mark(letter + gate), mark("\(indexed)\(gate) in indices"))
        return { index in
            let unit = several ? ["\(index + 1)"] : []
            let gates = gate.isEmpty ? [] : [gate]
            let place = (gates + ["\(time)"] + unit).joined(separator: ",")
            let below = (gates + unit).joined(separator: ",")
            return Symbol(
                "\(letter)_\(place)\(mark)", TeXName("\(letter)_{\(place)}", raised: "\(mark.dropFirst())"),
                indexed: "\(indexed)\(below.isEmpty ? "" : "_\(below)")\(indexedMark)⟨\(time)⟩",
                TeXName(
                    "\(indexed)\(below.isEmpty ? "" : "_{\(below)}")",
                    raised: "\(indexedMark.dropFirst())\\langle \(time)\\rangle"))
        }
    }

    /// Nothing for the first layer of a level that uses a letter, one prime for the second.
    mutating func primes(_ letter: String) -> String {
        var users = firstUsers["\(letter) \(level)", default: []]
        if !users.contains(part) { users.append(part) }
        firstUsers["\(letter) \(level)"] = users
        return String(repeating: "'", count: users.firstIndex(of: part) ?? 0)
    }

    /// Nothing for the first level that uses a letter; `^(2)` for another one, so that names stay apart.
    mutating func mark(_ letter: String) -> String {
        let first = firstLevels[letter] ?? level
        firstLevels[letter] = first
        return first == level ? "" : "^(\(level))"
    }
}
