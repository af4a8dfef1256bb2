import Derivations
import Exhibits
import Foundation

/// Which slip explains a wrong answer.
///
/// A wrong explanation is worse than none, so one is told only where so many numbers were tried that hardly one of them would
/// have fitted by chance; an explanation that fits several answers of a sheet is believed sooner.
struct SlipSearch {
    /// A slip that leads to what was written.
    struct Fit {
        var slip: Mark.Slip
        /// What it leads to.
        var value: Double
        /// How probable it is that one of the numbers tried up to this one fits by chance.
        var chance: Double
        var isCommon: Bool
    }

    /// The largest such probability with which a slip is told.
    private static let mostChance = 0.03

    private let sheet: SolvedSheet
    private let item: Int
    private let reading: GivenNumber
    /// Numbers as they were written before, by item.
    private let own: [Int: Double]
    /// How far what a slip leads to may be from what was written.
    private let tolerance: Double

    init(_ sheet: SolvedSheet, _ item: Int, _ reading: GivenNumber, own: [Int: Double]) {
        self.own = own
        self.sheet = sheet
        self.item = item
        self.reading = reading
        tolerance = max(sheet.tolerance(of: item), reading.unit / 2 * (1 + 1e-9))
    }

    /// All slips that lead to what was written, the commonest first.
    ///
    /// - Parameters:
    ///   - base: what the student goes on from.
    ///   - slack: how much rounding on the way may do.
    ///   - right: what the answer would be without a slip.
    func fits(beside base: Variation, slack: Double, instead right: Double) -> [Fit] {
        let rate = sheet.quantities.lazy.compactMap { quantity -> Double? in
            if case .updated(_, let rate)? = quantity?.kind { rate } else { nil }
        }.first
        var slips = typed(right) + neighbours()
        slips += sheet.quantities[item]?.misconceptions(beside: base, rate: rate) ?? []
        let window = tolerance + slack
        var fits: [Fit] = []
        for isCommon in [true, false] {
            // What is made seldom is told only where all that was tried before wouldn't have fitted by chance either.
            let tried = isCommon ? slips.filter(\.isCommon) : slips
            let chance = chance(of: tried, right, window)
            for slip in slips where slip.isCommon == isCommon {
                let distance = abs(slip.value - reading.value)
                guard distance <= window, abs(slip.value - right) > window else { continue }
                // Rounded as it is written it fits better than with all that rounding on the way could do.
                let own = distance <= tolerance ? chance * tolerance / window : chance
                fits.append(
                    Fit(
                        slip: Mark.Slip(cause: slip.cause, words: slip.words), value: slip.value, chance: own,
                        isCommon: isCommon))
            }
        }
        return fits
    }

    /// How many of the numbers tried a number about as far from the right one as the one written would have hit by chance: one
    /// that lies anywhere from a third of that distance to three times it, on either side, with the same density.
    private func chance(of tried: [Misconception], _ right: Double, _ window: Double) -> Double {
        let distance = abs(reading.value - right)
        let near = tried.count { (distance / 3...3 * distance).contains(abs($0.value - right)) }
        return Double(near) * window / ((3 - 1 / 3.0) * max(distance, window))
    }

    /// The fingers: a lost sign, the point in the wrong place, two digits in each other's places.
    private func typed(_ right: Double) -> [Misconception] {
        guard let unit = sheet.student.answers[item].unit, unit > 0, right.isFinite else { return [] }
        // Whoever mistypes a number has rounded it before.
        let rounded = PrintedNumber(right, .decimals(max(0, Int((-log10(unit)).rounded()))))
        let said = GradeWords.current
        var slips = [Misconception("sign", said.lostSign, -right, isCommon: true)]
        for (factor, words) in [(10.0, said.pointRight), (100, said.pointFarRight), (0.1, said.pointLeft)] {
            slips.append(Misconception("factor", words, factor * rounded.value, isCommon: true))
        }
        let text = Array(rounded.text)
        let digits = text.indices.filter { text[$0].isNumber }
        for (first, second) in zip(digits, digits.dropFirst()) where text[first] != text[second] {
            var swapped = text
            swapped.swapAt(first, second)
            guard let value = GivenNumber.readings(of: String(swapped)).first?.value else { continue }
            slips.append(
                Misconception("typo", GradeWords.said(said.swappedDigits, rounded.text), value, isCommon: true))
        }
        return slips
    }

    /// The answer to something else that is asked.
    private func neighbours() -> [Misconception] {
        sheet.items.indices.compactMap { other in
            guard other != item, let value = own[other] ?? sheet.student.answers[other].value else { return nil }
            return Misconception(
                Self.neighbour, GradeWords.said(GradeWords.current.answersOther, sheet.items[other].name), value, isCommon: true
            )
        }
    }

    /// What is told of each wrong answer of a sheet.
    static func told(_ fits: [Int: [Fit]]) -> [Int: Mark.Slip] {
        // One slip that explains several answers was hardly found by chance.
        var joint: [String: Double] = [:]
        for (_, list) in fits.sorted(by: { $0.key < $1.key }) {
            var own: [String: Double] = [:]
            for fit in list { own[fit.slip.words] = min(own[fit.slip.words] ?? 1, fit.chance) }
            for (words, chance) in own { joint[words, default: 1] *= chance }
        }
        var told: [Int: Mark.Slip] = [:]
        for (item, list) in fits {
            let sure = list.filter { joint[$0.slip.words, default: 1] <= mostChance }
            guard let best = sure.min(by: { rank($0, joint) < rank($1, joint) }) else { continue }
            // Of two kinds that lead to one number, or to two that fit as well, nobody can say which was made.
            let others = list.filter { $0.isCommon == best.isCommon && $0.slip.cause != best.slip.cause }
            if others.contains(where: { isSame($0, best) || isAsSure($0, best, joint) && !isSameNumber($0, best) }) { continue }
            told[item] = best.slip
        }
        return told.filter { item, slip in support(of: slip, in: fits, told) <= mostChance }
    }

    private static func isSameNumber(_ one: Fit, _ other: Fit) -> Bool {
        abs(one.value - other.value) <= 1e-8 * abs(other.value)
    }

    /// Whether two slips lead to one number, so that only one of them can be told. That it answers another question is so,
    /// whatever led to it.
    private static func isSame(_ one: Fit, _ other: Fit) -> Bool {
        isSameNumber(one, other) && ![one.slip.cause, other.slip.cause].contains(neighbour)
    }

    private static func isAsSure(_ other: Fit, _ best: Fit, _ joint: [String: Double]) -> Bool {
        joint[other.slip.words, default: 1] <= mostChance && rank(other, joint).1 <= rank(best, joint).1 * 3
    }

    /// How probable it is that a slip fits by chance where nothing else was told: what another slip explains is no witness.
    private static func support(of slip: Mark.Slip, in fits: [Int: [Fit]], _ told: [Int: Mark.Slip]) -> Double {
        fits.sorted { $0.key < $1.key }.reduce(1) { product, entry in
            if let other = told[entry.key], other.cause != slip.cause { return product }
            return product * (entry.value.filter { $0.slip.words == slip.words }.map(\.chance).min() ?? 1)
        }
    }

    /// The cause of an answer to another question.
    private static let neighbour = "neighbour"

    private static func rank(_ fit: Fit, _ joint: [String: Double]) -> (Int, Double) {
        (fit.isCommon ? 0 : 1, joint[fit.slip.words, default: 1])
    }
}
