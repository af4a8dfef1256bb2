import Exhibits
import Foundation

/// A dense network computed with plain loops, apart from the engine, with one thing done wrong on demand.
struct HandNetwork {
    enum Activation: CaseIterable {
        case linear, sigmoid, tanh, relu, leakyReLU, elu, softplus, silu, gelu, softsign, selu

        func callAsFunction(_ z: Double) -> Double {
            switch self {
            case .linear: z
            case .sigmoid: 1 / (1 + exp(-z))
            case .tanh: Foundation.tanh(z)
            case .relu: max(0, z)
            case .leakyReLU: z > 0 ? z : 0.1 * z
            case .elu: z > 0 ? z : exp(z) - 1
            case .softplus: log(1 + exp(z))
            case .silu: z / (1 + exp(-z))
            case .gelu: z / 2 * (1 + erf(z / 2.0.squareRoot()))
            case .softsign: z / (1 + abs(z))
            case .selu: Self.scale * (z > 0 ? z : Self.alpha * (exp(z) - 1))
            }
        }

        func slope(_ z: Double, _ a: Double) -> Double {
            switch self {
            case .linear: 1
            case .sigmoid: a * (1 - a)
            case .tanh: 1 - a * a
            case .relu: z > 0 ? 1 : 0
            case .leakyReLU: z > 0 ? 1 : 0.1
            case .elu: z > 0 ? 1 : exp(z)
            case .softplus: 1 / (1 + exp(-z))
            case .silu: (1 + z / (1 + exp(z))) / (1 + exp(-z))
            case .gelu: (1 + erf(z / 2.0.squareRoot())) / 2 + z * exp(-z * z / 2) / (2 * Double.pi).squareRoot()
            case .softsign: 1 / pow(1 + abs(z), 2)
            case .selu: Self.scale * (z > 0 ? 1 : Self.alpha * exp(z))
            }
        }

        /// The constants of SELU (Klambauer et al. 2017).
        private static let scale = 1.0507009873554805
        private static let alpha = 1.6732632423543772
    }

    /// What is done otherwise at a place of the computation, `[layer, unit, term]`; the term behind the last input is the bias.
    enum Twist: Equatable {
        case none
        case termDropped([Int])
        case termNegated([Int])
        case activationSkipped([Int])
        case slopeDropped([Int])
        case slopeOneMinusA([Int])
        case slopeOfTanh([Int])
        case wayDropped([Int])
        case inputFactorDropped
        case exchangedInputs
        case exchangedWeights([Int])
        case halfDropped
        case halfTwice
        case lossMean
        case backThroughNewWeights
        case stepForward
        /// Wherever they occur, not at one place alone.
        case allBiasesDropped
        case allSlopesDropped
        case slopesDropped(layer: Int)
        case allActivationsSkipped
        case slopesOfSums
        case notThroughWeights
        case stepWithoutRate
        case rounded(Int)
        case single
        case half
    }

    /// Every number of one pass, by what it is.
    struct Numbers {
        var z: [[Double]] = []
        var a: [[Double]] = []
        var loss = 0.0
        /// ∂E/∂a and ∂E/∂z.
        var outer: [[Double]] = []
        var inner: [[Double]] = []
        /// ∂E/∂w with the bias last, and w after the step.
        var gradients: [[[Double]]] = []
        var updated: [[[Double]]] = []
    }

    var inputs: [Double]
    var targets: [Double]
    /// For each layer and unit its weights, with the bias last.
    var weights: [[[Double]]]
    var activations: [Activation]
    var rate: Double

    func numbers(_ twist: Twist = .none) -> Numbers {
        var found = Numbers()
        func kept(_ value: Double) -> Double {
            switch twist {
            case .rounded(let decimals): PrintedNumber(value, .decimals(decimals)).value
            case .single: Double(Float(value))
            case .half: (value / Precision.half.step(at: value)).rounded(.toNearestOrEven) * Precision.half.step(at: value)
            default: value
            }
        }
        var x = twist == .exchangedInputs ? [inputs[1], inputs[0]] + inputs.dropFirst(2) : inputs
        let first = x
        var weights = self.weights
        if case .exchangedWeights(let at) = twist { weights[at[0]][at[1]].swapAt(0, 1) }
        for layer in weights.indices {
            var sums: [Double] = [], outputs: [Double] = []
            for unit in weights[layer].indices {
                var sum = 0.0
                for (term, weight) in weights[layer][unit].enumerated() {
                    let product = weight * (term < x.count ? x[term] : 1)
                    switch twist {
                    case .termDropped([layer, unit, term]): break
                    case .termNegated([layer, unit, term]): sum -= product
                    case .allBiasesDropped where term == x.count: break
                    default: sum += product
                    }
                }
                sums.append(kept(sum))
                let isSkipped = twist == .activationSkipped([layer, unit]) || twist == .allActivationsSkipped
                outputs.append(isSkipped ? sums[unit] : kept(activations[layer](sums[unit])))
            }
            found.z.append(sums)
            found.a.append(outputs)
            x = outputs
        }
        let half = twist == .halfDropped ? 1 : twist == .halfTwice ? 0.25 : twist == .lossMean ? 1 / Double(x.count) : 0.5
        found.loss = kept(zip(x, targets).reduce(0) { $0 + half * pow($1.0 - $1.1, 2) })
        back(twist, first, weights, kept, &found)
        return found
    }

    private func back(
        _ twist: Twist, _ first: [Double], _ weights: [[[Double]]], _ kept: (Double) -> Double, _ found: inout Numbers
    ) {
        var weights = weights
        let depth = weights.count
        found.outer = weights.map { $0.map { _ in 0 } }
        found.inner = found.outer
        found.gradients = weights.map { $0.map { $0.map { _ in 0 } } }
        found.updated = found.gradients
        found.outer[depth - 1] = zip(found.a[depth - 1], targets).map { kept($0 - $1) }
        for layer in weights.indices.reversed() {
            let below = layer == 0 ? first : found.a[layer - 1]
            for unit in weights[layer].indices {
                let (z, a) = (found.z[layer][unit], found.a[layer][unit])
                let slope =
                    switch twist {
                    case .slopeDropped([layer, unit]): 1.0
                    case .allSlopesDropped: 1.0
                    case .slopesDropped(layer): 1.0
                    case .slopesOfSums: z * (1 - z)
                    case .slopeOneMinusA([layer, unit]): 1 - a
                    case .slopeOfTanh([layer, unit]): 1 - a * a
                    default: activations[layer].slope(z, a)
                    }
                found.inner[layer][unit] = kept(found.outer[layer][unit] * slope)
                for term in weights[layer][unit].indices {
                    let input = term < below.count && twist != .inputFactorDropped ? below[term] : 1
                    found.gradients[layer][unit][term] = kept(found.inner[layer][unit] * input)
                    let step = twist == .stepForward ? -rate : twist == .stepWithoutRate ? 1 : rate
                    let old = self.weights[layer][unit][term]
                    found.updated[layer][unit][term] = old - step * found.gradients[layer][unit][term]
                }
            }
            if twist == .backThroughNewWeights { weights[layer] = found.updated[layer] }
            guard layer > 0 else { continue }
            for term in below.indices {
                var sum = 0.0
                for unit in weights[layer].indices where twist != .wayDropped([layer, unit]) {
                    sum += found.inner[layer][unit] * (twist == .notThroughWeights ? 1 : weights[layer][unit][term])
                }
                found.outer[layer - 1][term] = kept(sum)
            }
        }
    }
}
