import Foundation
import Testing

@testable import Networks

/// The elementary functions against 60-digit values (Tests/References/elementary.py).
struct ElementaryTests {
    static let functions: [String: @Sendable (Double) -> Double] = [
        "exp": { Networks.exp($0) }, "expm1": { Networks.expm1($0) }, "sigmoid": { Networks.sigmoid($0) },
        "tanh": { Networks.tanh($0) }, "log": { Networks.log($0) }, "log1p": { Networks.log1p($0) },
        "erf": { Networks.erf($0) }, "sin": { Networks.sin($0) }, "cos": { Networks.cos($0) },
    ]

    /// The largest errors that CArithmetic states, in ulp.
    static let errors = [
        "exp": 0.7, "expm1": 1.2, "sigmoid": 1.6, "tanh": 1.8, "log": 0.8, "log1p": 0.8, "erf": 1.1, "sin": 0.8, "cos": 0.8,
    ]

    @Test func `every function is as near to the exact value as is said`() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../References/elementary.txt")
        var seen: Set<String> = []
        for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
            let fields = line.split(separator: " ").map(String.init)
            let function = try #require(Self.functions[fields[0]])
            let (x, nearest) = (try #require(Double(fields[1])), try #require(Double(fields[2])))
            let rest = try #require(Double(fields[3]))
            seen.insert(fields[0])
            let error = try #require(Self.errors[fields[0]])
            #expect(abs((function(x) - nearest) / nearest.ulp - rest) <= error, "\(fields[0])(\(x)) = \(function(x))")
        }
        #expect(seen.sorted() == Self.functions.keys.sorted())
    }

    @Test func `at the ends functions are what their limits are`() {
        let (infinity, least) = (Double.infinity, Double.leastNonzeroMagnitude)
        #expect([-infinity, 0, infinity, 710, -746].map { Networks.exp($0) } == [0, 1, infinity, infinity, 0])
        #expect(Networks.exp(-745) == least)
        #expect([-infinity, infinity].map { Networks.expm1($0) } == [-1, infinity])
        #expect([-infinity, 0, infinity].map { Networks.sigmoid($0) } == [0, 0.5, 1])
        #expect([-infinity, infinity, least].map { Networks.tanh($0) } == [-1, 1, least])
        #expect(Networks.tanh(-0.0).sign == .minus)
        #expect([0, 1, infinity].map { Networks.log($0) } == [-infinity, 0, infinity])
        #expect([-1, 0, infinity, -least].map { Networks.log1p($0) } == [-infinity, 0, infinity, -least])
        #expect([-infinity, infinity, least].map { Networks.erf($0) } == [-1, 1, least * 1])
        #expect(
            Networks.log(-1).isNaN && Networks.log1p(-2).isNaN && Networks.sin(infinity).isNaN && Networks.cos(infinity).isNaN)
        for (name, function) in Self.functions { #expect(function(.nan).isNaN, "\(name)") }
    }

    /// These bits are the same on every processor; a compiler that fused more or less, or reordered, would change some.
    @Test func `results have the recorded bits`() {
        let hash = Self.functions.keys.sorted().reduce(into: UInt64(14_695_981_039_346_656_037)) { hash, name in
            guard let function = Self.functions[name] else { return }
            for k in 1...2000 { hash = (hash ^ function(Double(k) / 300).bitPattern) &* 1_099_511_628_211 }
        }
        #expect(String(hash, radix: 16) == "4cf9c5210f95b3a2")
    }
}
