import Foundation

extension Loss {
    /// The losses a plan knows, over plain memory: the same formulas in the same order as the closures of `Loss`.
    enum Kind: Hashable, Sendable {
        case halfSquaredError, meanSquaredError, binaryCrossEntropy, categoricalCrossEntropy

        func value(_ o: UnsafePointer<Double>, _ t: UnsafePointer<Double>, _ count: Int) -> Double {
            var sum = 0.0
            switch self {
            case .halfSquaredError: for i in 0..<count { sum += 0.5 * (t[i] - o[i]) * (t[i] - o[i]) }
            case .meanSquaredError:
                for i in 0..<count { sum += (t[i] - o[i]) * (t[i] - o[i]) }
                sum /= Double(count)
            case .binaryCrossEntropy:
                for i in 0..<count {
                    sum = sum - (t[i] == 0 ? 0 : t[i] * log(o[i])) - (t[i] == 1 ? 0 : (1 - t[i]) * log(1 - o[i]))
                }
                sum /= Double(count)
            case .categoricalCrossEntropy: for i in 0..<count { sum -= t[i] == 0 ? 0 : t[i] * log(o[i]) }
            }
            return sum
        }

        func gradient(
            _ o: UnsafePointer<Double>, _ t: UnsafePointer<Double>, _ g: UnsafeMutablePointer<Double>, _ count: Int
        ) {
            switch self {
            case .halfSquaredError: for i in 0..<count { g[i] = o[i] - t[i] }
            case .meanSquaredError: for i in 0..<count { g[i] = 2 * (o[i] - t[i]) / Double(count) }
            case .binaryCrossEntropy: for i in 0..<count { g[i] = (o[i] - t[i]) / (o[i] * (1 - o[i])) / Double(count) }
            case .categoricalCrossEntropy: for i in 0..<count { g[i] = t[i] == 0 ? 0 : -t[i] / o[i] }
            }
        }
    }
}
