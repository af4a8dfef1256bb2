import Exhibits
import Foundation

/// A normalisation in a graph, x̂ = (x − μ)/√(v + ε): the places of the root and of the sum in it.
private struct NormPlace {
    var root: Int
    var sum: Int
    var epsilon: Double
}

extension ScalarGraph {
    /// The ways in which others normalise: another ε or none, ε outside the root, n − 1 in the variance. Each is said of all
    /// normalisations at once, and of the forward pass alone: slopes would have to change with it.
    package func normSlips(words: SlipWords = SlipWords()) -> [Slip] {
        let norms = norms
        guard let epsilon = norms.first?.epsilon, norms.allSatisfy({ $0.epsilon == epsilon }) else { return [] }
        func slip(_ said: String, _ replaced: [(Int, ([Double]) -> Double)]) -> Slip {
            var variation = Variation()
            variation.replaced = Dictionary(replaced) { first, _ in first }
            return Slip(kind: .convention, words: said, variation: variation)
        }
        let text = PrintedNumber(epsilon, .shortest).text
        var slips = [1e-3, 1e-5, 1e-6, 1e-7, 1e-8, 1e-12].filter { $0 != epsilon }.map { other in
            slip(
                words.said(\.otherEpsilon, PrintedNumber(other, .shortest).text, text),
                norms.map { ($0.sum, { $0[0] + other }) })
        }
        slips.append(slip(words.withoutEpsilon, norms.map { ($0.sum, { $0[0] }) }))
        slips.append(
            slip(words.epsilonOutside, norms.map { ($0.root, { max(0, $0[0] - epsilon).squareRoot() + epsilon }) }))
        let variances = norms.map { nodes[$0.sum].operands[0] }.filter(isVariance)
        if variances.count == norms.count {
            slips.append(slip(words.unbiasedVariance, variances.map { ($0, { $0[0] / ($0[1] - 1) }) }))
        }
        return slips
    }

    /// The root of a number and a small constant, by which something is divided.
    private var norms: [NormPlace] {
        nodes.indices.compactMap { place in
            guard nodes[place].operation == .function(.sqrt), let sum = nodes[place].operands.first,
                nodes[sum].operation == .sum, nodes[sum].operands.count == 2, let small = nodes[sum].operands.last,
                nodes[small].operation == .given, nodes[small].role == .constant, values[small] > 0, values[small] < 0.1
            else { return nil }
            return NormPlace(root: place, sum: sum, epsilon: values[small])
        }
    }

    /// Whether it is a sum of squares divided by how many there are.
    private func isVariance(_ place: Int) -> Bool {
        let node = nodes[place]
        guard node.operation == .quotient, let sum = node.operands.first, let count = node.operands.last,
            nodes[sum].operation == .sum, nodes[count].operation == .given
        else { return false }
        let squares = nodes[sum].operands
        return squares.count > 1 && values[count] == Double(squares.count)
            && squares.allSatisfy { nodes[$0].operation == .power(2) }
    }

    /// What may be done wrongly, or otherwise, everywhere in the forward pass, in words that name no single number.
    package var rulesOfPrediction: [WrongRule] {
        wrongForwardRules(SlipWords())
            + normSlips().map { WrongRule(cause: $0.causeName, words: $0.words, variation: $0.variation) }
    }
}
