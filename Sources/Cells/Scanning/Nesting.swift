/// How brackets nest in code whose strings and comments are blanked.
enum Nesting {
    /// 1 for a bracket that opens, −1 for one that closes, 0 for anything else.
    static func step(_ byte: UInt8) -> Int {
        switch byte {
        case UInt8(ascii: "{"), UInt8(ascii: "("), UInt8(ascii: "["): 1
        case UInt8(ascii: "}"), UInt8(ascii: ")"), UInt8(ascii: "]"): -1
        default: 0
        }
    }

    static func step(_ character: Character) -> Int { character.asciiValue.map { step($0) } ?? 0 }
}
