import Derivations
import Foundation

/// One step of an optimiser on one number, in the ways in which authors write it.
enum StepFormula: CaseIterable {
    case adam, uncorrectedAdam, adamOfCorrectedFirst, adamOfCorrectedSecond, adamOfConstantCorrection, adamOfRootedEpsilon
    case momentum, averagedMomentum, nesterov
    case rmsProp, rmsPropOfRootedEpsilon

    enum Family {
        case adam, momentum, rmsProp

        /// By the name of what is called: `adam`, `adamW`, `nesterov`.
        init?(_ call: String) {
            switch call {
            case "adam", "adamW": self = .adam
            case "momentum", "nesterov": self = .momentum
            case "rmsProp": self = .rmsProp
            default: return nil
            }
        }

        init?(_ rule: UpdateRule) {
            switch rule {
            case .adam: self = .adam
            case .momentum, .nesterov: self = .momentum
            case .rmsProp: self = .rmsProp
            case .gradientDescent, .adaGrad, .lookAhead, .method: return nil
            }
        }
    }

    /// The constants of a step.
    struct Setting: Hashable {
        var rate: Double
        /// Of the first moment: β₁ of Adam, β of momentum.
        var beta1: Double
        /// Of the second moment: β₂ of Adam, ρ of RMSProp.
        var beta2: Double
        var epsilon: Double
    }

    var family: Family {
        switch self {
        case .adam, .uncorrectedAdam, .adamOfCorrectedFirst, .adamOfCorrectedSecond, .adamOfConstantCorrection,
            .adamOfRootedEpsilon:
            .adam
        case .momentum, .averagedMomentum, .nesterov: .momentum
        case .rmsProp, .rmsPropOfRootedEpsilon: .rmsProp
        }
    }

    var words: String {
        switch self {
        case .adam: "Adam with both moments corrected, m/(1 − β₁ᵗ) and v/(1 − β₂ᵗ)"
        case .uncorrectedAdam: "Adam without bias correction"
        case .adamOfCorrectedFirst: "Adam with only the first moment corrected, v as it is"
        case .adamOfCorrectedSecond: "Adam with only the second moment corrected, m as it is"
        case .adamOfConstantCorrection: "Adam corrected by 1 − β in every step instead of 1 − βᵗ"
        case .adamOfRootedEpsilon: "Adam with ε inside the root"
        case .momentum: "momentum v = βv + g, without 1 − β before the gradient"
        case .averagedMomentum: "momentum v = βv + (1 − β)g"
        case .nesterov: "Nesterov's momentum"
        case .rmsProp: "RMSProp with ε outside the root"
        case .rmsPropOfRootedEpsilon: "RMSProp with ε inside the root"
        }
    }

    /// The number after step `t`, counted from 1; what is remembered moves on.
    func step(_ w: Double, along g: Double, _ m: inout Double, _ v: inout Double, _ t: Int, _ setting: Setting) -> Double {
        let (beta1, beta2, epsilon) = (setting.beta1, setting.beta2, setting.epsilon)
        switch family {
        case .momentum:
            m = beta1 * m + (self == .averagedMomentum ? 1 - beta1 : 1) * g
            return w - setting.rate * (self == .nesterov ? beta1 * m + g : m)
        case .rmsProp:
            v = beta2 * v + (1 - beta2) * g * g
            return w - setting.rate * g / (self == .rmsProp ? v.squareRoot() + epsilon : (v + epsilon).squareRoot())
        case .adam:
            m = beta1 * m + (1 - beta1) * g
            v = beta2 * v + (1 - beta2) * g * g
            let power = self == .adamOfConstantCorrection ? 1 : Double(t)
            let first = self == .uncorrectedAdam || self == .adamOfCorrectedSecond ? m : m / (1 - pow(beta1, power))
            let second = self == .uncorrectedAdam || self == .adamOfCorrectedFirst ? v : v / (1 - pow(beta2, power))
            let root = self == .adamOfRootedEpsilon ? (second + epsilon).squareRoot() : second.squareRoot() + epsilon
            return w - setting.rate * first / root
        }
    }
}
