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

extension LSTM.State {
    func member(_ name: KnownMember) -> Any? {
        switch name {
        case .input: input
        case .output: output
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
