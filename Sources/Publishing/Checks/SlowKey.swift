import CNettle
import Reports

/// The key that a student's numbers make: slow to derive, so that it takes long to try many.
enum SlowKey {
    /// How often PBKDF2 goes round: half of what OWASP recommends for passwords (2023), since every known slip costs the build a
    /// derivation.
    static let rounds = 300_000

    static func derived(from password: String, salt: [UInt8], rounds: Int) -> [UInt8] {
        stretched(Array(password.utf8), salt: salt, rounds: rounds, count: 32)
    }

    /// A text that can be read under this key alone, found there by its first eight bytes.
    static func locked(_ text: String, under key: [UInt8]) -> [UInt8] {
        let bytes = Array(text.utf8)
        let stream = stretched(key, salt: Array("text".utf8), rounds: 1, count: bytes.count)
        return stretched(key, salt: Array("mark".utf8), rounds: 1, count: 8) + zip(bytes, stream).map { $0 ^ $1 }
    }

    /// PBKDF2 with HMAC and SHA-256.
    static func stretched(_ password: [UInt8], salt: [UInt8], rounds: Int, count: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { key, filled in
            if let start = key.baseAddress {
                lectern_pbkdf2(password, password.count, UInt32(rounds), salt, salt.count, start, count)
            }
            filled = count
        }
    }
}
