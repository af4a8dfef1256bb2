import Foundation
import Networks
import Testing

/// Other people's seeds: NumPy's and PyTorch's numbers, which `Tests/References/generators.py` wrote down.
struct GeneratorTests {
    static let found: [String: [String: [Double]]] = {
        let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../References/generators.json")
        guard let data = try? Data(contentsOf: path) else { return [:] }
        return (try? JSONDecoder().decode([String: [String: [Double]]].self, from: data)) ?? [:]
    }()

    static func near(_ a: [Double], _ b: [Double]?, _ tolerance: Double) -> Bool {
        guard let b, a.count == b.count else { return false }
        return zip(a, b).allSatisfy { abs($0 - $1) <= tolerance * max(1, abs($1)) }
    }

    @Test(arguments: [0, 1, 42, .max] as [UInt32])
    func `a NumPy seed gives NumPy's numbers in NumPy's order`(seed: UInt32) throws {
        let found = try #require(Self.found["numpy \(seed)"])
        var random = NumPyGenerator(seed: seed)
        #expect(Self.near(random.randn(2, 3).flatMap { $0 }, found["randn"], 1e-15))
        #expect(Self.near(random.randn(3), found["odd"], 1e-15))
        #expect(random.rand(5) == found["rand"])
        #expect(random.permutation(5).map(Double.init) == found["permutation"])
        #expect(random.permutation(20).map(Double.init) == found["long"])
        #expect(Self.near(random.randn(400).suffix(3), found["after"], 1e-15))
    }

    @Test(arguments: [0, 1, 42, .max] as [UInt32], [PyTorchGenerator.Precision.single, .double])
    func `a PyTorch seed gives PyTorch's numbers in PyTorch's order`(
        seed: UInt32, precision: PyTorchGenerator.Precision
    ) throws {
        let found = try #require(Self.found["torch \(seed) \(precision)"])
        let tolerance = precision == .single ? 2e-6 : 1e-14
        var random = PyTorchGenerator(seed: seed, precision: precision)
        #expect(Self.near(random.randn(2, 3).flatMap { $0 }, found["randn"], precision == .single ? 1e-7 : 1e-15))
        #expect(Self.near(random.randn(3), found["odd"], tolerance))
        #expect(random.rand(5) == found["rand"])
        #expect(random.randperm(7).map(Double.init) == found["permutation"])
        #expect(Self.near(random.randn(16), found["wide"], tolerance))
        #expect(Self.near(random.randn(21), found["ragged"], tolerance))
        #expect(Self.near(random.uniform(-0.5, 0.5, 4), found["uniform"], 1e-7))
    }

    @Test func `the digits that everybody knows come out`() {
        var numPy = NumPyGenerator(seed: 1)
        #expect(Self.near(numPy.randn(3), [1.62434536, -0.61175641, -0.52817175], 5e-9))
        var fresh = NumPyGenerator(seed: 1)
        #expect(fresh.permutation(5) == [2, 1, 4, 0, 3])
        var torch = PyTorchGenerator(seed: 0)
        let rows = torch.randn(2, 3)
        #expect(Self.near(rows[0], [1.5410, -0.2934, -2.1788], 5e-5))
        #expect(Self.near(rows[1], [0.5684, -1.0845, -1.3986], 5e-5))
    }
}
