import Testing

@testable import Reference

/// Whatever a cell can use is told of.
struct CoverageTests {
    @Test func `every type that carries a chapter exists`() async throws {
        let names = Set(try await TheReference.get().entries.map { Entry.base(of: $0.path[0]) })
        #expect(Topic.owners.keys.filter { !names.contains($0) }.sorted() == [])
    }

    @Test func `every chapter has something in it`() async throws {
        let topics = Set(try await TheReference.get().entries.map(\.topic))
        #expect(topics == Set(Topic.allCases))
    }

    @Test func `every declaration that a cell can use says what it is`() async throws {
        let silent = try await TheReference.get().entries.filter { $0.comment.isEmpty }
        #expect(silent.map { "\($0.title): \($0.declaration)" } == [])
    }
}
