import CArithmetic
import Foundation
import Testing

@testable import Networks

/// a b + c rounded once, with and without the processor's instruction: everything else stands on it.
struct FusedTests {
    /// a, b, c and the result by exact fractions (Tests/References/elementary.py).
    static func rows() throws -> [[Double]] {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../References/fused.txt")
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map {
            try $0.split(separator: " ").map { try #require(Double($0)) }
        }
    }

    @Test func `a step of a sum in Swift is rounded once`() throws {
        for row in try Self.rows() { #expect(fused(row[0], row[1], row[2]) == row[3], "\(row)") }
    }

    @Test(arguments: [0, 1, 2] as [Int32])
    func `a step of a sum is rounded once by the kernels of every level, in every lane`(level: Int32) throws {
        guard let kernels = arithmetic_kernels_at(level)?.pointee else { return }
        for row in try Self.rows() {
            for count in 1...8 {
                var sums = [Double](repeating: row[2], count: count)
                kernels.add_scaled(count, row[0], [Double](repeating: row[1], count: count), &sums)
                #expect(sums == [Double](repeating: row[3], count: count), "\(row)")
            }
        }
    }
}
