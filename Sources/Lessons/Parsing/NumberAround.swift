/// Whether what stands right before or behind a claim is read as a part of its number: `-[1.5](claim:x)` says −1.5.
struct NumberAround {
    let goesOn: Bool

    /// - Parameters:
    ///   - start: where the claim begins.
    ///   - end: behind it.
    ///   - limit: where the text ends.
    init(_ bytes: [UInt8], _ start: Int, _ end: Int, limit: Int) {
        goesOn = Self.begins(before: bytes[..<start]) || Self.ends(behind: bytes[end..<limit])
    }

    private static func begins(before text: ArraySlice<UInt8>) -> Bool {
        guard let last = text.last else { return false }
        if last.isDigit { return true }
        if last == UInt8(ascii: ".") || last == UInt8(ascii: ",") { return text.dropLast().last?.isDigit == true }
        guard let sign = ["-", "+", "−"].first(where: { text.suffix($0.utf8.count).elementsEqual($0.utf8) }) else {
            return false
        }
        // Behind a number or a name it is an operation, or a range.
        guard let before = text.dropLast(sign.utf8.count).last else { return true }
        return !(before.isDigit || before.isLetter || before >= 0x80 || ")]}$*_`".utf8.contains(before)) && before != last
    }

    private static func ends(behind text: ArraySlice<UInt8>) -> Bool {
        guard let first = text.first else { return false }
        let rest = text.dropFirst()
        switch first {
        case UInt8(ascii: "."), UInt8(ascii: ","): return rest.first?.isDigit == true
        case UInt8(ascii: "e"), UInt8(ascii: "E"):
            let digits = rest.first.map { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") } == true ? rest.dropFirst() : rest
            return digits.first?.isDigit == true
        default: return first.isDigit
        }
    }
}
