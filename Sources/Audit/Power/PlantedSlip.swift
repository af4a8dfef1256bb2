/// A slip put into notes in memory, to see whether an audit would find it.
public struct PlantedSlip: Hashable, Sendable {
    public enum Kind: String, CaseIterable, Sendable {
        case digit = "wrong digits"
        case swap = "swapped digits"
        case sign = "signs"
        case stale = "stale values"
    }

    public var kind: Kind
    /// Which of the notes' numbers it falsifies.
    public var number: Int
    public var text: String
    /// Whether the sign that stands before the number is taken away with it.
    public var takesSign = false

    /// The slip of one kind in a number; nil where it has none, such as a swap of equal digits.
    static func text(_ kind: Kind, of number: String, others: [String], random: inout SlipGenerator) -> String? {
        var bytes = Array(number.utf8)
        let end = mantissaEnd(bytes)
        let digits = (0..<end).filter { bytes[$0].isDigit }
        switch kind {
        case .digit:
            // A zero in front is no digit that anybody mistypes.
            let chosen = digits.filter { $0 != 0 || bytes[0] != UInt8(ascii: "0") }
            guard let place = chosen.isEmpty ? nil : chosen[random.next(below: chosen.count)] else { return nil }
            bytes[place] = 0x30 + (bytes[place] - 0x30 + UInt8(1 + random.next(below: 9))) % 10
        case .swap:
            let pairs = zip(digits, digits.dropFirst()).filter { $1 == $0 + 1 && bytes[$0] != bytes[$1] }
            guard !pairs.isEmpty else { return nil }
            let (a, b) = pairs[random.next(below: pairs.count)]
            bytes.swapAt(a, b)
        case .sign: bytes.insert(UInt8(ascii: "-"), at: 0)
        case .stale:
            let candidates = others.filter { $0 != number && $0.utf8.count == number.utf8.count }
            guard !candidates.isEmpty else { return nil }
            return candidates[random.next(below: candidates.count)]
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func mantissaEnd(_ bytes: [UInt8]) -> Int {
        bytes.firstIndex { !$0.isDigit && $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: ",") } ?? bytes.count
    }
}

/// SplitMix64: the same slips in every run.
struct SlipGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next(below limit: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((z ^ (z >> 31)) % UInt64(max(1, limit)))
    }
}
