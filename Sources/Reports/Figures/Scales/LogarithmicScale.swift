import Exhibits
import Foundation

/// Equal factors: ticks at powers of ten, and at 1, 2, 5 times them when the values span little. Only positive values have a place.
struct LogarithmicScale: PlotScale {
    let ticks: [Tick]
    var factor: String? { nil }
    private let low: Double
    private let high: Double

    init(showing values: [Double], count: Int) {
        let logs = values.filter { $0.isFinite && $0 > 0 }.map { log10($0) }
        var (low, high) = (logs.min() ?? -1, logs.max() ?? 1)
        if high - low < 0.05 {
            (low, high) = (low - 0.5, high + 0.5)
        } else {
            let margin = 0.04 * (high - low)
            (low, high) = (low - margin, high + margin)
        }
        // A whole power of ten at an end, when it costs little room.
        let reach = 0.18 * (high - low)
        if low - low.rounded(.down) < reach { low = low.rounded(.down) }
        if high.rounded(.up) - high < reach { high = high.rounded(.up) }
        self.low = low
        self.high = high
        ticks = Self.ticks(from: low, to: high, count: count)
    }

    func position(_ value: Double) -> Double? {
        guard value.isFinite, value > 0 else { return nil }
        return (log10(value) - low) / (high - low)
    }

    private static func ticks(from low: Double, to high: Double, count: Int) -> [Tick] {
        let first = Int((low - 1e-9).rounded(.up))
        let last = Int((high + 1e-9).rounded(.down))
        let decades = first <= last ? last - first + 1 : 0
        if decades >= 3 {
            let wanted = Double(decades) / Double(max(1, count))
            let step = [1, 2, 3, 5, 10, 20, 50, 100, 200].first { Double($0) >= wanted - 0.34 } ?? 200
            return (first...last).filter { $0.isMultiple(of: step) }.map { decade in
                Tick(position: clamped((Double(decade) - low) / (high - low)), label: name(decade))
            }
        }
        // Few decades: the leading digits 1, 2, 5 of each, and all digits when even those are few.
        for leads in [[1.0, 2, 5], [1, 1.5, 2, 3, 4, 5, 6, 8]] {
            let candidates = (Int(low.rounded(.down))...Int(high.rounded(.up))).flatMap { decade in
                leads.map { lead -> (lead: Double, decade: Int, log: Double) in (lead, decade, log10(lead) + Double(decade)) }
            }
            let found = candidates.filter { $0.log >= low - 1e-9 && $0.log <= high + 1e-9 }
            if found.count >= 3 || leads.count > 3 {
                return found.map {
                    Tick(
                        position: clamped(($0.log - low) / (high - low)),
                        label: ReadableNumber.short(lead: $0.lead, exponent: $0.decade))
                }
            }
        }
        return []
    }

    /// `0.01`, `1`, `100` near 1, else a power.
    private static func name(_ decade: Int) -> String { "10" + ReadableNumber.superscript(decade) }

    private static func clamped(_ value: Double) -> Double { min(1, max(0, value)) }
}

extension ReadableNumber {
    /// `0.02`, `500`, `2 × 10⁻⁸`.
    static func short(lead: Double, exponent: Int) -> String {
        if (-3...4).contains(exponent) { return ReadableNumber.text(lead * pow(10, Double(exponent)), significant: 2) }
        let power = "10" + superscript(exponent)
        return lead == 1 ? power : ReadableNumber.text(lead, significant: 2) + " × " + power
    }
}
