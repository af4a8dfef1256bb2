import CArithmetic
import Testing

@testable import Networks

/// Kernels that take several numbers or samples at a time give each the bits it has alone.
struct SideBySideTests {
    static let levels: [Int32] = [0, 1, 2]

    /// Squares, products of neighbours (whose roots lie next to where rounding turns) and any others, from the smallest numbers
    /// to the largest that leave a quotient, zero among them.
    static func numbers(_ random: inout SplitMix64) -> [Double] {
        (0..<8).map { place in
            let root = Double(
                sign: .plus, exponent: Int.random(in: -478...440, using: &random),
                significand: Double.random(in: 1..<2, using: &random))
            switch place % 4 {
            case 0: return root * root
            case 1: return root * root.nextUp
            case 2: return Double(Float(root)) * Double(Float(root))
            default: return Bool.random(using: &random) ? root : 0
            }
        }
    }

    @Test(arguments: levels) func `a root of every lane is rounded once`(level: Int32) {
        guard let kernels = arithmetic_kernels_at(level)?.pointee else { return }
        var random = SplitMix64(seed: 7)
        // AdaGrad moves by slope / √(second + slope²); the slope's square is nothing beside any number here.
        let slope = 0x1p-537
        var step = arithmetic_step()
        (step.method, step.rate, step.scale, step.limit) = (arithmetic_adagrad, -1, 1, .infinity)
        for _ in 0..<4000 {
            let seconds = Self.numbers(&random)
            var moved = [Double](repeating: 0, count: 8), changed = seconds
            kernels.step(&step, 8, &moved, [Double](repeating: slope, count: 8), nil, &changed)
            #expect(moved == seconds.map { slope / (slope * slope + $0).squareRoot() }, "\(seconds)")
        }
    }

    @Test(arguments: levels) func `the cross-entropy of samples side by side is that of each alone`(level: Int32) {
        guard let kernels = arithmetic_kernels_at(level)?.pointee else { return }
        var random = SplitMix64(seed: 11)
        let kind = arithmetic_categorical_logits
        for turn in 0..<400 {
            let rows = Int.random(in: 1...30, using: &random), columns = Int.random(in: 1...36, using: &random)
            let count = rows * columns
            // Every third time far apart, every fifth with equals among them.
            let spread = turn % 3 == 0 ? 400.0 : 2
            let logits = (0..<count).map { _ in
                turn % 5 == 0
                    ? Double(Int.random(in: 0...2, using: &random)) : Double.random(in: -spread...spread, using: &random)
            }
            let targets = (0..<count).map { place in
                turn % 4 == 0 ? max(0, Double.random(in: -1...1, using: &random)) : place % columns == turn % columns ? 1.0 : 0
            }
            var room = [Double](repeating: 0, count: count), slopes = room, total = 0.25
            let all = kernels.loss(kind, rows, columns, logits, targets, &room, total)
            kernels.loss_slope(kind, rows, columns, logits, targets, &slopes)
            for row in 0..<rows {
                let places = row * columns..<(row + 1) * columns
                var alone = [Double](repeating: 0, count: columns)
                total = kernels.loss(kind, 1, columns, Array(logits[places]), Array(targets[places]), &room, total)
                kernels.loss_slope(kind, 1, columns, Array(logits[places]), Array(targets[places]), &alone)
                #expect(Array(slopes[places]) == alone)
            }
            #expect(all == total)
        }
    }
}
