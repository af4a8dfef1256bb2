import Foundation
import Testing

@testable import Reference

/// Whatever a cell can use is used by an example that runs, prints what it says, and is shown where one looks for it.
struct WorkedExampleTests {
    /// What has no example, and why: it is public for other modules of ours, and no cell can be given one or has a use for it.
    static let without = [
        "WindowAxis": "how convolutions lay windows out, for derivations; a cell can't make one",
        "Initializer.PlaceFunction": "what `Initializer.own` holds; a cell gives a closure",
        "Schedule.StepFunction": "what `Schedule.own` holds; a cell gives a closure",
        "IsolationLevel": "what a transcript says of the process a lesson ran in",
        "Statement": "how claims in words are told from numbers, by the reader of lessons",
        "Variation": "how the search for slips bends a graph",
        "ScalarGraph.values": "of a bent graph",
        "ScalarGraph.gradients": "of a bent graph",
    ]

    @Test func `every example compiles and comes to its end`() async throws {
        #expect(try await ExampleProgram.get().failure == nil)
    }

    @Test func `every example prints what it says`() async throws {
        let program = try await ExampleProgram.get()
        if ProcessInfo.processInfo.environment["LECTERN_RECORD"] == "1", ProcessInfo.processInfo.environment["CI"] == nil {
            try ExampleRecording.write(program.results)
            Issue.record("recorded what the examples print: read the diff, then run again without LECTERN_RECORD")
            return
        }
        for (number, example) in Examples.all.enumerated() {
            for (index, use) in example.uses.enumerated() {
                let result = program.results[.init(example: number, use: index)]
                #expect(result == use.result, "\(example.titles[0]): \(use.lines.joined(separator: " "))")
            }
        }
    }

    @Test func `every declaration has an example, and the compiler finds it used in the lines that are shown for it`()
        async throws
    {
        let reference = try await TheReference.get()
        let program = try await ExampleProgram.get()
        let owners = Dictionary(
            reference.entries.filter { $0.kind == .type }.map { ($0.path, $0.identifiers) }, uniquingKeysWith: +)
        var missing: [String] = []
        for entry in reference.entries where entry.comment.example.isEmpty && entry.fulfils == nil {
            // A type is shown by the example that has its name.
            let shown = entry.shown
            if shown.isEmpty {
                missing.append(entry.title)
            } else if entry.kind != .type {
                let used = shown.reduce(into: Set<String>()) { $0.formUnion(program.used(in: $1)) }
                let patterns = (owners[Array(entry.path.dropLast())] ?? []).map { "\($0).\(entry.name)" }
                if used.isDisjoint(with: entry.identifiers + patterns) {
                    missing.append("\(entry.title): \(entry.declaration)")
                }
            }
        }
        let excused = Set(missing.filter { name in Self.without.keys.contains { name == $0 || name.hasPrefix($0 + ".") } })
        #expect(missing.filter { !excused.contains($0) } == [])
        #expect(Self.without.keys.filter { name in !excused.contains { $0 == name || $0.hasPrefix(name + ".") } } == [])
    }

    @Test func `every title of an example is that of something in the reference`() async throws {
        let titles = Set(try await TheReference.get().entries.map(\.title))
        #expect(Examples.all.flatMap(\.titles).filter { !titles.contains($0) } == [])
    }
}
