import Claims
import Exhibits
import Foundation
import Networks

@testable import Lectern

/// One false number of a page: what was written for what, and what a true word about it may be.
struct SeededSlip {
    /// The right number.
    var value: Double
    var text: String
    /// What the slip leads to before it is rounded; nil where the digits themselves were mistyped.
    var slipped: Double?
    var causes: Set<Cause>
    var stated: [(value: Double, text: String)] = []
    /// Whether the lesson has the network after its step as well.
    var knowsUpdate = false
    var expression: PlainExpression?
}

/// The kinds of slips that are made in random pages.
enum SlipKind: String, CaseIterable {
    case biasForgotten, termForgotten, termNegated, activationSkipped, slopeForgotten, slopeOneMinusA, slopeOfTanh, wayForgotten
    case inputFactorForgotten, inputsExchanged, weightsExchanged, halfForgotten, halfTwice, meanLoss, newWeightsInBackward
    case stepUphill, stepWithoutRate, lossAfterStep, gradientAfterStep, stepEarly, stepLate
    case signLost, digitsSwapped, digitMistyped, digitDoubled, digitLost, pointMoved, percent, factorTwo
    case otherActivation, otherSum, otherGradient, otherWeight, sumForActivation
    case stepsRounded, oneRounded, roundedTwice, allStatedUsed, wrongNumberUsed
    case singlePrecision, halfPrecision, literalMistyped, signInExpression, lossOfOtherLogarithm
    /// No slip at all: a number that nothing explains, far off or close by. Whatever is said of it is wrong.
    case noise, noiseNearby

    /// A false number of this kind on a page; nil where the page has none, or where the slip doesn't show in its digits.
    func slip(on page: inout RandomPage) -> SeededSlip? {
        let stated = page.stated(share: [0, 0.3, 0.7, 1].randomElement(using: &page.random) ?? 0)
        guard var slip = made(on: &page, stated) else { return nil }
        if slip.stated.isEmpty, self != .oneRounded { slip.stated = stated.filter { $0.value != slip.value } }
        guard slip.value != 0, slip.value.isFinite, let number = WrittenNumber(parsing: slip.text),
            number.verdict(for: slip.value) == .wrong
        else { return nil }
        return slip
    }

    private func made(on page: inout RandomPage, _ stated: [(value: Double, text: String)]) -> SeededSlip? {
        let depth = page.hand.weights.count
        let layer = Int.random(in: 0..<depth, using: &page.random)
        let unit = Int.random(in: 0..<page.hand.weights[layer].count, using: &page.random)
        let bias = page.hand.weights[layer][unit].count - 1
        let term = Int.random(in: 0..<bias, using: &page.random)
        /// Everything below the place of a slip moves; one of the numbers that do.
        func moved(
            _ twist: HandNetwork.Twist, _ causes: Set<Cause>, _ which: (HandNetwork.Numbers) -> [Double]
        ) -> SeededSlip? {
            let (right, wrong) = (which(page.right), which(page.hand.numbers(twist)))
            let changed = right.indices.filter { !Mismatch.same(right[$0], wrong[$0]) && wrong[$0] != 0 && right[$0] != 0 }
            guard let index = changed.randomElement(using: &page.random) else { return nil }
            return SeededSlip(value: right[index], text: page.text(wrong[index]), slipped: wrong[index], causes: causes)
        }
        func flat(_ rows: some Sequence<[Double]>) -> [Double] { rows.flatMap { $0 } }
        let forward: (HandNetwork.Numbers) -> [Double] = { numbers in
            flat(numbers.z[layer...]) + flat(numbers.a[layer...]) + [numbers.loss]
        }
        let sums: (HandNetwork.Numbers) -> [Double] = { [$0.z[layer][unit], $0.a[layer][unit]] }
        let backward: (HandNetwork.Numbers) -> [Double] = { numbers in
            flat(numbers.inner[...layer]) + flat(numbers.gradients[...layer].joined())
        }
        let gradients: (HandNetwork.Numbers) -> [Double] = { $0.gradients[layer][unit] }
        let everything: (HandNetwork.Numbers) -> [Double] = { numbers in
            let forth = flat(numbers.z) + flat(numbers.a) + [numbers.loss]
            return forth + flat(numbers.inner) + flat(numbers.gradients.joined())
        }
        func typed(_ change: (inout [Character], inout SplitMix64) -> Void) -> SeededSlip? {
            guard let value = everything(page.right).filter({ $0 != 0 }).randomElement(using: &page.random) else { return nil }
            var characters = Array(page.text(value))
            change(&characters, &page.random)
            return SeededSlip(value: value, text: String(characters), slipped: nil, causes: [.typo])
        }
        func instead(_ numbers: [Double], _ others: [Double], _ causes: Set<Cause>) -> SeededSlip? {
            guard let value = numbers.randomElement(using: &page.random), let other = others.randomElement(using: &page.random),
                value != other, value != 0, other != 0
            else { return nil }
            return SeededSlip(value: value, text: page.text(other), slipped: other, causes: causes)
        }
        func scaled(_ factor: Double, _ causes: Set<Cause>) -> SeededSlip? {
            guard let value = everything(page.right).filter({ $0 != 0 }).randomElement(using: &page.random) else { return nil }
            return SeededSlip(value: value, text: page.text(factor * value), slipped: factor * value, causes: causes)
        }
        /// Places of digits in a number's text from the first that isn't 0.
        func digitPlaces(_ characters: [Character]) -> [Int] {
            let mantissa = characters.prefix { $0 != "e" }.indices.filter { characters[$0].isNumber }
            return Array(mantissa.drop { characters[$0] == "0" })
        }
        switch self {
        case .biasForgotten: return moved(.termDropped([layer, unit, bias]), [.missingTerm], forward)
        case .termForgotten: return moved(.termDropped([layer, unit, term]), [.missingTerm], forward)
        case .termNegated:
            let at = Bool.random(using: &page.random) ? bias : term
            return moved(.termNegated([layer, unit, at]), [.sign], sums)
        case .activationSkipped: return moved(.activationSkipped([layer, unit]), [.missingFunction], forward)
        case .slopeForgotten: return moved(.slopeDropped([layer, unit]), [.missingFactor], backward)
        case .slopeOneMinusA: return moved(.slopeOneMinusA([layer, unit]), [.slope], backward)
        case .slopeOfTanh: return moved(.slopeOfTanh([layer, unit]), [.slope], backward)
        case .wayForgotten: return moved(.wayDropped([layer, unit]), [.missingTerm], backward)
        case .inputFactorForgotten: return moved(.inputFactorDropped, [.missingFactor, .neighbour], gradients)
        case .inputsExchanged: return moved(.exchangedInputs, [.exchanged], everything)
        case .weightsExchanged: return moved(.exchangedWeights([layer, unit]), [.exchanged], forward)
        case .halfForgotten: return moved(.halfDropped, [.factor, .missingFactor], { [$0.loss] })
        case .halfTwice: return moved(.halfTwice, [.factor], { [$0.loss] })
        case .meanLoss: return moved(.lossMean, [.mean, .factor, .missingFactor], { [$0.loss] })
        case .newWeightsInBackward:
            var slip = moved(.backThroughNewWeights, [.updatedWeights], backward)
            slip?.knowsUpdate = true
            return slip
        case .stepUphill: return moved(.stepForward, [.sign], { $0.updated[layer][unit] })
        case .stepWithoutRate: return moved(.stepWithoutRate, [.missingFactor], { $0.updated[layer][unit] })
        case .lossAfterStep, .gradientAfterStep:
            var after = page.hand
            after.weights = page.right.updated
            let later = after.numbers()
            let isLoss = self == .lossAfterStep
            let right = isLoss ? [page.right.loss] : gradients(page.right)
            let wrong = isLoss ? [later.loss] : gradients(later)
            let index = Int.random(in: right.indices, using: &page.random)
            return SeededSlip(
                value: right[index], text: page.text(wrong[index]), slipped: wrong[index],
                causes: [.updatedWeights, .neighbour, .step], knowsUpdate: true)
        case .stepEarly, .stepLate:
            guard let losses = page.run?.losses else { return nil }
            let index = Int.random(in: 5..<25, using: &page.random)
            let other = losses[index + (self == .stepEarly ? -1 : 1)]
            return SeededSlip(value: losses[index], text: page.text(other), slipped: other, causes: [.step])
        case .signLost: return scaled(-1, [.sign])
        case .factorTwo: return scaled(Bool.random(using: &page.random) ? 2 : 0.5, [.factor])
        case .pointMoved: return scaled(Bool.random(using: &page.random) ? 10 : 0.1, [.factor])
        case .percent: return scaled(100, [.factor])
        case .digitsSwapped:
            return typed { characters, random in
                let places = digitPlaces(characters)
                guard let index = places.dropLast().indices.randomElement(using: &random) else { return }
                characters.swapAt(places[index], places[index + 1])
            }
        case .digitMistyped:
            return typed { characters, random in
                guard let place = digitPlaces(characters).randomElement(using: &random) else { return }
                characters[place] = Character("\(Int.random(in: 0...9, using: &random))")
            }
        case .digitDoubled:
            return typed { characters, random in
                guard let place = digitPlaces(characters).randomElement(using: &random) else { return }
                characters.insert(characters[place], at: place)
            }
        case .digitLost:
            return typed { characters, random in
                guard let place = digitPlaces(characters).dropLast().randomElement(using: &random) else { return }
                characters.remove(at: place)
            }
        case .otherActivation: return instead(flat(page.right.a), flat(page.right.a), [.neighbour])
        case .otherSum: return instead(page.right.z[layer], page.right.z[layer], [.neighbour])
        case .otherGradient: return instead(gradients(page.right), gradients(page.right), [.neighbour])
        case .otherWeight:
            return instead(page.hand.weights[layer][unit], page.hand.weights[layer][unit], [.neighbour])
        case .sumForActivation:
            return instead([page.right.a[layer][unit]], [page.right.z[layer][unit]], [.neighbour, .missingFunction])
        case .stepsRounded:
            return moved(.rounded(max(2, page.digits)), [.roundingPath], everything)
        case .oneRounded:
            guard let next = page.hand.weights.indices.dropFirst().randomElement(using: &page.random) else { return nil }
            let source = page.right.a[next - 1][0]
            let weights = page.hand.weights[next][unit % page.hand.weights[next].count]
            guard let rounded = WrittenNumber(parsing: page.text(source, digits: 2))?.value, source != 0 else { return nil }
            let value = page.right.z[next][unit % page.hand.weights[next].count]
            let slipped = value + weights[0] * (rounded - source)
            return SeededSlip(
                value: value, text: page.text(slipped), slipped: slipped, causes: [.roundingPath],
                stated: [(source, page.text(source, digits: 2))])
        case .roundedTwice:
            guard let value = everything(page.right).filter({ $0 != 0 }).randomElement(using: &page.random),
                let once = WrittenNumber(parsing: page.text(value, digits: page.digits + 1))
            else { return nil }
            return SeededSlip(value: value, text: page.text(once.value), slipped: once.value, causes: [.roundingPath])
        case .allStatedUsed:
            let outputs = page.right.a[layer].map { page.text($0) }
            guard layer + 1 < depth else { return nil }
            let next = page.hand.weights[layer + 1][0]
            let terms = zip(next, outputs).map { $0 * (WrittenNumber(parsing: $1)?.value ?? 0) }
            let slipped = terms.reduce(0, +) + (next.last ?? 0)
            return SeededSlip(
                value: page.right.z[layer + 1][0], text: page.text(slipped, digits: page.digits + 1), slipped: slipped,
                causes: [.roundingPath], stated: Array(zip(page.right.a[layer], outputs)))
        case .wrongNumberUsed:
            guard layer + 1 < depth, let value = page.right.a[layer].first, value != 0 else { return nil }
            let wrong = page.text(value * Double.random(in: 1.05...1.4, using: &page.random))
            let next = page.hand.weights[layer + 1][0]
            let slipped = page.right.z[layer + 1][0] + next[0] * ((WrittenNumber(parsing: wrong)?.value ?? 0) - value)
            return SeededSlip(
                value: page.right.z[layer + 1][0], text: page.text(slipped), slipped: slipped, causes: [.wrongInput],
                stated: [(value, wrong)])
        case .singlePrecision:
            var slip = moved(.single, [.singlePrecision], everything)
            if let value = slip?.slipped { slip?.text = page.text(value, digits: 9) }
            return slip
        case .halfPrecision:
            var slip = moved(.half, [.halfPrecision], everything)
            if let value = slip?.slipped { slip?.text = page.text(value, digits: max(5, page.digits)) }
            return slip
        case .literalMistyped, .signInExpression:
            let factors = (0..<3).map { _ in page.text(Double.random(in: 0.1...0.9, using: &page.random), digits: 2) }
            let numbers = factors.compactMap(Double.init)
            let value = numbers[0] * numbers[1] + numbers[2]
            var other = numbers
            if self == .literalMistyped {
                other[0] = PrintedNumber(Double.random(in: 0.1...0.9, using: &page.random), .decimals(1)).value
            } else {
                other[2] = -other[2]
            }
            let slipped = other[0] * other[1] + other[2]
            return SeededSlip(
                value: value, text: page.text(slipped), slipped: slipped, causes: [.sign, .typo],
                expression: .combined(
                    .combined(.decimal(numbers[0]), .times, .decimal(numbers[1])), .plus, .decimal(numbers[2])))
        case .lossOfOtherLogarithm:
            let p = page.text(Double.random(in: 0.1...0.9, using: &page.random), digits: 3)
            let number = Double(p) ?? 0.5
            return SeededSlip(
                value: -log(number), text: page.text(-log10(number)), slipped: -log10(number), causes: [.logarithm],
                expression: .negated(.function("log", [.init(label: nil, value: .decimal(number))])))
        case .noise:
            guard let value = everything(page.right).filter({ $0 != 0 }).randomElement(using: &page.random) else {
                return nil
            }
            let other = value * pow(10, Double.random(in: -0.7...0.7, using: &page.random))
            return SeededSlip(value: value, text: page.text(other), slipped: other, causes: [.arithmetic])
        case .noiseNearby:
            guard let value = everything(page.right).filter({ $0 != 0 }).randomElement(using: &page.random) else { return nil }
            let distance = pow(10, Double.random(in: -3 ... -0.3, using: &page.random))
            let other = value * (Bool.random(using: &page.random) ? 1 + distance : 1 - distance)
            return SeededSlip(value: value, text: page.text(other), slipped: other, causes: [.arithmetic])
        }
    }
}
