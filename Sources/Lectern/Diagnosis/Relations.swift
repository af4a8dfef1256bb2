import Derivations

/// How a number may have been made of others that the lesson knows, where no formula says so: code with loops and arrays computes
/// a product or a weighted sum like everybody else.
///
/// A relation must hold to twelve digits, so that hardly any holds by chance.
struct Relations {
    private let numbers: [Evidence.Known]
    private let lists: [(name: String, values: [Double])]

    init(_ evidence: Evidence) {
        // Zero, one and other short numbers make relations that say nothing; among thousands of numbers anything is found.
        var seen: Set<Double> = []
        numbers = Array(
            evidence.numbers.filter { $0.value != 0 && $0.value.isFinite && seen.insert($0.value).inserted }.suffix(400))
        lists = Array(evidence.lists.suffix(60))
    }

    /// The first relations found that give the value, simplest first.
    func scalars(giving value: Double) -> [Scalar] {
        guard value.isFinite, value != 0, !Self.isShort(value) else { return [] }
        var found: [Scalar] = []
        for number in numbers where !Mismatch.same(number.value, value) {
            for candidate in Self.functions(of: Scalar(number.name, number.value)) where Mismatch.same(candidate.value, value) {
                found.append(candidate)
            }
        }
        if found.isEmpty { found = pairs(giving: value) }
        if found.isEmpty { found = weightedSums(giving: value) }
        return Array(found.prefix(3))
    }

    /// The functions of one number that networks are made of.
    private static func functions(of x: Scalar) -> [Scalar] {
        var found = [sigmoid(x), tanh(x), x * (1 - x), 1 - x * x, exp(x), 1 - x, 0.5 * x * x, x * x]
        if x.value > 0 { found += [-log(x), log(x), sqrt(x)] }
        if x.value < 1 { found.append(-log(1 - x)) }
        return found
    }

    private func pairs(giving value: Double) -> [Scalar] {
        var found: [Scalar] = []
        for (index, a) in numbers.enumerated() {
            for b in numbers[(index + 1)...] {
                let (x, y) = (a.value, b.value)
                func add(_ candidate: Double, _ make: (Scalar, Scalar) -> Scalar) {
                    guard Mismatch.same(candidate, value), candidate != x, candidate != y, found.count < 3 else { return }
                    found.append(make(Scalar(a.name, x), Scalar(b.name, y)))
                }
                add(x * y) { $0 * $1 }
                add(x + y) { $0 + $1 }
                add(x - y) { $0 - $1 }
                add(y - x) { $1 - $0 }
                // To divide by a half or a tenth is to multiply.
                if !Self.isShort(y) { add(x / y) { $0 / $1 } }
                if !Self.isShort(x) { add(y / x) { $1 / $0 } }
                add(x * (y * (1 - y))) { $0 * ($1 * (1 - $1)) }
                add(y * (x * (1 - x))) { $1 * ($0 * (1 - $0)) }
                add(x * (1 - y * y)) { $0 * (1 - $1 * $1) }
                add(y * (1 - x * x)) { $1 * (1 - $0 * $0) }
                add(0.5 * (x - y) * (x - y)) { 0.5 * pow($0 - $1, 2) }
            }
            if found.count >= 3 { break }
        }
        return found
    }

    /// Σ aₖbₖ of two lists, alone or with one number more.
    private func weightedSums(giving value: Double) -> [Scalar] {
        var found: [Scalar] = []
        for (index, a) in lists.enumerated() where a.values.count > 1 {
            for b in lists[index...] where b.values.count == a.values.count {
                let sum = zip(a.values, b.values).reduce(0) { $0 + $1.0 * $1.1 }
                func scalars(_ list: (name: String, values: [Double])) -> [Scalar] {
                    list.values.enumerated().map { Scalar("\(list.name)[\($0)]", $1) }
                }
                if Mismatch.same(sum, value) {
                    found.append(weightedSum(scalars(a), scalars(b)))
                } else if let bias = numbers.first(where: {
                    Mismatch.same(sum + $0.value, value) && !Mismatch.same($0.value, value)
                }) {
                    found.append(weightedSum(scalars(a), scalars(b), bias: Scalar(bias.name, bias.value)))
                }
                if found.count >= 2 { return found }
            }
        }
        return found
    }

    /// A number of few digits is the result of many things.
    static func isShort(_ value: Double) -> Bool {
        var scaled = abs(value)
        for _ in 0..<5 {
            if abs(scaled - scaled.rounded()) < 1e-9 { return true }
            scaled *= 10
        }
        return false
    }
}
