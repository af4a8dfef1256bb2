import Derivations
import Exhibits
import Networks

extension BackpropagationPass {
    /// The property of that name.
    func member(_ name: KnownMember) -> Any? {
        switch name {
        case .loss: start.loss
        case .output: output
        case .input: input
        case .target: start.lossFunction == nil ? nil : start.target
        case .network: network
        case .activations: activations
        case .activationGradients: activationGradients
        case .inputGradient: inputGradient
        case .gradients: gradients
        default: nil
        }
    }
}

extension Network {
    func member(_ name: KnownMember) -> Any? {
        switch name {
        case .inputs: inputs
        case .outputs: outputs
        case .parameterCount: parameterCount
        default: nil
        }
    }
}

extension TrainingRun {
    func member(_ name: KnownMember) -> Any? {
        switch name {
        case .losses: losses
        case .validationLosses: validationLosses
        case .epochs: epochs
        case .network: network
        default: nil
        }
    }
}

extension ConfusionMatrix {
    func member(_ name: KnownMember) -> Any? {
        switch name {
        case .counts: counts
        case .accuracy: accuracy
        default: nil
        }
    }
}

/// A list of the kinds that lessons index.
struct Lists {
    let count: Int
    private let read: (Int) -> Any

    /// Nil for anything but a list of numbers, or of such lists, whose type is exactly known.
    init?(_ value: Any) {
        func list<Element>(_ type: Element.Type) -> [Element]? {
            Swift.type(of: value) == [Element].self ? value as? [Element] : nil
        }
        if let values = list(Double.self) {
            self.init(values)
        } else if let values = list([Double].self) {
            self.init(values)
        } else if let values = list(Int.self) {
            self.init(values)
        } else if let values = list([Int].self) {
            self.init(values)
        } else if let values = list([[Double]].self) {
            self.init(values)
        } else if let values = list(Scalar.self) {
            self.init(values)
        } else if let values = list(ConfusionMatrix.self) {
            self.init(values)
        } else {
            return nil
        }
    }

    private init<Element>(_ values: [Element]) {
        count = values.count
        read = { values[$0] }
    }

    func element(_ position: Int) -> Any? { (0..<count).contains(position) ? read(position) : nil }
}
