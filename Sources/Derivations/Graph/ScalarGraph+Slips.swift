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
    }

    package var kind: Kind
    /// In words: `the bias b1 in net_h1`.
    package var words: String
    package var variation: Variation
    /// Whether what was left out is a bias, which is forgotten most easily.
    package var isOfBias = false
}

extension ScalarGraph {
    /// The slips of the forward pass: a term or a factor left out, a lost minus, an activation skipped, another logarithm.
    ///
    /// - Parameter places: the nodes in which a slip may have happened.
    package func forwardSlips(in places: some Sequence<Int>) -> [Slip] {
        places.flatMap { place -> [Slip] in
            let operands = nodes[place].operands
            func slip(_ kind: Slip.Kind, _ words: String, _ rule: @escaping @Sendable ([Double]) -> Double) -> Slip {
                var variation = Variation()
                variation.replaced = [place: rule]
                return Slip(kind: kind, words: words, variation: variation)
            }
            let whole = spoken(place)
            switch nodes[place].operation {
            case .sum:
                return operands.indices.flatMap { index -> [Slip] in
                    let term = spoken(operands[index])
                    var missing = slip(.missingTerm, "\(term) in \(whole)") { $0.reduce(0, +) - $0[index] }
                    // A parameter by itself beside what is computed.
                    missing.isOfBias =
                        nodes[operands[index]].role == .parameter && operands.contains { nodes[$0].role == .result }
                    return [
                        missing,
                        slip(.sign, "\(term) in \(whole)") { $0.reduce(0, +) - 2 * $0[index] },
                    ]
                }
            case .difference:
                return [
                    slip(.missingTerm, "\(spoken(operands[1])) in \(whole)") { $0[0] },
                    slip(.missingTerm, "\(spoken(operands[0])) in \(whole)") { -$0[1] },
                    slip(.sign, "\(spoken(operands[1])) in \(whole)") { $0[0] + $0[1] },
                ]
            case .weightedSum(let pairs):
                let products = (0..<pairs).flatMap { pair -> [Slip] in
                    let term = spoken(operands[2 * pair]) + "·" + spoken(operands[2 * pair + 1])
                    return [
                        slip(.missingTerm, "\(term) in \(whole)") {
                            Operation.weightedSum(pairs: pairs).value($0) - $0[2 * pair] * $0[2 * pair + 1]
                        },
                        slip(.sign, "\(term) in \(whole)") {
                            Operation.weightedSum(pairs: pairs).value($0) - 2 * $0[2 * pair] * $0[2 * pair + 1]
                        },
                    ]
                }
                return products
                    + (2 * pairs..<operands.count).map { index in
                        var slip = slip(.missingTerm, "the bias \(spoken(operands[index])) in \(whole)") {
                            Operation.weightedSum(pairs: pairs).value($0) - $0[index]
                        }
                        slip.isOfBias = true
                        return slip
                    }
            case .product:
                return operands.indices.map { index in
                    slip(.missingFactor, "the factor \(spoken(operands[index])) left out of \(whole)") { values in
                        values.indices.reduce(1) { $1 == index ? $0 : $0 * values[$1] }
                    }
                }
            case .quotient:
                return [slip(.missingFactor, "not divided by \(spoken(operands[1])) in \(whole)") { $0[0] }]
            case .negation: return [slip(.sign, "the minus in \(whole) lost") { $0[0] }]
            case .power: return [slip(.missingFactor, "the power in \(whole) left out") { $0[0] }]
            case .function(.log):
                return [
                    slip(.logarithm, "log to the base 10 instead of the natural one") { Foundation.log10($0[0]) },
                    slip(.logarithm, "log to the base 2 instead of the natural one") { Foundation.log2($0[0]) },
                ]
            case .function, .custom:
                return [slip(.missingFunction, "the function left out of \(whole)") { $0[0] }]
            default: return []
            }
        }
    }

    /// The slips of the backward pass from `root`: a factor of the chain rule or one of several ways left out, a wrong slope.
    /// - Parameter settled: the numbers whose derivatives are known to have been right; nothing went wrong above them.
    package func backwardSlips(of root: Int, to target: Int, below settled: Set<Int> = []) -> [Slip] {
        let (used, counts) = ways(from: root, to: target, below: settled)
        return used.flatMap { place, operand -> [Slip] in
            func slip(_ kind: Slip.Kind, _ words: String, _ rule: @escaping (Double) -> Double) -> Slip {
                var variation = Variation()
                variation.factor = { $0 == place && $1 == operand ? rule($2) : $2 }
                return Slip(kind: kind, words: words, variation: variation)
            }
            let factor = "∂\(spoken(place, inPart: true))/∂\(spoken(operand, inPart: true))"
            var slips = [slip(.missingFactor, "the factor \(factor) of the chain rule left out") { _ in 1 }]
            if counts[operand, default: 0] > 1 {
                slips.append(
                    slip(.missingTerm, "the way through \(spoken(place)) in the sum over all ways") { _ in 0 })
            }
            let (x, y) = (values[operand], values[place])
            switch nodes[place].operation {
            case .function(.sigmoid):
                slips.append(
                    slip(.slope, "\(factor) taken as z(1 − z) with the sum instead of the output") { _ in x * (1 - x) })
                slips.append(slip(.slope, "\(factor) taken as 1 − a², the slope of tanh") { _ in 1 - y * y })
                slips.append(slip(.slope, "\(factor) taken as 1 − a") { _ in 1 - y })
                slips.append(slip(.slope, "\(factor) taken as a") { _ in y })
            case .function(.tanh):
                slips.append(slip(.slope, "\(factor) taken as a(1 − a), the slope of the sigmoid") { _ in y * (1 - y) })
                slips.append(slip(.slope, "\(factor) taken as 1 − a") { _ in 1 - y })
                slips.append(slip(.slope, "\(factor) taken as 1 − z² with the sum instead of the output") { _ in 1 - x * x })
            case .custom, .function(.relu), .function(.softplus), .function(.softsign), .function(.silu), .function(.gelu):
                slips.append(slip(.slope, "\(factor) taken as a(1 − a), the slope of the sigmoid") { _ in y * (1 - y) })
                slips.append(slip(.slope, "\(factor) taken as 1 − a², the slope of tanh") { _ in 1 - y * y })
            default: break
            }
            return slips
        }
    }

    /// Two given numbers put in each other's places.
    package func exchanges(limit: Int = 300) -> [Slip] {
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
                        kind: .exchanged, words: "\(spoken(first)) and \(spoken(second)) exchanged", variation: variation))
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
    private func spoken(_ place: Int, inPart: Bool = false) -> String {
        let text = formula(of: place, depth: 0, within: inPart ? .power : .sum)
        return text.count <= 26 && !text.contains("…") ? text : "an intermediate result"
    }

    /// What binds: a looser formula inside a tighter one stands in parentheses.
    private enum Binding: Int {
        case sum, difference, product, power
    }

    private func formula(of place: Int, depth: Int, within outer: Binding) -> String {
        if let key = symbol(of: place)?.key { return key }
        let operands = nodes[place].operands
        guard depth < 3 else { return "…" }
        func inner(_ index: Int, _ binding: Binding) -> String {
            formula(of: operands[index], depth: depth + 1, within: binding)
        }
        func bound(_ own: Binding, _ text: String) -> String { own.rawValue < outer.rawValue ? "(\(text))" : text }
        switch nodes[place].operation {
        case .given:
            let number = PrintedNumber(values[place], .shortest)
            return number.isNegative && outer != .sum ? "(\(number.text))" : number.text
        case .sum: return bound(.sum, operands.indices.map { inner($0, .sum) }.joined(separator: " + "))
        case .difference: return bound(.sum, "\(inner(0, .sum)) − \(inner(1, .difference))")
        case .product: return bound(.product, operands.indices.map { inner($0, .product) }.joined(separator: "·"))
        case .quotient: return bound(.product, "\(inner(0, .product))/\(inner(1, .power))")
        case .negation: return bound(.sum, "−\(inner(0, .product))")
        case .power(let exponent):
            let power = PrintedNumber(exponent, .shortest)
            return inner(0, .power) + (exponent == 2 ? "²" : "^\(power.text)")
        case .function(let function): return "\(function.word)(\(inner(0, .sum)))"
        default: return "an intermediate result"
        }
    }
}
