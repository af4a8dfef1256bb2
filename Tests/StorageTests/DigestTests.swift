import Testing

@testable import Storage

/// What would break: a key that is no SHA-256 still works, until two contents share one.
struct DigestTests {
    /// From FIPS 180-2, appendix B.
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb924"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223"),
        ("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "248d6a61d20638b8e5c026930c3e6039"),
    ])
    func `a digest is the first half of SHA-256`(text: String, digest: String) {
        #expect(Digest(of: text).text == digest)
    }

    @Test func `a digest takes in many blocks`() {
        #expect(Digest(of: String(repeating: "a", count: 1_000_000)).text == "cdc76e5c9914fb9281a1c7e284d73e67")
    }

    @Test func `a digest of parts tells names and values apart`() {
        let a = Digest(of: "a")
        let b = Digest(of: "b")
        #expect(Digest(of: ["x": a, "y": b]) != Digest(of: ["x": b, "y": a]))
        #expect(Digest(of: ["x": a]) != Digest(of: ["x": a, "y": a]))
    }
}
