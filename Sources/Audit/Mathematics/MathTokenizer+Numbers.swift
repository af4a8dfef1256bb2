import Claims
import Exhibits

/// Numbers with everything that belongs to them: groups, exponents, powers of ten, percent signs, dots.
extension MathTokenizer {
    mutating func readNumber() {
        let start = index
        takeDigits()
        takeGroups(from: start)
        let pointed = index
        if takeMark() {
            let fraction = index
            takeDigits()
            if index == fraction { index = pointed } else { takeFractionGroups(from: fraction) }
        }
        // (11,008 …) may be a group of three, and 2,1 a decimal of another language.
        if index == pointed, isAmbiguousComma {
            while index < end, bytes[index].isDigit || bytes[index] == UInt8(ascii: ",") { index += 1 }
            return add(.stop, from: start)
        }
        // 8333.(3) goes on for ever.
        if takePeriod() { return add(.mark("…"), from: start) }
        takeExponent()
        let isWhole = String(decoding: bytes[start..<index], as: UTF8.self).utf8.allSatisfy(\.isDigit)
        if !isWhole || tokens.last.map({ $0.isMark("^") || $0.isMark("/") || $0.isMark("_") }) != true { takePowerOfTen() }
        if !isWhole { takeContinuation() }
        takePercent()
        let text = String(decoding: bytes[start..<index], as: UTF8.self)
        // 3D, 5th and 10k are words.
        if !isFormula, index < end, bytes[index].isLetter || bytes[index] == UInt8(ascii: "_") {
            while index < end, bytes[index].isLetter || bytes[index].isDigit || bytes[index] == UInt8(ascii: "_") { index += 1 }
            return add(.stop, from: start)
        }
        // 1.2.3 is a version or a section.
        if !isFormula, index + 1 < end, bytes[index] == UInt8(ascii: "."), bytes[index + 1].isDigit {
            while index < end, bytes[index].isDigit || bytes[index] == UInt8(ascii: ".") { index += 1 }
            return add(.stop, from: start)
        }
        guard let number = WrittenNumber(parsing: text.replacing(",\\!", with: "{,}"), mark: mark), number.value.isFinite,
            text.utf8.count <= 60
        else {
            return add(.stop, from: start)
        }
        add(.number(number), from: start)
    }

    /// `.(3)` and `.\overline{3}`: a mark whose digits are a period.
    private mutating func takePeriod() -> Bool {
        guard index + 1 < end, bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ",") else { return false }
        for line: StaticString in ["\\overline{", "\\bar{"] where bytes.starts(with: line, at: index + 1) {
            index += 1 + line.utf8CodeUnitCount
            takeDigits()
            if index < end, bytes[index] == UInt8(ascii: "}") { index += 1 }
            return true
        }
        guard bytes[index + 1] == UInt8(ascii: "(") else { return false }
        let count = digits(at: index + 2)
        guard count > 0, index + 2 + count < end, bytes[index + 2 + count] == UInt8(ascii: ")") else { return false }
        index += 3 + count
        return true
    }

    mutating func takeDigits() { while index < end, bytes[index].isDigit { index += 1 } }

    private func digits(at position: Int) -> Int {
        var count = 0
        while position + count < end, bytes[position + count].isDigit { count += 1 }
        return count
    }

    /// `1{,}024`, and outside brackets `1,024`.
    private mutating func takeGroups(from start: Int) {
        guard index - start <= 3, bytes[start] != UInt8(ascii: "0") else { return }
        while index < end {
            if mark == .point, bytes.starts(with: "{,}", at: index), digits(at: index + 3) == 3 {
                index += 6
            } else if mark == .point, bytes.starts(with: ",\\!", at: index), digits(at: index + 3) == 3 {
                index += 6
            } else if mark == .point, brackets <= 0, bytes[index] == UInt8(ascii: ","), digits(at: index + 1) == 3 {
                index += 4
            } else {
                return
            }
        }
    }

    /// Whether a comma and digits behind a whole number of running text may belong to it, though the notes write points.
    private var isAmbiguousComma: Bool {
        guard !isFormula, mark == .point, index + 1 < end, bytes[index] == UInt8(ascii: ",") else { return false }
        let count = digits(at: index + 1)
        return brackets > 0 ? count == 3 : count > 0
    }

    private mutating func takeMark() -> Bool {
        guard index < end else { return false }
        if mark == .comma {
            if bytes.starts(with: "{,}", at: index) { index += 3; return true }
            if bytes[index] == UInt8(ascii: ","), digits(at: index + 1) > 0 { index += 1; return true }
        }
        if bytes[index] == UInt8(ascii: "."), digits(at: index + 1) > 0 { index += 1; return true }
        return false
    }

    /// `0.593\,269\,992`.
    private mutating func takeFractionGroups(from start: Int) {
        while (index - start) % 3 == 0 || bytes[start..<index].contains(UInt8(ascii: "\\")), index < end,
            bytes.starts(with: "\\,", at: index), (1...3).contains(digits(at: index + 2))
        {
            index += 2 + digits(at: index + 2)
        }
    }

    private mutating func takeExponent() {
        guard index < end, bytes[index] | 0x20 == UInt8(ascii: "e") else { return }
        var next = index + 1
        if next < end, bytes[next] == UInt8(ascii: "-") || bytes[next] == UInt8(ascii: "+") { next += 1 }
        let count = digits(at: next)
        guard (1...3).contains(count), next + count >= end || !bytes[next + count].isLetter else { return }
        index = next + count
    }

    /// ` \times 10^{-5}`: one number, not a product.
    private mutating func takePowerOfTen() {
        var next = index
        func skip() {
            while next < end, bytes[next] == 0x20 || bytes.starts(with: "\\,", at: next) { next += bytes[next] == 0x20 ? 1 : 2 }
        }
        skip()
        let signs: [StaticString] = ["\\times", "\\cdot", "×", "·", "⋅", "*"]
        guard let sign = signs.first(where: { bytes.starts(with: $0, at: next) }) else { return }
        next += sign.utf8CodeUnitCount
        skip()
        guard bytes.starts(with: "10^", at: next), next + 3 < end else { return }
        next += 3
        let isBraced = bytes[next] == UInt8(ascii: "{")
        if isBraced { next += 1 }
        if next < end, bytes[next] == UInt8(ascii: "-") { next += 1 } else if bytes.starts(with: "−", at: next) { next += 3 }
        let count = digits(at: next)
        guard (1...3).contains(count), isBraced || count == 1 else { return }
        next += count
        if isBraced {
            guard next < end, bytes[next] == UInt8(ascii: "}") else { return }
            next += 1
        }
        index = next
    }

    private mutating func takeContinuation() {
        for dots: StaticString in ["\\ldots", "\\dots", "\\cdots", "…", "..."] where bytes.starts(with: dots, at: index) {
            index += dots.utf8CodeUnitCount
            return
        }
    }

    private mutating func takePercent() {
        var next = index
        while next < end, bytes[next] == 0x20 || bytes.starts(with: "\\,", at: next) || bytes[next] == UInt8(ascii: "~") {
            next += bytes[next] == UInt8(ascii: "\\") ? 2 : 1
        }
        if bytes.starts(with: "\\%", at: next) {
            index = next + 2
        } else if next < end, bytes[next] == UInt8(ascii: "%") {
            index = next + 1
        }
    }
}
