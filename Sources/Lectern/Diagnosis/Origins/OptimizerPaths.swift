/// Numbers on their way through the steps of an optimiser, found by its formula: code with loops keeps no trace of the gradients
/// it went along, but what Adam's formula gives to twelve digits was made by it.
struct OptimizerPaths {
    private struct Path {
        var start: Double
        var gradients: [Double]
        var formula: StepFormula
        var setting: StepFormula.Setting
    }

    private var paths: [Path] = []
    /// Each value on the way, sorted, with its path and its step.
    private var values: [(value: Double, path: Int, step: Int)] = []

    private static let mostSteps = 400_000
    private static let longestPath = 20

    init(from beginnings: Beginnings) {
        let settings = Self.settings(beginnings)
        guard !settings.isEmpty else { return }
        let starts = beginnings.numbers.prefix(40)
        let sequences = Self.sequences(beginnings)
        for gradients in sequences {
            for (formula, setting) in settings {
                for start in starts {
                    guard values.count < Self.mostSteps else { break }
                    let path = Path(start: start, gradients: gradients, formula: formula, setting: setting)
                    for (step, value) in Self.values(path, by: formula).enumerated() where value.isFinite {
                        values.append((value, paths.count, step))
                    }
                    paths.append(path)
                }
            }
        }
        values.sort { $0.value < $1.value }
    }

    /// The formulas to look for, each with constants that the lesson writes, or that are usual.
    private static func settings(_ beginnings: Beginnings) -> [(StepFormula, StepFormula.Setting)] {
        let rates = ([0.001] + beginnings.numbers.filter { $0 > 1e-6 && $0 <= 10 }).prefix(16)
        let decays = beginnings.numbers.filter { $0 >= 0.5 && $0 < 1 }
        let epsilons = ([1e-8, 1e-7] + beginnings.numbers.filter { $0 > 0 && $0 <= 0.01 }).prefix(5)
        var found: [(StepFormula, StepFormula.Setting)] = []
        func add(_ formulas: [StepFormula], _ pairs: [(Double, Double)], _ epsilons: some Sequence<Double>) {
            for (beta1, beta2) in pairs {
                for epsilon in epsilons {
                    for rate in rates {
                        let setting = StepFormula.Setting(rate: rate, beta1: beta1, beta2: beta2, epsilon: epsilon)
                        found += formulas.map { ($0, setting) }
                    }
                }
            }
        }
        if beginnings.families.contains(.adam) || decays.contains(0.999) {
            let own = decays.prefix(4).flatMap { first in decays.prefix(4).compactMap { $0 > first ? (first, $0) : nil } }
            add([.adam, .uncorrectedAdam], [(0.9, 0.999)] + own.filter { $0 != (0.9, 0.999) }.prefix(3), epsilons)
        }
        if beginnings.families.contains(.momentum) {
            add(
                [.momentum, .averagedMomentum, .nesterov], ([0.9] + decays.filter { $0 != 0.9 }.prefix(3)).map { ($0, 0) }, [0])
        }
        if beginnings.families.contains(.rmsProp) {
            add([.rmsProp], ([0.9] + decays.filter { $0 != 0.9 }.prefix(3)).map { (0, $0) }, epsilons)
        }
        return found
    }

    /// Gradients that may have been gone along: each list, lists of one number one after the other, and each number by itself.
    private static func sequences(_ beginnings: Beginnings) -> [[Double]] {
        let singles = beginnings.tables.filter { $0.count == 1 && $0[0].count == 1 }.map { $0[0][0] }
        var sequences = beginnings.lists.filter { $0.count <= longestPath }
        if singles.count > 1, singles.count <= longestPath { sequences += [singles, Array(singles.dropFirst())] }
        sequences += beginnings.numbers.prefix(40).map { [$0] }
        var seen: Set<[Double]> = []
        return sequences.filter { seen.insert($0).inserted && $0.contains { $0 != 0 } }
    }

    private static func values(_ path: Path, by formula: StepFormula) -> [Double] {
        var (w, m, v) = (path.start, 0.0, 0.0)
        return path.gradients.enumerated().map { index, gradient in
            w = formula.step(w, along: gradient, &m, &v, index + 1, path.setting)
            return w
        }
    }

    /// The numbers that the other formulas of the family give in the same step.
    func otherWays(to value: Double) -> [OtherWay] {
        // The first that isn't less than nearly the value.
        var (low, high) = (0, values.count)
        let least = value - 1e-12 * abs(value)
        while low < high {
            let middle = (low + high) / 2
            if values[middle].value < least { low = middle + 1 } else { high = middle }
        }
        var found: [OtherWay] = []
        var seen: Set<[Double]> = []
        for entry in values[low...].prefix(while: { Mismatch.same($0.value, value) }) {
            let path = paths[entry.path]
            // Whatever lies behind this step has nothing to do with it.
            guard seen.insert([path.start] + path.gradients.prefix(entry.step + 1)).inserted, seen.count <= 3 else { continue }
            for formula in StepFormula.allCases where formula.family == path.formula.family && formula != path.formula {
                found.append(
                    OtherWay(
                        cause: .convention, words: "fits \(formula.words)",
                        value: Self.values(path, by: formula)[entry.step], computation: path.formula.words))
            }
        }
        return found
    }
}
