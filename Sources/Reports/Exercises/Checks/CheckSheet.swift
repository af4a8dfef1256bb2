import Exhibits
import Foundation

/// What a student's page has of an exercise's answers so that it can tell right ones: nothing that says them.
///
/// The numbers of a group, as whole multiples of their `grid`, make a key by a slow derivation (PBKDF2). Only under that key can
/// be read what is said of them. `rest` is each multiple modulo 3: whoever is off by one is led to the right multiple and told
/// so, at the price that one number in three remains to be tried (a secure sketch; Dodis, Reyzin and Smith 2004).
public struct CheckSheet: Codable, Hashable, Sendable {
    public struct Field: Codable, Hashable, Sendable {
        /// The blank's number in its exercise, from 1, and the field of it, from 0.
        public var blank: Int
        public var entry: Int
        /// Between two numbers that are told apart.
        public var grid: Double
        public var rest: Int

        public init(blank: Int, entry: Int, grid: Double, rest: Int) {
            self.blank = blank
            self.entry = entry
            self.grid = grid
            self.rest = rest
        }
    }

    /// Numbers that are checked together.
    public struct Group: Codable, Hashable, Sendable {
        /// Sixteen bytes in letters, other ones for every group.
        public var salt: String
        public var rounds: Int
        public var fields: [Field]
        /// What is said of known numbers, each under their key: eight bytes by which it is found, then the text, in letters.
        public var entries: [String]

        public init(salt: String, rounds: Int, fields: [Field], entries: [String]) {
            self.salt = salt
            self.rounds = rounds
            self.fields = fields
            self.entries = entries
        }
    }

    /// What is said under a key.
    public struct Verdict: Codable, Hashable, Sendable {
        /// The right numbers; nil where it is a slip that leads to these.
        public var values: [Double]?
        /// How far each may be off.
        public var tolerances: [Double]?
        /// What is said of a slip.
        public var words: String?

        public init(values: [Double], tolerances: [Double]) {
            self.values = values
            self.tolerances = tolerances
        }

        public init(words: String) { self.words = words }

        /// JSON in ASCII, which the script reads.
        public var json: String {
            get throws { CheckSheet.ascii(try CheckSheet.encoded(self)) }
        }
    }

    public var groups: [Group]

    public init(groups: [Group]) { self.groups = groups }

    /// One line of JSON.
    public var json: String { get throws { try Self.encoded(self) } }

    private static func encoded(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    private static func ascii(_ json: String) -> String {
        json.utf16.map { unit in
            if unit < 0x80 { return String(UnicodeScalar(UInt8(unit))) }
            let digits = String(unit, radix: 16)
            return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }.joined()
    }
}

/// Bytes in the letters a to p, four bits each: nothing in them can be taken for a number.
public enum Lettered {
    public static func text(_ bytes: [UInt8]) -> String {
        String(decoding: bytes.flatMap { [0x61 + ($0 >> 4), 0x61 + ($0 & 15)] }, as: UTF8.self)
    }

    /// `nil` for an odd number of letters, or others.
    static func bytes(_ letters: some Collection<UInt8>) -> [UInt8]? {
        guard letters.count % 2 == 0, letters.allSatisfy(isLetter) else { return nil }
        let halves = letters.map { $0 - 0x61 }
        return stride(from: 0, to: halves.count, by: 2).map { halves[$0] << 4 | halves[$0 + 1] }
    }

    static func isLetter(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x70 }
}
