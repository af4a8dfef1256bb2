import Networks

/// A run of training repeated with a slip, or as others do it.
struct AlteredTraining {
    let run: TrainingRun
    let cause: Cause
    let words: String
    /// The loss before every epoch, and the final one.
    let losses: [Double]
    let network: Network

    /// So many numbers are computed at most.
    private static let mostWork = 40_000_000

    /// All that a run can be repeated with; none for one that is too long to repeat for a hint.
    static func all(of run: TrainingRun) -> [AlteredTraining] {
        guard let origin = run.origin, run.stoppedEarly == nil, origin.data.count > 0 else { return [] }
        let work = run.losses.count * origin.data.count * (origin.network.parameterCount + 8)
        guard work <= mostWork else { return [] }
        var all: [AlteredTraining] = []
        if let hasty = HastyTraining(run) {
            all.append(
                AlteredTraining(
                    run: run, cause: .updatedWeights,
                    words:
                        "computed with updated weights: in the backward pass, each layer used weights that had been changed already",
                    losses: hasty.losses, network: hasty.network))
        }
        let others = alterations(of: origin)
        // Each repeats the whole run.
        guard work * max(1, others.count) <= mostWork else { return all }
        for (cause, words, optimizer) in others {
            // Nobody waits for it, and a run that begins elsewhere was taken up from a checkpoint.
            let other = TrainingMonitor.$current.withValue(nil) {
                try? origin.network.training(on: origin.data, minimizing: origin.loss, by: optimizer, plan: origin.plan)
            }
            guard let other, other.losses.first == run.losses.first else { continue }
            all.append(AlteredTraining(run: run, cause: cause, words: words, losses: other.losses, network: other.network))
        }
        return all
    }

    /// The optimisers that others take for the same one.
    private static func alterations(of origin: TrainingRun.Origin) -> [(Cause, String, Optimizer)] {
        let optimizer = origin.optimizer
        func other(_ formula: StepFormula, _ setting: StepFormula.Setting) -> (Cause, String, Optimizer) {
            (.convention, "fits \(formula.words)", optimizer.replacing(FormulaMethod(formula: formula, setting: setting)))
        }
        func scaled(_ factor: Double, _ cause: Cause, _ words: String) -> (Cause, String, Optimizer) {
            (cause, words, optimizer.replacing(rate: optimizer.rate * factor))
        }
        switch optimizer.method {
        case .gradientDescent:
            let count = min(origin.plan.batchSize ?? origin.data.count, origin.data.count)
            var found = [
                scaled(2, .factor, "factor 2: fits steps along twice the gradient, as of a loss without ½"),
                scaled(0.5, .factor, "factor ½: fits steps along half the gradient"),
            ]
            if count > 1, origin.data.count.isMultiple(of: count) {
                found.append(
                    scaled(Double(count), .mean, "fits steps along the sum of the \(count) samples' gradients, not their mean"))
            }
            return found
        case .momentum(let beta, let nesterov):
            let setting = StepFormula.Setting(rate: optimizer.rate, beta1: beta, beta2: 0, epsilon: 0)
            return [.averagedMomentum, nesterov ? .momentum : .nesterov].map { other($0, setting) }
        case .rmsProp(let rho, let epsilon):
            return [other(.rmsPropOfRootedEpsilon, .init(rate: optimizer.rate, beta1: 0, beta2: rho, epsilon: epsilon))]
        case .adam(let beta1, let beta2, let epsilon):
            let setting = StepFormula.Setting(rate: optimizer.rate, beta1: beta1, beta2: beta2, epsilon: epsilon)
            return StepFormula.allCases.filter { $0.family == .adam && $0 != .adam }.map { other($0, setting) }
        case .adaGrad, .method: return []
        }
    }
}

/// A formula as a method that the engine can train by.
private struct FormulaMethod: UpdateMethod {
    let formula: StepFormula
    let setting: StepFormula.Setting

    func updated(_ w: Double, along g: Double, moments: inout Moments, step t: Int, rate: Double) -> Double {
        var setting = setting
        setting.rate = rate
        return formula.step(w, along: g, &moments.first, &moments.second, t, setting)
    }
}

/// The altered runs of a lesson, each trained once.
final class AlteredTrainings {
    private var taken = 0
    private var altered: [AlteredTraining] = []

    func trainings(of runs: [TrainingRun]) -> [AlteredTraining] {
        for run in runs.dropFirst(taken) { altered += AlteredTraining.all(of: run) }
        taken = max(taken, runs.count)
        return altered
    }
}
