import Exhibits
import Foundation

/// Equal steps, with ticks at 1, 2 or 5 times a power of ten.
///
/// All arithmetic is done on values divided by 10^`exponent`, so the ends of the range of doubles behave like its middle.
struct LinearScale: PlotScale {
    /// How much room the values get.
    enum Margin {
        /// Some air around the values; zero when it is near, and ends on ticks.
        case airy
        /// From the smallest to the largest value exactly.
        case tight
    }

    let ticks: [Tick]
    let factor: String?
    private let exponent: Int
    private let low: Double
    private let high: Double

    init(showing values: [Double], count: Int, margin: Margin = .airy) {
        let finite = values.filter(\.isFinite)
        let largest = finite.reduce(0) { max($0, abs($1)) }
        let exponent = largest < 1e-305 ? 0 : Int(log10(largest).rounded(.down))
        let scaled = finite.map { Self.divide($0, byPowerOfTen: exponent) }
        var (low, high) = (scaled.min() ?? 0, scaled.max() ?? 1)
        if high - low < 1e-11 {
            let middle = (low + high) / 2
            let reach = largest < 1e-305 ? 1 : max(abs(middle) * 0.5, 1e-3)
            (low, high) = (middle - reach, middle + reach)
        } else if margin == .airy {
            let span = high - low
            if low >= 0, low < 0.35 * high { low = 0 } else { low -= 0.05 * span }
            if high <= 0, high > 0.35 * low { high = 0 } else { high += 0.05 * span }
        }
        let step = Self.step(for: high - low, count: count)
        if margin == .airy {
            let (down, up) = ((low / step).rounded(.down) * step, (high / step).rounded(.up) * step)
            if low - down < 0.55 * step { low = down }
            if up - high < 0.55 * step { high = up }
        }
        self.exponent = exponent
        self.low = low
        self.high = high

        let isPlain = (-3...5).contains(exponent)
        factor = isPlain ? nil : "× 10" + ReadableNumber.superscript(exponent)
        let shift = isPlain ? exponent : 0
        let decimals = max(0, -Int(log10(step).rounded(.down)) - shift)
        let first = Int((low / step - 1e-9).rounded(.up))
        let last = Int((high / step + 1e-9).rounded(.down))
        let isLong = high * pow(10, Double(shift)) >= 1e4 || low * pow(10, Double(shift)) <= -1e4
        ticks = (first <= last ? Array(first...last) : []).map { index in
            let value = Double(index) * step
            let shown = NumberFormat.decimals(min(decimals, 15)).text(value * pow(10, Double(shift)))
            let label = index == 0 ? "0" : ReadableNumber.signed(shown, grouped: isLong)
            return Tick(position: min(1, max(0, (value - low) / (high - low))), label: label)
        }
    }

    func position(_ value: Double) -> Double? {
        guard value.isFinite else { return nil }
        return (Self.divide(value, byPowerOfTen: exponent) - low) / (high - low)
    }

    /// The value at a place of the axis.
    func value(at position: Double) -> Double {
        let scaled = low + position * (high - low)
        let half = exponent / 2
        return scaled * pow(10, Double(half)) * pow(10, Double(exponent - half))
    }

    /// In two steps, because 10^308 times a small number is more than one power of ten can hold.
    private static func divide(_ value: Double, byPowerOfTen exponent: Int) -> Double {
        if exponent == 0 { return value }
        let half = exponent / 2
        return value / pow(10, Double(half)) / pow(10, Double(exponent - half))
    }

    /// The largest of 1, 2, 5 · 10^k that gives at least about `count` steps.
    private static func step(for span: Double, count: Int) -> Double {
        let rough = span / Double(max(1, count))
        let power = pow(10, log10(rough).rounded(.down))
        let lead = rough / power
        return power * (lead < 1.5 ? 1 : lead < 3.5 ? 2 : lead < 7.5 ? 5 : 10)
    }
}

extension ReadableNumber {
    /// A formatted number below a million with a real minus, thousands apart where a neighbour has five digits.
    static func signed(_ text: String, grouped isGrouped: Bool) -> String {
        let magnitude = text.hasPrefix("-") ? String(text.dropFirst()) : text
        let parts = magnitude.split(separator: ".", maxSplits: 1)
        guard let whole = parts.first, let count = Int(whole) else { return text }
        let thousands = "\(count / 1000),\(String("\(count % 1000 + 1000)".dropFirst()))"
        let grouped = (isGrouped && count >= 1000 ? thousands : "\(count)") + (parts.count > 1 ? "." + parts[1] : "")
        return (text.hasPrefix("-") ? "−" : "") + inPageStyle(grouped)
    }
}
