import Exhibits

/// A kernel laid over a place of a table: Σ w·x, and a bias or none.
private struct Window {
    let kernel: [[Double]]
    let table: [[Double]]
    let row: Int
    let column: Int

    /// - Parameter isTurned: Whether the kernel is turned round, as in what mathematics calls a convolution.
    func sum(isTurned: Bool = false) -> Double {
        var sum = 0.0
        for (i, weights) in kernel.enumerated() {
            for (j, weight) in weights.enumerated() {
                let (a, b) = isTurned ? (kernel.count - 1 - i, weights.count - 1 - j) : (i, j)
                sum += weight * table[row + a][column + b]
            }
        }
        return sum
    }
}

extension Beginnings {
    private static let mostWindows = 4000

    /// The numbers that the same windows give without their bias, or with the kernel turned round.
    func windows(to value: Double) -> [OtherWay] {
        let whole = tables.enumerated().filter { _, table in table.allSatisfy { $0.count == table[0].count } }
        var found: [OtherWay] = []
        var tried = 0
        for (first, kernel) in whole where kernel.count * kernel[0].count > 1 && kernel.count <= 11 && kernel[0].count <= 11 {
            for (second, table) in whole where first != second {
                let (rows, columns) = (table.count - kernel.count, table[0].count - kernel[0].count)
                guard rows >= 0, columns >= 0, rows + columns > 0 else { continue }
                for row in 0...rows {
                    for column in 0...columns {
                        tried += 1
                        guard tried <= Self.mostWindows else { return found }
                        let window = Window(kernel: kernel, table: table, row: row, column: column)
                        found += otherWays(window, to: value, "kernel \(first) over \(second)")
                    }
                }
            }
        }
        return found
    }

    private func otherWays(_ window: Window, to value: Double, _ name: String) -> [OtherWay] {
        let (sum, turned) = (window.sum(), window.sum(isTurned: true))
        func way(_ cause: Cause, _ words: String, _ other: Double, bias: Double) -> OtherWay {
            OtherWay(
                cause: cause, words: words, value: other, computation: "\(name) with \(bias)",
                isWeak: Relations.isShort(value))
        }
        var found: [OtherWay] = []
        for bias in [0] + numbers where Mismatch.same(sum + bias, value) {
            if bias != 0 { found.append(way(.missingTerm, "the bias left out", sum, bias: bias)) }
            found.append(way(.exchanged, "the kernel turned round, as in a convolution", turned + bias, bias: bias))
        }
        for bias in [0] + numbers where Mismatch.same(turned + bias, value) && !Mismatch.same(sum, turned) {
            found.append(way(.exchanged, "the kernel not turned round, as in a cross-correlation", sum + bias, bias: bias))
        }
        return found
    }
}
