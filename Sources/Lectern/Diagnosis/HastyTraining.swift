import Networks

/// A run of gradient descent repeated with a slip: going back through the layers, each one's parameters are changed before the
/// error is passed on through them.
struct HastyTraining {
    /// The loss before every epoch, and the final one.
    private(set) var losses: [Double] = []
    private(set) var network: Network

    /// Nil for a run that is no plain gradient descent over all samples at once.
    init?(_ run: TrainingRun) {
        guard let origin = run.origin,
            origin.optimizer == .gradientDescent(rate: origin.optimizer.rate, updating: origin.optimizer.scope),
            origin.plan.batchSize ?? origin.data.count >= origin.data.count
        else { return nil }
        network = origin.network
        for epoch in run.losses.indices {
            let (loss, next) = Self.step(network, origin)
            losses.append(loss)
            if epoch < run.losses.count - 1 { network = next }
        }
    }

    private static func step(_ network: Network, _ origin: TrainingRun.Origin) -> (loss: Double, next: Network) {
        let samples = origin.data.samples
        let share = origin.optimizer.rate / Double(samples.count)
        let passes = samples.map { network.activations(for: $0.input) }
        let depth = network.layers.count
        let loss = network.loss(on: origin.data, minimizing: origin.loss)
        let starts = zip(samples, passes).map { network.startOfWayBack($1, toward: $0.target, minimizing: origin.loss) }
        var slopes = zip(samples, starts).map { sample, start in start.slope.map { $0 * sample.weight } }
        var parameters = network.layers.map { $0.parameters.map(\.values) }
        for index in (0..<(starts.first?.layers ?? depth)).reversed() {
            var layer = network.layers[index]
            if !parameters[index].isEmpty {
                var own = layer.parameters
                for (pass, slope) in zip(passes, slopes) {
                    let found = layer.backward(input: pass[index], output: pass[index + 1], gradient: slope).parameters
                    for (number, gradient) in found.enumerated() {
                        if own[number].kind == .bias, origin.optimizer.scope == .weights { continue }
                        for place in gradient.indices { own[number].values[place] -= share * gradient[place] }
                    }
                }
                layer.parameters = own
                parameters[index] = own.map(\.values)
            }
            slopes = zip(passes, slopes).map { layer.backward(input: $0[index], output: $0[index + 1], gradient: $1).input }
        }
        return (loss, network.replacing(parameters: parameters))
    }
}
