extension Examples {
    /// Losses, optimisers, schedules, training and what it leaves.
    static let training = #"""
        // Loss
        let loss = Loss.huber(delta: 2)
        let own = Loss(name: "cubic", value: { y, t in pow(abs(y[0] - t[0]), 3) }) { y, t in
            [3 * (y[0] - t[0]) * abs(y[0] - t[0])]
        }
        let derived = Loss(name: "quartic", value: { y, t in pow(y[0] - t[0], 4) }) { y, t in
            [4 * pow(y[0] - t[0], 3)]
        } unrolled: { y, t in
            pow(y[0] - t[0], 4)
        }

        (loss.name, loss.delta, loss.takesClass) // ("huber", 2, false)
        (loss.value([3], [0]), loss.gradient([3], [0])) // (4, [2])
        (own.value([3], [1]), own.gradient([3], [1])) // (8, [12])
        Network(inputs: 1) { Identity() }.backpropagate([3], toward: [1], minimizing: derived).gradient(of: "i1") // 32
        (loss.overSamples, loss.summedOverSamples().overSamples) // (mean, sum)

        // Loss.Form, Loss.Form.Kind, Loss.Form.Reduction, Loss
        let form = Loss.huber(delta: 2).form

        [Loss.Form.Kind.halfSquaredError, .meanSquaredError, .meanAbsoluteError, .huber, .hinge].count // 5
        (form?.kind, form?.reduction, form?.delta, form?.smoothing, form?.takesClass) // (huber, mean, 2, 0, false)
        Loss.meanSquaredError.form?.reduction == .mean // true
        Loss.halfSquaredError.form?.reduction == .sum // true
        [Loss.halfSquaredError, .meanSquaredError, .meanAbsoluteError, .huber(), .hinge].map { $0.form?.kind } // [halfSquaredError, meanSquaredError, meanAbsoluteError, huber, hinge]
        [Loss.Form.Kind.binaryCrossEntropy, .binaryCrossEntropyFromLogits, .kullbackLeiblerDivergence].count // 3
        [Loss.Form.Kind.categoricalCrossEntropy, .categoricalCrossEntropyFromLogits].count // 2

        // Optimizer, Optimizer.Method, Optimizer.Scope, Penalty
        struct Plain: UpdateMethod {
            var name: String { "Plain" }
            func updated(_ w: Double, along g: Double, moments: inout Moments, step t: Int, rate: Double) -> Double { w - rate * g }
        }
        let adam = Optimizer.adam(rate: 0.1, updating: .weights).clipped(toNorm: 1).clipped(toValue: 0.5)
        let decayed = Optimizer.adamW(rate: 0.1, decay: 0.01).constrained(toNorm: 2).penalized(by: Penalty(l1: 0.1, l2: 0.2))
        let own = Optimizer(Plain(), rate: 0.1, updating: .all, decay: 0.1)
        let net = Network(inputs: 2) { Dense(1, weights: [[3, -4]], bias: 0) }

        (adam.rate, adam.scope, adam.clipNorm, adam.clipValue) // (0.1, weights, 1, 0.5)
        (decayed.decay, decayed.maxNorm, decayed.l1, decayed.l2) // (0.01, 2, 0.1, 0.2)
        (decayed.penalty.l1, decayed.penalty.l2) // (0.1, 0.2)
        adam.method // adam(beta1: 0.9, beta2: 0.999, epsilon: 1e-08)
        (adam.method == .adam(beta1: 0.9, beta2: 0.999, epsilon: 1e-8), adam.method == .gradientDescent) // (true, false)
        [Optimizer.Method.momentum(beta: 0.9, nesterov: true), .rmsProp(rho: 0.9, epsilon: 1e-8)].count // 2
        Optimizer.Method.adaGrad(epsilon: 1e-8, accumulator: 0) == Optimizer.adaGrad(rate: 0.1).method // true
        (adam.schedule, own.decay) // (constant, 0.1)
        (adam.updates(.bias), decayed.regularizes(.weight)) // (false, true)
        (decayed.penalty.value(of: net), decayed.penalty.gradient(of: net)[0]) // (3.2, [[0.7, -0.9], [0]])
        Optimizer.Scope.all == own.scope // true

        // OptimizerProgress, Moments, Optimizer
        let start = Optimizer.momentum(rate: 0.1).starting(at: [1], moments: [Moments(first: 0.5, second: 0, third: 0)], after: 3)
        let next = start.stepping(along: [2])

        (next.numbers, next.steps, next.optimizer.rate) // ([0.755], 4, 0.1)
        (next.moments[0].first, next.moments[0].second, next.moments[0].third) // (2.45, 0, 0)
        start.path(along: [[2], [1]]).map(\.numbers) // [[1], [0.755], [0.4345]]

        // UpdateMethod, AnyUpdateMethod, SignDescent, Optimizer.Method
        func method(of optimizer: Optimizer) -> any UpdateMethod {
            if case .method(let any) = optimizer.method { any.base } else { SignOf() }
        }
        struct SignOf: UpdateMethod {
            var name: String { "sign of g" }
            func updated(_ w: Double, along g: Double, moments: inout Moments, step t: Int, rate: Double) -> Double {
                g == 0 ? w : w - (g > 0 ? rate : -rate)
            }
        }
        let sign: any UpdateMethod = SignOf()
        var moments = Moments()

        (sign.name, sign.start.first) // ("sign of g", 0)
        sign.updated(1, along: -2, moments: &moments, step: 1, rate: 0.1) // 1.1
        (method(of: .signDescent(rate: 0.1)).name, method(of: .lion(rate: 0.1)).name) // ("SignDescent", "Lion")

        // AMSGrad, AdaMax, AdaDelta
        func method<Kind: UpdateMethod>(of optimizer: Optimizer, _ type: Kind.Type) -> Kind? {
            if case .method(let any) = optimizer.method { any.base as? Kind } else { nil }
        }
        let amsGrad = method(of: .amsGrad(rate: 1), AMSGrad.self)
        let adaMax = method(of: .adaMax(rate: 1), AdaMax.self)
        let adaDelta = method(of: .adaDelta(rate: 1), AdaDelta.self)

        (amsGrad?.beta1, amsGrad?.beta2, amsGrad?.epsilon) // (0.9, 0.999, 1e-08)
        (adaMax?.beta1, adaMax?.beta2, adaMax?.epsilon) // (0.9, 0.999, 1e-08)
        (adaDelta?.rho, adaDelta?.epsilon) // (0.9, 1e-06)

        // NAdam, Lion
        func method<Kind: UpdateMethod>(of optimizer: Optimizer, _ type: Kind.Type) -> Kind? {
            if case .method(let any) = optimizer.method { any.base as? Kind } else { nil }
        }
        let nadam = method(of: .nadam(rate: 1), NAdam.self)
        let lion = method(of: .lion(rate: 1), Lion.self)

        (nadam?.beta1, nadam?.beta2, nadam?.epsilon, nadam?.momentumDecay) // (0.9, 0.999, 1e-08, 0.004)
        (lion?.beta1, lion?.beta2) // (0.9, 0.99)

        // AveragedMomentum, NesterovVelocity
        func method<Kind: UpdateMethod>(of optimizer: Optimizer, _ type: Kind.Type) -> Kind? {
            if case .method(let any) = optimizer.method { any.base as? Kind } else { nil }
        }

        method(of: .averagedMomentum(rate: 1, beta: 0.8), AveragedMomentum.self)?.beta // 0.8
        method(of: .nesterov(rate: 1, beta: 0.9), NesterovVelocity.self)?.beta // 0.9

        // ScalarUpdateMethod, ScalarMoments
        struct Sign: ScalarUpdateMethod {
            var name: String { "Sign" }
            func updated(_ w: Double, along g: Double, moments: inout Moments, step t: Int, rate: Double) -> Double {
                w - rate * (g > 0 ? 1 : -1)
            }
            func unrolled(_ w: Scalar, along g: Scalar, moments: inout ScalarMoments, step t: Int, rate: Scalar) -> Scalar {
                moments.first = g
                (moments.second, moments.third) = (g, g)
                return w - rate * (g.value > 0 ? 1 : -1)
            }
        }
        let method: any ScalarUpdateMethod = Sign()

        Optimizer(Sign(), rate: 0.1).starting(at: [1]).stepping(along: [2]).numbers // [0.9]
        func weight(_ moments: inout ScalarMoments) -> Double {
            method.unrolled(Scalar("w", 1), along: Scalar("g", 2), moments: &moments, step: 1, rate: Scalar("rate", 0.1)).value
        }

        // UpdateRule, UpdateTrace
        let rules: [UpdateRule] = [
            .gradientDescent(rate: 0.1), .momentum(rate: 0.1, coefficient: 0.9), .nesterov(rate: 0.1, coefficient: 0.9),
            .lookAhead(rate: 0.1, coefficient: 0.9), .adaGrad(rate: 0.1), .rmsProp(rate: 0.1), .adam(rate: 0.1),
        ]
        let trace = UpdateRule.adam(rate: 0.1).trace(of: "w", from: 1, along: [0.5, 0.4])

        rules.map(\.rate) // [0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1]
        rules.map { $0.trace(from: 1, steps: 2) { 2 * $0 }.values.last } // [0.64, 0.46, 0.2224, 0.496, 0.833104, 0.498871, 0.800412]
        (trace.values, trace.steps.count) // ([0.9, 0.801187], 2)
        show(trace.table)
        show(trace.working)
        UpdateRule(.adam(rate: 0.1), step: 2).rate // 0.1
        if case .method(let rate, let method) = UpdateRule(.lion(rate: 0.1)) { print(rate, method.base.name) }

        // Schedule
        let schedule = Schedule.warmUp(over: 4).followed(by: .cosine(over: 8), after: 4)

        (0...4).map { schedule.factor(at: $0) } // [0.25, 0.5, 0.75, 1, 1]

        // TrainingPlan, TrainingPlan.Measure
        var plan = TrainingPlan(epochs: 20, batchSize: 2, shuffleSeed: 1, checkpointEvery: 5, patience: 4)
        plan.measure = .duringEpochs
        plan.recordsGradientNorms = true
        plan.recordsSeconds = true

        (plan.epochs, plan.batchSize, plan.shuffleSeed, plan.checkpointEvery, plan.patience) // (20, 2, 1, 5, 4)
        (plan.measure, plan.recordsGradientNorms, plan.recordsSeconds) // (duringEpochs, true, true)
        TrainingPlan(epochs: 1).measure == .afterEpochs // true

        // TrainingRun, TrainingRun.Checkpoint, TrainingRun.Origin
        let start = Network(inputs: 2, seed: 1) { Dense(3); Tanh(); Dense(1); Sigmoid() }
        let run = start.trained(
            on: .xor, minimizing: .binaryCrossEntropy, by: .adam(rate: 0.1), epochs: 20, validating: .xor, checkpointEvery: 10,
            tracking: [.accuracy])

        (run.epochs, run.losses[20], run.stoppedEarly) // (20, 0.170524, nil)
        run.network.accuracy(on: .xor) // 1
        (run.history(of: .accuracy)[20], run.validationHistory(of: .accuracy)[20], run.validationLosses[20]) // (1, 1, 0.170524)
        run.trackedMetrics.map(\.name) // ["accuracy"]
        (run.gradientNorms.count, run.seconds.count) // (0, 0)
        show(run.table(every: 10))
        (run.checkpoints.count, run.checkpoints[0].epoch, run.checkpoints[0].network.parameterCount) // (3, 0, 13)
        (run.origin?.data.count, run.origin?.loss.name, run.origin?.network.seed) // (4, "binaryCrossEntropy", 1)
        (run.origin?.optimizer.rate, run.origin?.plan.epochs) // (0.1, 20)
        show(run.scrub(frames: 2))
        """#
}
