import Exhibits
import Testing

@testable import Publishing

/// What would break: a stranger's course switches off what protects whoever builds it.
struct SandboxTests {
    @Test func `a course may ask for more isolation than is usual, never for less`() {
        #expect(Sandbox.usual(for: nil, environment: [:]) == .best)
        #expect(Sandbox.usual(for: .off, environment: [:]) == .best)
        #expect(Sandbox.usual(for: .require, environment: [:]) == .require)
        for course in [nil, Sandbox.off, .best, .require] {
            #expect(Sandbox.usual(for: course, environment: ["CI": "true"]) == .require)
        }
    }

    @Test func `the key is read, a value that is none is an error, and off is warned of`() {
        #expect(CourseFile("sandbox: require\n", file: "course.yml").settings.sandbox == .require)
        #expect(CourseFile("sandbox: off\n", file: "course.yml").findings.map(\.severity) == [.warning])
        #expect(CourseFile("sandbox: never\n", file: "course.yml").findings.map(\.severity) == [.error])
    }
}
