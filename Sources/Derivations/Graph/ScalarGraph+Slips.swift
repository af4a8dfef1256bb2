import Exhibits
import Foundation

/// One mistake that is easily made in a computation, everything else being done right.
package struct Slip {
    package enum Kind: String, Sendable {
        case missingTerm = "missing-term"
        case missingFactor = "missing-factor"
        case sign
        case missingFunction = "missing-function"
        case logarithm
        case exchanged
        case slope
        /// What is done in more than one way: n or n − 1, where ε stands.
        case convention
        case throughTime = "through-time"
    }

    package var kind: Kind
    /// In words: `the bias b1 in net_h1`.
    package var words: String
    package var variation: Variation
    /// Whether what was left out is a bias, which is forgotten most easily.
    package var isOfBias = false
    /// Whether a rule of the way back was broken: a factor or a way left out, another slope.
    package var isOfChainRule = false
}

extension ScalarGraph {
    /// The slips of the forward pass: a term or a factor left out, a lost minus, an activation skipped, another logarithm.
    ///
    /// - Parameters:
    ///   - places: the nodes in which a slip may have happened.
    ///   - words: in which it is said.
    package func forwardSlips(in places: some Sequence<Int>, words: SlipWords = SlipWords()) -> [Slip] {
        places.flatMap { place -> [Slip] in
            let operands = nodes[place].operands
            func slip(_ kind: Slip.Kind, _ said: String, _ rule: @escaping @Sendable ([Double]) -> Double) -> Slip {
                var variation = Variation()
                variation.replaced = [place: rule]
                return Slip(kind: kind, words: said, variation: variation)
            }
            func spoken(_ place: Int) -> String { self.spoken(place, words) }
            let whole = spoken(place)
            switch nodes[place].operation {
            case .sum:
                return operands.indices.flatMap { index -> [Slip] in
                    let term = spoken(operands[index])
                    var missing = slip(.missingTerm, words.said(\.partOf, term, whole)) { $0.reduce(0, +) - $0[index] }
                    // A parameter by itself beside what is computed.
                    missing.isOfBias =
                        nodes[operands[index]].role == .parameter && operands.contains { nodes[$0].role == .result }
                    return [
                        missing,
                        slip(.sign, words.said(\.partOf, term, whole)) { $0.reduce(0, +) - 2 * $0[index] },
                    ]
                }
            case .difference:
                return [
                    slip(.missingTerm, words.said(\.partOf, spoken(operands[1]), whole)) { $0[0] },
                    slip(.missingTerm, words.said(\.partOf, spoken(operands[0]), whole)) { -$0[1] },
                    slip(.sign, words.said(\.partOf, spoken(operands[1]), whole)) { $0[0] + $0[1] },
                ]
            case .weightedSum(let pairs):
                let products = (0..<pairs).flatMap { pair -> [Slip] in
                    let term = spoken(operands[2 * pair]) + "·" + spoken(operands[2 * pair + 1])
                    return [
                        slip(.missingTerm, words.said(\.partOf, term, whole)) {
                            Operation.weightedSum(pairs: pairs).value($0) - $0[2 * pair] * $0[2 * pair + 1]
                        },
                        slip(.sign, words.said(\.partOf, term, whole)) {
                            Operation.weightedSum(pairs: pairs).value($0) - 2 * $0[2 * pair] * $0[2 * pair + 1]
                        },
                    ]
                }
                return products
                    + (2 * pairs..<operands.count).map { index in
                        var slip = slip(.missingTerm, words.said(\.biasIn, spoken(operands[index]), whole)) {
                            Operation.weightedSum(pairs: pairs).value($0) - $0[index]
                        }
                        slip.isOfBias = true
                        return slip
                    }
            case .product:
                return operands.indices.map { index in
                    slip(.missingFactor, words.said(\.factorOf, spoken(operands[index]), whole)) { values in
                        values.indices.reduce(1) { $1 == index ? $0 : $0 * values[$1] }
                    }
                }
            case .quotient:
                return [slip(.missingFactor, words.said(\.notDivided, spoken(operands[1]), whole)) { $0[0] }]
            case .negation: return [slip(.sign, words.said(\.lostMinus, whole)) { $0[0] }]
            case .power: return [slip(.missingFactor, words.said(\.power, whole)) { $0[0] }]
            case .function(.log):
                return [
                    slip(.logarithm, words.said(\.logarithm, "10")) { Foundation.log10($0[0]) },
                    slip(.logarithm, words.said(\.logarithm, "2")) { Foundation.log2($0[0]) },
                ]
            case .function, .custom:
                return [slip(.missingFunction, words.said(\.functionOf, whole)) { $0[0] }]
            default: return []
            }
        }
    }

    /// The slips of the backward pass from `root`: a factor of the chain rule or one of several ways left out, a wrong slope.
    /// - Parameters:
    ///   - settled: the numbers whose derivatives are known to have been right; nothing went wrong above them.
    ///   - words: in which it is said.
    package func backwardSlips(
        of root: Int, to target: Int, below settled: Set<Int> = [], words: SlipWords = SlipWords()
    ) -> [Slip] {
        let (used, counts) = ways(from: root, to: target, below: settled)
        let steps = timeSlips(words: words)
        return steps
            + used.flatMap { place, operand -> [Slip] in
                func slip(_ kind: Slip.Kind, _ said: String, _ rule: @escaping (Double) -> Double) -> Slip {
                    var variation = Variation()
                    variation.factor = { $0 == place && $1 == operand ? rule($2) : $2 }
                    return Slip(kind: kind, words: said, variation: variation, isOfChainRule: true)
                }
                let factor = "∂\(spoken(place, words, inPart: true))/∂\(spoken(operand, words, inPart: true))"
                func taken(_ slope: String, _ rule: @escaping (Double) -> Double) -> Slip {
                    slip(.slope, words.said(\.takenAs, factor, slope), rule)
                }
                var slips = [slip(.missingFactor, words.said(\.chainFactor, factor)) { _ in 1 }]
                if counts[operand, default: 0] > 1 {
                    slips.append(
                        slip(.missingTerm, words.said(\.way, spoken(place, words))) { _ in 0 })
                }
                let (x, y) = (values[operand], values[place])
                switch nodes[place].operation {
                case .function(.sigmoid):
                    slips.append(
                        taken(words.sumForOutput) { _ in x * (1 - x) })
                    slips.append(taken(words.slopeOfTanh) { _ in 1 - y * y })
                    slips.append(taken("1 − a") { _ in 1 - y })
                    slips.append(taken("a") { _ in y })
                case .function(.tanh):
                    slips.append(taken(words.slopeOfSigmoid) { _ in y * (1 - y) })
                    slips.append(taken("1 − a") { _ in 1 - y })
                    slips.append(taken(words.sumForOutputOfTanh) { _ in 1 - x * x })
                case .custom, .function(.relu), .function(.softplus), .function(.softsign), .function(.silu), .function(.gelu):
                    slips.append(taken(words.slopeOfSigmoid) { _ in y * (1 - y) })
                    slips.append(taken(words.slopeOfTanh) { _ in 1 - y * y })
                default: break
                }
                return slips
            }
    }

    /// Two given numbers put in each other's places.
    package func exchanges(limit: Int = 300, words: SlipWords = SlipWords()) -> [Slip] {
        let givens = nodes.indices.filter { nodes[$0].operation == .given && nodes[$0].role != .constant && isNamed($0) }
        var slips: [Slip] = []
        for (index, first) in givens.enumerated() {
            for second in givens[(index + 1)...]
            where values[first] != values[second] && nodes[first].role == nodes[second].role {
                guard slips.count < limit else { return slips }
                let (a, b) = (values[first], values[second])
                var variation = Variation()
                variation.forward = { $0 == first ? b : $0 == second ? a : $1 }
                slips.append(
                    Slip(
                        kind: .exchanged, words: words.said(\.exchanged, spoken(first, words), spoken(second, words)),
                        variation: variation))
            }
        }
        return slips
    }

    /// The edges of the graph between a number and one it depends on, and how many of them leave each node.
    private func ways(
        from root: Int, to target: Int, below settled: Set<Int>
    ) -> (edges: [(Int, Int)], counts: [Int: Int]) {
        var leads: Set<Int> = [target]
        var edges: [(Int, Int)] = []
        var counts: [Int: Int] = [:]
        for place in nodes.indices where place > target && place <= root {
            for operand in Set(nodes[place].operands).sorted() where leads.contains(operand) {
                edges.append((place, operand))
                counts[operand, default: 0] += 1
                if !settled.contains(place) { leads.insert(place) }
            }
        }
        return (edges, counts)
    }

    /// A name, or the formula of a number without one, as far as it is short.
    ///
    /// - Parameter inPart: Whether it stands behind a sign, where a sum needs parentheses.
    private func spoken(_ place: Int, _ words: SlipWords, inPart: Bool = false) -> String {
        let text = formula(of: place, depth: 0, within: inPart ? .power : .sum)
        return text.map { $0.count <= 26 ? $0 : words.nameless } ?? words.nameless
    }

    /// What binds: a looser formula inside a tighter one stands in parentheses.
    private enum Binding: Int {
        case sum, difference, product, power
    }

    /// `nil` where it is nested too deeply, or of an operation without a notation.
    private func formula(of place: Int, depth: Int, within outer: Binding) -> String? {
        if let key = symbol(of: place)?.key { return key }
        let operands = nodes[place].operands
        guard depth < 3 else { return nil }
        func joined(_ binding: Binding, by sign: String) -> String? {
            let parts = operands.compactMap { formula(of: $0, depth: depth + 1, within: binding) }
            return parts.count == operands.count ? parts.joined(separator: sign) : nil
        }
        func inner(_ index: Int, _ binding: Binding) -> String? {
            formula(of: operands[index], depth: depth + 1, within: binding)
        }
        func bound(_ own: Binding, _ text: String?) -> String? {
            text.map { own.rawValue < outer.rawValue ? "(\($0))" : $0 }
        }
        func two(_ sign: String, _ first: Binding, _ second: Binding) -> String? {
            inner(0, first).flatMap { first in inner(1, second).map { first + sign + $0 } }
        }
        switch nodes[place].operation {
        case .given:
            let number = PrintedNumber(values[place], .shortest)
            return number.isNegative && outer != .sum ? "(\(number.text))" : number.text
        case .sum: return bound(.sum, joined(.sum, by: " + "))
        case .difference: return bound(.sum, two(" − ", .sum, .difference))
        case .product: return bound(.product, joined(.product, by: "·"))
        case .quotient: return bound(.product, two("/", .product, .power))
        case .negation: return bound(.sum, inner(0, .product).map { "−" + $0 })
        case .power(let exponent):
            let power = PrintedNumber(exponent, .shortest)
            return inner(0, .power).map { $0 + (exponent == 2 ? "²" : "^\(power.text)") }
        case .function(let function): return inner(0, .sum).map { "\(function.word)(\($0))" }
        default: return nil
        }
    }
}
