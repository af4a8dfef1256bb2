import Foundation
import Testing

/// Trained networks kept in files beside the lessons.
@Suite(.serialized)
struct StoredNetworkTests {
    private static let writing = """
        ---
        writes: data
        ---

        # Training

        ```{swift}
        let data: Dataset = [[0, 0]: [0], [0, 1]: [1], [1, 0]: [1], [1, 1]: [0]]
        let run = Network(inputs: 2, seed: 1) { Dense(3); BatchNorm(momentum: 0.5); Tanh(); Dense(1); Sigmoid() }
            .trained(on: data, minimizing: .binaryCrossEntropy, by: .adam(rate: 0.05), epochs: 50)
        run.network.write(to: "data/xor.safetensors")
        let back = Network(contentsOf: "data/xor.safetensors")
        print(data.samples.map { back.prediction(for: $0.input) == run.network.prediction(for: $0.input) })
        print("bits", data.samples.map { String(run.network.prediction(for: $0.input)[0].bitPattern, radix: 16) })
        ```

        """
    private static let reading = """
        # Using

        ```{swift}
        let network = Network(contentsOf: "data/xor.safetensors")
        let inputs: [[Double]] = [[0, 0], [0, 1], [1, 0], [1, 1]]
        print("bits", inputs.map { String(network.prediction(for: $0)[0].bitPattern, radix: 16) })
        ```

        """

    private func bits(_ page: String?) -> [String] {
        page?.split(separator: "\n").map(String.init).filter { $0.hasPrefix("bits") } ?? []
    }

    @Test func `a network written by one lesson is used by another, to the last bit`() async throws {
        let tool = try Tool(["training/a.md": Self.writing, "training/data/about.txt": "Networks.\n"])
        defer { tool.remove() }
        let trained = try await tool("build", "training", "--output", "first")
        #expect(trained.code == 0, "\(trained.all)")
        #expect(tool.text("first/a.md")?.contains("[true, true, true, true]") == true)
        let file = try Data(contentsOf: URL(filePath: tool.folder + "/training/data/xor.safetensors"))
        try tool.write(Self.reading, to: "using/b.md")
        try tool.write("", to: "using/data/xor.safetensors")
        try file.write(to: URL(filePath: tool.folder + "/using/data/xor.safetensors"))
        let used = try await tool("build", "using", "--output", "second")
        #expect(used.code == 0, "\(used.all)")
        let numbers = bits(tool.text("first/a.md"))
        #expect(numbers.count == 1 && numbers == bits(tool.text("second/b.md")))

        // A file that is cut off, another that is no network, and none at all.
        for (bytes, message) in [
            (file.dropLast(8), "follow; the file is cut off or damaged"), (Data("x,y\n1,2\n".utf8), "isn't a safetensors file"),
            (nil, "there is no file 'data/xor.safetensors' that can be read"),
        ] {
            let url = URL(filePath: tool.folder + "/using/data/xor.safetensors")
            if let bytes { try bytes.write(to: url) } else { try FileManager.default.removeItem(at: url) }
            let failed = try await tool("build", "using", "--output", "second")
            #expect(failed.code == 2, "\(failed.all)")
            #expect(failed.output.contains("using/b.md:4:") && failed.output.contains(message), "\(failed.all)")
        }
    }
}
