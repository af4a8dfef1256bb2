import Exhibits

/// Which quantities a name may mean, under one convention.
struct NameReading {
    let index: QuantityIndex
    let conventions: Conventions

    func candidates(for name: NotedName, as entry: NamedLiteral.Entry?, _ roles: (NotedLetter) -> [LetterRole])
        -> [QuantityIndex.Candidate]
    {
        switch name {
        case .quantity(let letter):
            return roles(letter).flatMap { role in
                identities(letter, role, entry).flatMap { values(of: $0, letter, role) }
            }
        case .derivative(let top, let bottom):
            let below = roles(bottom).filter { !$0.isDelta }.flatMap { identities(bottom, $0, entry) }
            // A matrix of derivatives is by the weights of a level: what is above is one number.
            guard let top else { return below.flatMap(index.gradients).map { .init(number: $0) } }
            let above = roles(top).filter { !$0.isDelta }.flatMap { role in
                role == .loss && top.lower.isEmpty ? losses : identities(top, role, role == .loss ? nil : entry)
            }
            return above.flatMap { a in below.flatMap { index.partials(of: a, by: $0) } }.map { .init(number: $0) }
        }
    }

    private var losses: [QuantityIdentity] { index.at(.loss) }

    private func values(of identity: QuantityIdentity, _ letter: NotedLetter, _ role: LetterRole) -> [QuantityIndex.Candidate] {
        if role.isDelta {
            return index.gradients(by: identity).map { .init(number: $0, sign: conventions.deltaSign) }
        }
        let all = index.values(of: identity)
        guard letter.isUpdated else { return all.map { .init(number: $0) } }
        // After an update a lesson holds it twice: as it was, and as it became.
        guard let first = all.first else { return [] }
        return all.filter { $0.value != first.value }.map { .init(number: $0) }
    }

    private func identities(_ letter: NotedLetter, _ role: LetterRole, _ entry: NamedLiteral.Entry?) -> [QuantityIdentity] {
        let lower = letter.lower.filter { $0 != "(" && $0 != ")" }
        if letter.accent == nil, letter.level == nil, entry == nil, !role.isDelta {
            let own = index.named(letter.base + lower.joined()).filter {
                $0.kinds.contains(role.kind) || (role == .loss && $0.kinds.contains(.lossPart))
            }
            // A name of letters is what it says; one of digits only where notes count on.
            if !own.isEmpty, conventions.countsOn || lower.contains(where: { $0.contains(where: \.isLetter) }) { return own }
        }
        if let neuron = Neuron(lower, last: index.last) { return at(neuron, role, letter) }
        let numbers = Self.numbers(lower, role)
        guard let numbers else { return [] }
        switch role {
        case .loss: return lossIdentities(numbers)
        case .input, .target:
            return letter.level == nil ? givens(role, numbers, entry) : []
        case .weight: return weights(letter, numbers, entry)
        case .bias: return biases(letter, numbers, entry)
        case .sum, .output, .deltaOfSum, .deltaOfOutput: return units(letter, role, numbers, entry)
        }
    }

    /// `h1` and `o1` as in net_{h1}: a unit of the hidden level, if there is one, or of the last.
    private struct Neuron {
        var level: Int
        var unit: Int?

        init?(_ marks: [String], last: Int) {
            guard let first = marks.first, ["h", "o"].contains(first), marks.count <= 2 else { return nil }
            if first == "h", last != 2 { return nil }
            level = first == "h" ? 1 : last
            if marks.count == 2 {
                guard let number = Int(marks[1]) else { return nil }
                unit = number
            }
        }
    }

    private func at(_ neuron: Neuron, _ role: LetterRole, _ letter: NotedLetter) -> [QuantityIdentity] {
        guard letter.level == nil, [.sum, .output, .bias, .target].contains(role.kind) || role == .loss else { return [] }
        if neuron.unit == nil, index.units[neuron.level] != 1 { return [] }
        let unit = neuron.unit ?? 1
        switch role {
        case .loss: return neuron.level == index.last ? index.at(.lossPart, unit: unit) : []
        case .target: return neuron.level == index.last ? index.at(.target, unit: unit) : []
        default: return index.at(role.kind, level: neuron.level, unit: unit)
        }
    }

    /// The numbers of an index: 11 of a weight is 1, 1. nil where it isn't made of numbers.
    private static func numbers(_ marks: [String], _ role: LetterRole) -> [Int]? {
        if role == .loss, marks.joined().lowercased() == "total" { return [] }
        let parts = marks.flatMap { $0.split(separator: ",").map(String.init) }
        if role == .weight, parts.count == 1, parts[0].count == 2, parts[0].allSatisfy(\.isNumber) {
            return parts[0].compactMap { $0.wholeNumberValue }
        }
        let numbers = parts.compactMap { Int($0) }
        return numbers.count == parts.count && numbers.count <= 2 ? numbers : nil
    }

    private func lossIdentities(_ numbers: [Int]) -> [QuantityIdentity] {
        guard let number = numbers.first else { return losses }
        return numbers.count == 1 ? index.at(.lossPart, unit: number) : []
    }

    private func givens(_ role: LetterRole, _ numbers: [Int], _ entry: NamedLiteral.Entry?) -> [QuantityIdentity] {
        func given(_ unit: Int) -> [QuantityIdentity] { index.at(role.kind, level: role == .input ? 0 : nil, unit: unit) }
        func isCount(_ count: Int) -> Bool { !given(count).isEmpty && given(count + 1).isEmpty }
        if let entry { return numbers.isEmpty && isCount(entry.count) ? entry.unit.map(given) ?? [] : [] }
        if let number = numbers.first { return numbers.count == 1 ? given(number) : [] }
        return isCount(1) ? given(1) : []
    }

    private func units(_ letter: NotedLetter, _ role: LetterRole, _ numbers: [Int], _ entry: NamedLiteral.Entry?)
        -> [QuantityIdentity]
    {
        func level(_ level: Int, _ unit: Int) -> [QuantityIdentity] { index.at(role.kind, level: level, unit: unit) }
        guard numbers.count < 2 else { return [] }
        let all = index.units.keys.sorted().filter { $0 > 0 || role == .output }
        if let written = letter.level {
            let own = written - conventions.unitOffset
            if let entry {
                return numbers.isEmpty && entry.count == index.units[own] ? entry.unit.map { level(own, $0) } ?? [] : []
            }
            if let number = numbers.first { return level(own, number) }
            return index.units[own] == 1 ? level(own, 1) : []
        }
        let levels = LetterRole.namesAnswer(letter) ? [index.last] : all.filter { $0 > 0 }
        if let entry {
            guard let unit = entry.unit else { return [] }
            let fitting = levels.filter { index.units[$0] == entry.count }
            guard let number = numbers.first else { return fitting.flatMap { level($0, unit) } }
            return fitting.filter { $0 == number - conventions.unitOffset }.flatMap { level($0, unit) }
        }
        guard let number = numbers.first else {
            return levels.filter { index.units[$0] == 1 }.flatMap { level($0, 1) }
        }
        let ofWhole = index.units[number - conventions.unitOffset] == 1 ? level(number - conventions.unitOffset, 1) : []
        if conventions.countsOn {
            var rest = number
            for own in levels {
                let count = index.units[own] ?? 0
                if rest <= count { return Self.distinct(level(own, rest) + ofWhole) }
                rest -= count
            }
            return ofWhole
        }
        return Self.distinct(levels.flatMap { level($0, number) } + ofWhole)
    }

    static func distinct(_ identities: [QuantityIdentity]) -> [QuantityIdentity] {
        identities.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}
