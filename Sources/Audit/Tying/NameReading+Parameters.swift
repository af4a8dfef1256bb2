import Exhibits

/// Names of weights and biases.
extension NameReading {
    func weights(_ letter: NotedLetter, _ numbers: [Int], _ entry: NamedLiteral.Entry?) -> [QuantityIdentity] {
        func weight(_ level: Int, _ a: Int, _ b: Int) -> [QuantityIdentity] {
            conventions.weightsLeadFromTo
                ? index.at(.weight, level: level, unit: b, from: a) : index.at(.weight, level: level, unit: a, from: b)
        }
        let all = index.units.keys.sorted().filter { $0 > 0 }
        var levels = letter.level.map { [$0 - conventions.weightOffset] } ?? all
        if let entry {
            // A single number names the layer of a whole matrix.
            if letter.level == nil, numbers.count == 1 { levels = [numbers[0] - conventions.weightOffset] }
            guard letter.level == nil || numbers.isEmpty, numbers.count < 2 else { return [] }
            return levels.flatMap { level -> [QuantityIdentity] in
                let (units, below) = (index.units[level] ?? 0, index.units[level - 1] ?? 0)
                if let place = entry.unit, units == 1 || below == 1, entry.count == units * below {
                    return units == 1
                        ? index.at(.weight, level: level, unit: 1, from: place)
                        : index.at(.weight, level: level, unit: place, from: 1)
                }
                let shape = conventions.weightsLeadFromTo ? (below, units) : (units, below)
                guard (entry.rows, entry.columns) == shape else { return [] }
                return weight(level, entry.row + 1, entry.column + 1)
            }
        }
        switch numbers.count {
        case 2: return levels.flatMap { weight($0, numbers[0], numbers[1]) }
        // Into a unit that is alone there a weight needs one index.
        case 1:
            return levels.filter { index.units[$0] == 1 }.flatMap { index.at(.weight, level: $0, unit: 1, from: numbers[0]) }
        default: return levels.filter { index.units[$0] == 1 && index.units[$0 - 1] == 1 }.flatMap { weight($0, 1, 1) }
        }
    }

    func biases(_ letter: NotedLetter, _ numbers: [Int], _ entry: NamedLiteral.Entry?) -> [QuantityIdentity] {
        guard numbers.count < 2 else { return [] }
        func bias(_ level: Int, _ unit: Int) -> [QuantityIdentity] {
            let shared = index.at(.bias, level: level)
            return shared.isEmpty ? index.at(.bias, level: level, unit: unit) : shared
        }
        let all = index.units.keys.sorted().filter { $0 > 0 }
        if let written = letter.level {
            let own = written - conventions.weightOffset
            if let entry {
                return numbers.isEmpty && entry.count == index.units[own] ? entry.unit.map { bias(own, $0) } ?? [] : []
            }
            if numbers.isEmpty, index.units[own] != 1, index.at(.bias, level: own).isEmpty { return [] }
            return bias(own, numbers.first ?? 1)
        }
        if let entry {
            guard let unit = entry.unit else { return [] }
            let fitting = all.filter { index.units[$0] == entry.count }
            return fitting.filter { level in numbers.allSatisfy { $0 - conventions.weightOffset == level } }
                .flatMap { bias($0, unit) }
        }
        guard let number = numbers.first else { return all.filter { index.units[$0] == 1 }.flatMap { bias($0, 1) } }
        let level = number - conventions.weightOffset
        let ofWhole = index.units[level] == 1 || !index.at(.bias, level: level).isEmpty ? bias(level, 1) : []
        return Self.distinct(all.flatMap { index.at(.bias, level: $0, unit: number) } + ofWhole)
    }
}
