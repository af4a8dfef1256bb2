import Foundation
import Subprocess
import Testing

#if os(Linux) && arch(x86_64)
/// The small path gives the same bits whatever kernels and how many threads the libraries of a machine choose.
struct SameBitsTests {
    /// Dense networks that a plan lays out, layers that go the general way, and, as a control, one layer beyond the small path.
    private static let lesson = """
        # Bits

        ```{swift}
        func tell(_ name: String, _ losses: [Double]) {
            print(name, losses.map { String($0.bitPattern, radix: 16) }.joined(separator: " "))
        }
        let moons = Dataset.moons(60, seed: 3)
        let dense = Network(inputs: 2, seed: 7) { Dense(16); GELU(); Dense(16); Tanh(); Dense(1); Sigmoid() }
            .trained(
                on: moons, minimizing: .binaryCrossEntropy, by: .adam(rate: 0.01), epochs: 20, batchSize: 16, shuffleSeed: 5)
        tell("dense", dense.losses)
        let normed = Network(inputs: 2, seed: 7) { Dense(8); BatchNorm(); ReLU(); Dropout(0.2); Dense(1); Sigmoid() }
            .trained(
                on: moons, minimizing: .binaryCrossEntropy, by: .momentum(rate: 0.05), epochs: 10, batchSize: 16, shuffleSeed: 5)
        tell("normed", normed.losses)
        func samples(_ count: Int, width: Int) -> Dataset {
            var generator = SplitMix64(seed: 4)
            return Dataset(
                (0..<count).map { n in
                    let input = (0..<width).map { _ in generator.uniform() }
                    return Dataset.Sample(input: input, target: [Double(n % 2)])
                })
        }
        let sequences = Network(inputs: [12, 1], seed: 2) {
            Conv1D(4, kernel: 3)
            SelfAttention(heads: 2)
            LayerNorm()
            GRU(4, returnsSequences: true)
            LSTM(4)
            Dense(1)
            Sigmoid()
        }
        .trained(on: samples(8, width: 12), minimizing: .binaryCrossEntropy, by: .adam(rate: 0.01), epochs: 5, batchSize: 4)
        tell("sequences", sequences.losses)
        let large = Network(inputs: 150, seed: 2) { Dense(150); Tanh(); Dense(1); Sigmoid() }
            .trained(on: samples(32, width: 150), minimizing: .binaryCrossEntropy, by: .gradientDescent(rate: 0.1), epochs: 20, batchSize: 32)
        tell("large", large.losses)
        ```

        """

    /// Kernels of OpenBLAS by the instructions they need.
    private static let kernels = [("Prescott", "sse2"), ("Haswell", "avx2"), ("SkylakeX", "avx512vl")]

    @Test func `small networks don't feel the machine's libraries; a layer of more than 16,384 weights does`() async throws {
        let processor = try String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)
        let usable = Self.kernels.filter { processor.contains(" \($0.1)") }
        try #require(!usable.isEmpty)
        var settings: [[Environment.Key: String]] = usable.enumerated().map { index, kernel in
            ["OPENBLAS_CORETYPE": kernel.0, "OPENBLAS_NUM_THREADS": index % 2 == 0 ? "1" : "2"]
        }
        // The C library, too, has functions of its own for newer processors.
        settings[0]["GLIBC_TUNABLES"] = "glibc.cpu.hwcaps=-AVX512F,-AVX2,-FMA,-AVX2_Usable,-FMA_Usable"
        var found: [String: [String]] = [:]
        for setting in settings {
            let tool = try Tool(["lessons/a.md": Self.lesson])
            defer { tool.remove() }
            let run = try await tool(["build"], environment: setting)
            #expect(run.code == 0, "\(setting) \(run.all)")
            for line in (tool.text("output/a.md") ?? "").split(separator: "\n") {
                let words = line.split(separator: " ")
                guard words.count > 5, words.dropFirst().allSatisfy({ UInt64($0, radix: 16) != nil }) else { continue }
                found[String(words[0]), default: []].append(String(line))
            }
        }
        #expect(found.keys.sorted() == ["dense", "large", "normed", "sequences"])
        for name in ["dense", "normed", "sequences"] {
            #expect(found[name]?.count == settings.count)
            #expect(Set(found[name] ?? []).count == 1, "\(name)")
        }
        // Where this fails the settings no longer reach OpenBLAS, and the lines above prove nothing.
        if usable.count > 1 { #expect(Set(found["large"] ?? []).count > 1) }
    }
}
#endif
