import Exhibits

import Testing

import Claims

/// What an author may write, and what it means.
struct WrittenNumberTests {
    @Test(arguments: [
        ("0.5", 0.5, -1), (".5", 0.5, -1), ("5.", 5, 0), ("-0.25", -0.25, -2), ("−0.25", -0.25, -2), ("–0.25", -0.25, -2),
        ("- 3", -3, 0), ("+3", 3, 0), ("{-}3", -3, 0), ("3.51e-5", 3.51e-5, -7), ("3.51E-05", 3.51e-5, -7), ("2e3", 2000, 3),
        ("3.51×10⁻⁵", 3.51e-5, -7), ("3.51 × 10⁻⁵", 3.51e-5, -7), ("3.51 \\times 10^{-5}", 3.51e-5, -7),
        ("3.51\\cdot10^{-5}", 3.51e-5, -7), ("3.51 x 10^-5", 3.51e-5, -7), ("10⁻⁵", 1e-5, -5), ("10^{3}", 1000, 3),
        ("98.4 %", 0.984, -3), ("98.4%", 0.984, -3), ("98.4\\%", 0.984, -3), ("26 %", 0.26, -2), ("1,024", 1024, 0),
        ("1 024", 1024, 0), ("1\u{2009}024", 1024, 0), ("1\u{202F}024", 1024, 0), ("1\\,024", 1024, 0), ("1{,}024", 1024, 0),
        ("1,234,567.25", 1_234_567.25, -2), ("10_000", 10000, 0), ("0.593 269 992", 0.593269992, -9), ("≈ 0.3", 0.3, -1),
        ("\\approx 0.3", 0.3, -1), ("0.511301270", 0.511301270, -9), (" 0.5 ", 0.5, -1),
    ])
    func `a number means its value, to its last digit`(text: String, value: Double, place: Int) throws {
        let number = try #require(WrittenNumber(parsing: text))
        #expect(number.value == value)
        #expect(number.place == place)
        #expect(number.tolerance == .digits)
    }

    @Test(arguments: [
        ("0,5", 0.5, -1), ("0{,}5", 0.5, -1), ("1.024", 1024.0, 0), ("1.024,5", 1024.5, -1), ("1 024,5", 1024.5, -1),
        ("0.3775", 0.3775, -4), ("3,51·10⁻⁵", 3.51e-5, -7), ("98,4 %", 0.984, -3),
    ])
    func `a comma marks decimals where the language says so`(text: String, value: Double, place: Int) throws {
        let number = try #require(WrittenNumber(parsing: text, mark: DecimalMark(language: "de")))
        #expect(number.value == value)
        #expect(number.place == place)
    }

    @Test(arguments: [
        ("en", DecimalMark.point), ("en-GB", .point), ("de", .comma), ("de-CH", .point), ("fr_CA", .comma), ("", .point),
        ("zh-Hans", .point), ("pt-BR", .comma), ("es-MX", .point),
    ])
    func `a language has its mark`(tag: String, mark: DecimalMark) {
        #expect(DecimalMark(language: tag) == mark)
    }

    @Test(arguments: [("2/3", 2.0 / 3), ("-1/2", -0.5), ("\\frac{2}{3}", 2.0 / 3), ("−\\tfrac{1}{4}", -0.25)])
    func `a fraction is meant exactly`(text: String, value: Double) throws {
        let number = try #require(WrittenNumber(parsing: text))
        #expect(number.value == value)
        #expect(number.verdict(for: value) == .exact)
        #expect(number.verdict(for: value + 1e-9) == .wrong)
    }

    @Test(arguments: [
        ("0.51 ± 0.01", Tolerance.absolute(0.01)), ("0.51±.01", .absolute(0.01)), ("0.51 \\pm 0.01", .absolute(0.01)),
        ("0.51 +/- 1e-3", .absolute(0.001)), ("0.51 ± 1 %", .relative(0.01)), ("98.4 % ± 0.2 %", .absolute(0.002)),
        ("0.51 ± 1e-6 rel", .relative(1e-6)), ("0.51 ± 4 ulp", .ulps(4)), ("0.51 ± 2 ulps", .ulps(2)),
    ])
    func `a tolerance can be written`(text: String, tolerance: Tolerance) throws {
        #expect(try #require(WrittenNumber(parsing: text)).tolerance == tolerance)
    }

    @Test(arguments: [
        "", "abc", "1,5", "0.5.3", "1 02", "--1", "3.51×", "3.51 × 10", "1/0", "0.5 ±", "w5", "0.5 and 0.6", "e-5", "1e99999",
        "%",
    ])
    func `what is not one number is not read as one`(text: String) {
        #expect(WrittenNumber(parsing: text) == nil)
    }
}
