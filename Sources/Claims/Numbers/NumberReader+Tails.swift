import Exhibits

/// What behind the digits says how exactly they are meant.
extension NumberReader {
    /// `0.66…` goes on; in `0.6667(2)` the last digit is sure to two units.
    mutating func readContinuation(into number: inout WrittenNumber) {
        guard number.place < 0, !number.isFraction, number.exponent == .none else { return }
        let start = scanner
        if scanner.take(anyOf: ["…", "...", "\\ldots", "\\dots", "\\cdots"]) != nil {
            number.isContinued = true
        } else if scanner.take("("), let amount = Double(scanner.takeDigits()), scanner.take(")") {
            number.tolerance = .absolute(amount * number.unit)
        } else {
            scanner.rewind(to: start)
        }
    }

    /// `f32`, `float32`, `bf16`, in a formula also `\text{f32}`.
    mutating func readPrecision(into number: inout WrittenNumber) {
        let start = scanner
        scanner.skipSpaces()
        let isBraced = scanner.take(anyOf: ["\\text{", "\\mathrm{"]) != nil
        if isBraced { scanner.skipSpaces() }
        if let word = scanner.take(anyOf: Precision.suffixes), !isBraced || scanner.take("}") {
            number.precision = Precision(suffix: word)
        } else {
            scanner.rewind(to: start)
        }
    }

    /// What follows `±`; false when a tolerance begins and can't be read.
    mutating func readTolerance(into number: inout WrittenNumber) -> Bool {
        let start = scanner
        scanner.skipSpaces()
        guard scanner.take(anyOf: ["±", "\\pm", "+/-", "+-"]) != nil else {
            scanner.rewind(to: start)
            return true
        }
        scanner.skipSpaces()
        var inner = self
        guard let amount = inner.readMagnitude()?.value else { return false }
        scanner = inner.scanner
        let isPercent = takePercentSign()
        scanner.skipSpaces()
        if scanner.take(anyOf: ["ulps", "ulp"]) != nil {
            number.tolerance = .ulps(Int(min(amount, 1e18).rounded(.up)))
        } else if scanner.take(anyOf: ["relative", "rel.", "rel"]) != nil {
            number.tolerance = .relative(isPercent ? amount / 100 : amount)
        } else if isPercent {
            // `98.4 % ± 0.2 %` means percentage points, `0.51 ± 1 %` a share.
            number.tolerance = number.isPercent ? .absolute(amount / 100) : .relative(amount / 100)
        } else {
            number.tolerance = .absolute(number.isPercent ? amount / 100 : amount)
        }
        return true
    }
}
