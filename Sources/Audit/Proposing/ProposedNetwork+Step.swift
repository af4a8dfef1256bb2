import Claims
import Foundation

extension ProposedNetwork {
    /// A loss as lessons call it.
    enum Loss: String, CaseIterable {
        case halfSquaredError, meanSquaredError, binaryCrossEntropy, categoricalCrossEntropy

        func of(_ output: [Double], _ target: [Double]) -> Double {
            let pairs = zip(output, target)
            let squares = pairs.reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
            switch self {
            case .halfSquaredError: return squares / 2
            case .meanSquaredError: return squares / Double(max(1, output.count))
            case .binaryCrossEntropy:
                let parts = pairs.map { o, t in (t == 0 ? 0 : -t * log(o)) + (t == 1 ? 0 : -(1 - t) * log(1 - o)) }
                return parts.reduce(0, +) / Double(max(1, parts.count))
            case .categoricalCrossEntropy: return pairs.reduce(0) { $0 + ($1.1 == 0 ? 0 : -$1.1 * log($1.0)) }
            }
        }
    }

    /// Whether o − t is printed for every output, and its product with the activation's slope: then the loss is half the squared error,
    /// though its value isn't printed. Behind a sigmoid o − t alone may as well be the slope of the cross-entropy.
    func printsSlopesOfHalfSquaredError(_ output: [Double], _ target: [Double], _ numbers: [WrittenNumber]) -> Bool {
        guard let last = layers.last?.activation, last != .softmax, !output.isEmpty else { return false }
        func isPrinted(_ value: Double) -> Bool { numbers.contains { $0.verdict(for: value).isTrue } }
        return zip(output, target).allSatisfy { o, t in
            let slope =
                switch last {
                case .sigmoid: o * (1 - o)
                case .tanh: 1 - o * o
                case .relu: o > 0 ? 1.0 : 0
                case .identity, .softmax: 1.0
                }
            return isPrinted(o - t) && isPrinted((o - t) * slope)
        }
    }

    /// Whether none of some numbers is a value of the layers above a hidden one: then nothing tells what stands behind it.
    func isUntold(hidden layer: Int, by numbers: [WrittenNumber], from input: [Double]) -> Bool {
        let below = layers[...layer].reduce(0) { $0 + 2 * $1.weights.count }
        let above = values(of: input).dropFirst(below)
        return !numbers.contains { number in above.contains { number.verdict(for: $0).isTrue } }
    }

    /// The network one step of gradient descent further, by central differences.
    func updated(from input: [Double], toward target: [Double], _ loss: Loss, rate: Double) -> ProposedNetwork {
        let size = 1e-5
        func stepped(_ number: WrittenNumber, _ change: (inout ProposedNetwork, WrittenNumber) -> Void) -> WrittenNumber {
            func at(_ value: Double) -> Double {
                var (other, moved) = (self, number)
                moved.value = value
                change(&other, moved)
                return loss.of(other.output(of: input), target)
            }
            var next = number
            next.value -= rate * (at(number.value + size) - at(number.value - size)) / (2 * size)
            return next
        }
        var next = self
        for layer in layers.indices {
            for unit in layers[layer].weights.indices {
                for from in layers[layer].weights[unit].indices {
                    next.layers[layer].weights[unit][from] = stepped(layers[layer].weights[unit][from]) {
                        $0.layers[layer].weights[unit][from] = $1
                    }
                }
            }
            for unit in layers[layer].biases.indices {
                next.layers[layer].biases[unit] = stepped(layers[layer].biases[unit]) { $0.layers[layer].biases[unit] = $1 }
            }
        }
        return next
    }
}
