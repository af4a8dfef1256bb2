import Cells
import Foundation
import Testing

@testable import Reference

/// Names of other libraries without a counterpart lead to what is written instead, and that is right.
struct OtherWayTests {
    static let ways = OtherWay.all + OtherWay.labels

    @Test func `every way leads to a chapter or a name of the reference`() async throws {
        let reference = try await TheReference.get()
        for way in Self.ways {
            switch reference.answer(to: [way.title]) {
            case .topic: break
            case .entries(let entries):
                #expect(entries.contains { $0.title == way.title || $0.topic.rawValue == way.title }, "\(way.title)")
            default: Issue.record("\(way.title)")
            }
        }
    }

    @Test func `no name that has a counterpart is led another way`() async throws {
        let reference = try await TheReference.get()
        // What is also a layer's name elsewhere, or a metric's or a member's here.
        let both: Set = ["add"]
        for name in OtherWay.all.flatMap(\.names) where !both.contains(name.name) {
            let foreign = reference.found(name.name, in: nil).filter { entry in
                entry.comment.elsewhere.contains { $0.isMeant(by: Reference.plain(name.name)) }
            }
            #expect(foreign.map(\.title) == [], "\(name.name)")
        }
    }

    @Test func `no name is led two ways`() {
        for ways in [OtherWay.all, OtherWay.labels] {
            let names = ways.flatMap { way in Set(way.names.map { Reference.plain(String($0.shortName)) }) }
            #expect(Dictionary(grouping: names) { $0 }.filter { $0.value.count > 1 }.keys.sorted() == [])
        }
    }

    @Test func `every example of a way compiles`() async throws {
        let toolchain = try Toolchain.located(executable: CommandLine.arguments[0])
        let folder = URL(filePath: NSTemporaryDirectory()).appending(path: "lectern-ways-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let uses = Self.ways.compactMap(\.example).map { $0.hasPrefix("show(") || $0.hasPrefix("plot(") ? $0 : "_ = \($0)" }
        let source =
            "import Lectern\nlet net = Network(inputs: 2) { Dense(2); Sigmoid(); Dense(1); Sigmoid() }\nlet data = Dataset.xor\n"
            + uses.joined(separator: "\n") + "\n"
        try Data(source.utf8).write(to: folder.appending(path: "main.swift"))
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: toolchain.compiler)
        process.arguments = toolchain.arguments(compiling: ["main.swift"], to: "ways", moduleCache: "modules")
        process.currentDirectoryURL = folder
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let said = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(String(decoding: said, as: UTF8.self))")
    }

    @Test(arguments: [
        ("Input", "Network(inputs:"), ("layers.InputLayer", "Network(inputs:"), ("nn.PReLU", "LeakyReLU("),
        ("EarlyStopping", "patience:"),
        ("keras.callbacks.EarlyStopping", "patience:"), ("learning_rate", "rate:"), ("zero_grad", "backpropagate"),
        ("DataLoader", "batchSize:"), ("load_model", "Network(contentsOf:"),
    ])
    func `help tells the way`(name: String, written: String) async throws {
        guard case .otherWay(let way) = try await TheReference.get().answer(to: [name]) else {
            Issue.record("\(name): \(try await TheReference.get().answer(to: [name]))")
            return
        }
        #expect(way.sentence(for: name).contains(written))
    }

    @Test(arguments: [
        ("nn.Linear", "Dense"), ("keras.layers.Dense", "Dense"), ("tf.keras.layers.LSTM", "LSTM"),
        ("torch.optim.Adam", "Optimizer.adam"),
        ("nn.SmoothL1Loss", "Loss.huber"), ("metrics.BinaryAccuracy", "Metric.accuracy"),
        ("sklearn.metrics.f1_score", "Metric.f1"),
    ])
    func `a name with the way to it in another library is found`(name: String, title: String) async throws {
        guard case .entries(let entries) = try await TheReference.get().answer(to: [name]) else {
            Issue.record("\(name)")
            return
        }
        #expect(entries.map(\.title).contains(title), "\(entries.map(\.title))")
    }
}
