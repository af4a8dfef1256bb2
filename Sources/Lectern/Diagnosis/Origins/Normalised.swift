import Exhibits

/// Numbers brought to mean 0 and variance 1, x̂ = (x − μ)/√(v + ε), their variance and their deviation.
private struct Normalised {
    let numbers: [Double]
    let mean: Double
    /// Σ (x − μ)²
    let squares: Double

    enum Quantity: Hashable {
        case variance, deviation
        case standardised(Int)
    }

    /// How it is done.
    struct Manner: Hashable {
        enum Place { case inside, outside }

        /// Whether v is Σ(x − μ)²/(n − 1).
        var isUnbiased = false
        var epsilon = 0.0
        var place = Place.inside
    }

    /// Nil for a list that has no spread.
    init?(_ numbers: [Double]) {
        guard numbers.count > 1, numbers.allSatisfy(\.isFinite) else { return nil }
        let mean = numbers.reduce(0, +) / Double(numbers.count)
        (self.numbers, self.mean) = (numbers, mean)
        squares = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        guard squares > 0 else { return nil }
    }

    private func root(_ manner: Manner) -> Double {
        let variance = squares / Double(numbers.count - (manner.isUnbiased ? 1 : 0))
        return manner.place == .inside ? (variance + manner.epsilon).squareRoot() : variance.squareRoot() + manner.epsilon
    }

    func value(_ quantity: Quantity, _ manner: Manner) -> Double {
        let root = root(manner)
        return switch quantity {
        case .variance: root * root
        case .deviation: root
        case .standardised(let index): (numbers[index] - mean) / root
        }
    }

    /// The quantity and the manner that give a value.
    func origin(of value: Double, epsilons: [Double]) -> (Quantity, Manner)? {
        for isUnbiased in [false, true] {
            for epsilon in [0] + epsilons {
                for place in epsilon == 0 ? [Manner.Place.inside] : [.inside, .outside] {
                    let manner = Manner(isUnbiased: isUnbiased, epsilon: epsilon, place: place)
                    let root = root(manner)
                    // A number this far from the mean, before anything is divided one by one.
                    if let index = numbers.firstIndex(where: { Mismatch.same($0 - mean, value * root) && value != 0 }) {
                        return (.standardised(index), manner)
                    }
                    if epsilon == 0, Mismatch.same(root * root, value) { return (.variance, manner) }
                    if epsilon == 0, Mismatch.same(root, value) { return (.deviation, manner) }
                }
            }
        }
        return nil
    }

    func otherWays(_ quantity: Quantity, _ right: Manner, epsilons: [Double]) -> [(words: String, value: Double)] {
        var other = right
        other.isUnbiased.toggle()
        let counts = right.isUnbiased ? "n instead of n − 1" : "n − 1 instead of n"
        var found = [("\(counts) in the variance", value(quantity, other))]
        guard case .standardised(let index) = quantity else { return found }
        if right.epsilon > 0 {
            other = right
            other.place = right.place == .inside ? .outside : .inside
            let formula =
                other.place == .outside ? "ε outside the root, (x − μ)/(√v + ε)" : "ε inside the root, (x − μ)/√(v + ε)"
            found.append((formula, value(quantity, other)))
        }
        for epsilon in [0] + epsilons where epsilon != right.epsilon {
            other = right
            other.epsilon = epsilon
            let instead = right.epsilon > 0 ? " instead of \(NumberFormat.shortest.text(right.epsilon))" : ""
            found.append(
                (epsilon == 0 ? "without ε" : "ε = \(NumberFormat.shortest.text(epsilon))\(instead)", value(quantity, other)))
        }
        let root = root(right)
        found.append(("the mean not subtracted", numbers[index] / root))
        found.append(("divided by the variance, not by its root", (numbers[index] - mean) / (root * root)))
        return found
    }
}

extension Beginnings {
    /// The numbers that other ways to normalise the same list give.
    func normalised(to value: Double) -> [OtherWay] {
        guard value.isFinite, value != 0 else { return [] }
        let own = Array(numbers.filter { $0 > 0 && $0 < 0.1 }.prefix(6))
        let epsilons = own + [1e-3, 1e-5, 1e-6, 1e-7, 1e-8, 1e-12].filter { !own.contains($0) }
        var found: [OtherWay] = []
        var origins = 0
        for (number, list) in lists.enumerated() where list.count <= 64 {
            guard let normalised = Normalised(list), let (quantity, manner) = normalised.origin(of: value, epsilons: epsilons)
            else { continue }
            found += normalised.otherWays(quantity, manner, epsilons: epsilons).map {
                OtherWay(
                    cause: .convention, words: "fits \($0.words)", value: $0.value, computation: "list \(number) normalised",
                    isWeak: list.count < 3)
            }
            origins += 1
            if origins == 3 { break }
        }
        return found
    }
}
