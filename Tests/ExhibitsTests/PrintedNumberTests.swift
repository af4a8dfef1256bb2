import Exhibits
import Testing

/// How numbers look on a page: one value, one rounding, several ways to write it.
struct PrintedNumberTests {
    static func automatic(_ value: Double, _ digits: Int) -> PrintedNumber {
        PrintedNumber(value, .automatic(for: value, digits: digits))
    }

    @Test(
        arguments: [
            (2.0 / 3, 2, "0.67"), (2.0 / 3, 1, "0.7"), (2.0 / 3, 0, "1"), (2.0 / 3, 4, "0.6667"), (0.05, 2, "0.05"),
            (0.0042, 2, "4.20 × 10⁻³"), (0.04, 1, "4.0 × 10⁻²"), (0.0000351, 6, "3.510000 × 10⁻⁵"), (0.001, 4, "0.0010"),
            (-0.25, 3, "−0.250"), (1234.5, 2, "1234.50"), (0, 4, "0.0000"), (1e-17, 4, "1.0000 × 10⁻¹⁷"),
            (3e12, 4, "3.0000 × 10¹²"),
            (.infinity, 2, "∞"), (-.infinity, 2, "−∞"), (.nan, 2, "nan"),
        ] as [(Double, Int, String)])
    func `a page's digits leave something of every number`(value: Double, digits: Int, text: String) {
        #expect(Self.automatic(value, digits).text == text)
    }

    @Test func `half a unit goes away from zero, from the digits that a reader sees`() {
        // 2.675 lies at 2.67499999999999982 in binary; nobody sees that.
        for (value, digits, text) in [
            (2.675, 2, "2.68"), (0.125, 2, "0.13"), (-0.125, 2, "-0.13"), (0.5, 0, "1"), (1.5, 0, "2"), (2.5, 0, "3"),
            (0.95, 1, "1.0"), (9.995, 2, "10.00"), (-0.004, 2, "0.00"),
        ] {
            #expect(NumberFormat.decimals(digits).text(value) == text)
        }
        #expect(NumberFormat.scientific(1).text(9.96e-5) == "1.0e-04")
        #expect(NumberFormat.significant(2).text(99.6) == "1.0e+02")
    }

    @Test func `one number is written for formulas, pages, texts and files`() {
        let small = PrintedNumber(-0.0000351, .scientific(2))
        #expect(small.tex == "-3.51 \\times 10^{-5}")
        #expect(small.html == "−3.51 × 10<sup>−5</sup>")
        #expect(small.text == "−3.51 × 10⁻⁵")
        #expect(small.code == "-3.51e-05")
        #expect(small.value == -0.0000351 && small.unit == 1e-7)
        #expect(PrintedNumber(1e-8, .shortest).tex == "10^{-8}")
    }

    @Test func `what is printed reads back as what it says, and lies within half a unit`() {
        var state: UInt64 = 42
        func draw() -> Double {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(state >> 11) * 0x1p-53
        }
        for _ in 0..<2000 {
            let value = (draw() - 0.5) * [1e-20, 1e-9, 1e-3, 1, 1e3, 1e8, 1e14][Int(draw() * 7)]
            #expect(Double(NumberFormat.shortest.text(value)) == value)
            for format in [
                NumberFormat.decimals(Int(draw() * 9)), .scientific(Int(draw() * 9)), .significant(1 + Int(draw() * 9)),
            ] {
                let printed = PrintedNumber(value, format)
                #expect(Double(printed.code) == printed.value)
                #expect(abs(printed.value - value) <= printed.unit / 2 + 2 * value.ulp, "\(value) as \(printed.code)")
                #expect(printed.isRounding(of: value) || abs(abs(printed.value - value) - printed.unit / 2) < 4 * value.ulp)
            }
        }
    }

    @Test func `somebody who rounds half a unit up arrives at these digits, or doesn't`() {
        let printed = PrintedNumber(-0.019049118, .decimals(9))
        #expect(printed.isRounding(of: -0.01904911826))
        // Half of 0.038098237 is on the edge between two ninth digits, and rounds to ….119.
        #expect(!printed.isRounding(of: -0.038098237 * 0.5))
        #expect(PrintedNumber(-0.019049119, .decimals(9)).isRounding(of: -0.038098237 * 0.5))
    }
}

/// Tables in which nobody stumbles over a column of two notations.
struct TableFormatsTests {
    static func column(_ values: [Double], _ format: NumberFormat? = nil, digits: Int = 4) -> [String] {
        Table(columns: [.init(.text("x"), .trailing)], rows: values.map { [.number($0, format)] })
            .formatted(digits: digits).rows.map { row in
                guard case .number(let value, let format?) = row[0] else { return "?" }
                return PrintedNumber(value, format).text
            }
    }

    @Test func `a column takes more decimals before it takes powers of ten`() {
        #expect(Self.column([0.2984, 0.0011, 0.0000351]) == ["0.2984000", "0.0011000", "0.0000351"])
        #expect(Self.column([0.5, 2.25]) == ["0.5000", "2.2500"])
        #expect(Self.column([2.0 / 3, 0.05], digits: 2) == ["0.67", "0.05"])
    }

    @Test func `a column whose numbers are too far apart is written in powers of ten, but for 0`() {
        #expect(Self.column([0.25, 0, 1e-17]) == ["2.5000 × 10⁻¹", "0.0000", "1.0000 × 10⁻¹⁷"])
        #expect(Self.column([0.25, 0.0000123], .significant(3)) == ["2.50 × 10⁻¹", "1.23 × 10⁻⁵"])
        #expect(Self.column([0.25, 0.0123], .significant(3)) == ["0.250", "0.0123"])
    }

    @Test func `a number with a format of its own keeps it`() {
        let table = Table(
            columns: [.init(.text("x"))], rows: [[.number(3, .decimals(0))], [.number(1e-9, nil)], [.text("–")], [.empty]])
        #expect(table.formatted(digits: 3).rows[0] == [.number(3, .decimals(0))])
        #expect(table.formatted(digits: 3).rows[2...] == [[.text("–")], [.empty]])
    }

    @Test func `the fewest digits are spelled the same, however a number came to them`() {
        var bits: UInt64 = 0x9E37_79B9_7F4A_7C15
        var values: [Double] = [
            0.0001, 0.000_099_999, 1e-5, 0.1, 2.5, 123_456.75, 4_503_599_627_370_495.5, 1e15, 1e16, 1e17, 0, -0.0, 1,
            .leastNonzeroMagnitude,
            -1.25e-7, 1e100, .infinity, .nan,
        ]
        for step in 0..<4000 {
            bits = bits &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            values.append(Double(bitPattern: bits))
            values.append(Double(Int64(bitPattern: bits) >> 20) / Double(1 << (step % 50)))
        }
        for value in values {
            let text = NumberFormat.shortest.text(value)
            #expect(text == PrintedNumber(value, .shortest).code)
            #expect(value.isNaN || Double(text) == value)
        }
    }
}
