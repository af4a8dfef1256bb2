import Testing

/// What would break: losses that differ in their last digits from one machine's libm to another's.
struct OwnMathematicsTests {
    @Test func `networks take their elementary functions from Networks, never from libm`() throws {
        let pattern = /(?:Foundation|Glibc|Darwin)\.(?:exp|expm1|tanh|log|log1p|erf|sin|cos|pow)\b/
        for file in try SourceTree.swiftFiles(below: "Sources/Networks") {
            #expect(file.text.firstMatch(of: pattern) == nil, "\(file.path)")
        }
    }
}
