import Exhibits

/// What a letter may name.
enum LetterRole: Hashable, CaseIterable {
    case sum, output, input, target, weight, bias, loss
    /// δ: the gradient by a weighted sum, or by an output.
    case deltaOfSum, deltaOfOutput

    var kind: QuantityIdentity.Kind {
        switch self {
        case .sum, .deltaOfSum: .sum
        case .output, .deltaOfOutput: .output
        case .input: .input
        case .target: .target
        case .weight: .weight
        case .bias: .bias
        case .loss: .loss
        }
    }

    var isDelta: Bool { self == .deltaOfSum || self == .deltaOfOutput }

    /// What authors use a letter for; which of it these notes do is learnt.
    static func roles(of letter: NotedLetter) -> [LetterRole] {
        if letter.accent == "hat" { return ["y", "p", "o", "t"].contains(letter.base) ? [.output] : [] }
        guard letter.accent == nil else { return [] }
        return switch letter.base {
        case "net", "z", "s", "in", "Z": [.sum]
        case "a", "h", "o", "A", "H", "O": [.output, .sum]
        case "out", "p", "P": [.output]
        case "y": [.target, .output]
        case "t", "target": [.target]
        case "x", "i", "X": [.input]
        case "w", "W", "theta", "Theta", "V", "v": [.weight]
        case "b", "B", "bias": [.bias]
        case "E", "L", "J", "C", "loss", "Loss", "cost", "error", "ell", "MSE", "BCE", "CE": [.loss]
        case "delta": [.deltaOfSum, .deltaOfOutput]
        default: []
        }
    }

    /// Letters for the answer of the whole network.
    static func namesAnswer(_ letter: NotedLetter) -> Bool {
        letter.accent == "hat" || ["y", "p", "o", "P", "O"].contains(letter.base)
    }
}
