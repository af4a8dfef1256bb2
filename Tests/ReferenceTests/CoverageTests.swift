import Testing

@testable import Reference

/// Whatever a cell can use is told of.
struct CoverageTests {
    @Test func `every type that carries a chapter exists`() async throws {
        let names = Set(try await TheReference.get().entries.map { Entry.base(of: $0.path[0]) })
        #expect(Topic.owners.keys.filter { !names.contains($0) }.sorted() == [])
        let titles = Set(try await TheReference.get().entries.map(\.title))
        #expect(Topic.members.keys.filter { !titles.contains($0) }.sorted() == [])
    }

    @Test func `every chapter has something in it`() async throws {
        let topics = Set(try await TheReference.get().entries.map(\.topic))
        #expect(topics == Set(Topic.allCases))
    }

    @Test func `names of other libraries stand behind a library's name`() async throws {
        let libraries = try await TheReference.get().entries.flatMap(\.comment.elsewhere).reduce(into: Set<String>()) {
            $0.insert($1.library)
        }
        let small: Set = ["scikit-learn", "pandas", "torchvision", "jax", "statsmodels"]
        #expect(libraries.allSatisfy { $0.first?.isUppercase == true || small.contains($0) }, "\(libraries)")
    }

    @Test func `every declaration that a cell can use says what it is`() async throws {
        let silent = try await TheReference.get().entries.filter { $0.comment.isEmpty }
        #expect(silent.map { "\($0.title): \($0.declaration)" } == [])
    }

    @Test func `every declaration that throws says which error comes when`() async throws {
        let throwing = try await TheReference.get().entries.filter(\.isThrowing)
        #expect(throwing.count > 40)
        #expect(throwing.filter { $0.comment.throws == nil }.map { "\($0.title): \($0.declaration)" } == [])
    }

    @Test func `every declaration that knows its caller says that it ends the lesson`() async throws {
        let checking = try await TheReference.get().entries.filter(\.endsLesson)
        #expect(checking.count > 100)
        #expect(checking.filter { $0.errors == nil }.map(\.title) == [])
    }

    @Test(arguments: [
        ("init(inputs: Int) throws", true), ("func count(where isMet: (Double) throws -> Bool) rethrows -> Int", true),
        ("func stopping<V>(_ body: () throws -> V) -> V", false), ("func f() -> () throws -> Int", false),
        ("init(_ x: Int)", false),
        ("func trained(on data: Dataset) async throws -> TrainingRun", true),
    ])
    func `what throws is told from what is given something that throws`(declaration: String, isThrowing: Bool) {
        #expect(Declaration.isThrowing(declaration) == isThrowing)
    }
}
