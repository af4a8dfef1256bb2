/// Where a way back began: at a loss, or at slopes by the outputs that were given.
package enum WayBackStart: Sendable {
    /// A loss, what it was towards, and its value: of one sample, or the mean over a batch.
    case loss(Loss, targets: [[Double]], value: Double)
    /// ∂E/∂output of an error E that nobody stated, one array for each sample.
    case given([[Double]])

    /// The loss; throws where there is none.
    func lossOrExplain() throws -> (function: Loss, targets: [[Double]], value: Double) {
        switch self {
        case .loss(let loss, let targets, let value): return (loss, targets, value)
        case .given: throw NoLoss()
        }
    }

    /// The loss that was differentiated, if there was one.
    package var lossFunction: Loss? {
        if case .loss(let loss, _, _) = self { loss } else { nil }
    }

    /// Its value, if there was one.
    package var loss: Double? {
        if case .loss(_, _, let value) = self { value } else { nil }
    }

    /// What the loss of a single sample was towards; nothing where there was no loss.
    package var target: [Double] {
        if case .loss(_, let targets, _) = self { targets.first ?? [] } else { [] }
    }

    /// The given slopes, one array for each sample; nil where the way back began at a loss.
    package var upstream: [[Double]]? {
        if case .given(let slopes) = self { slopes } else { nil }
    }
}

/// A pass that began with given gradients was asked for its loss.
struct NoLoss: Error, CustomStringConvertible {
    let description =
        "this pass began with given gradients of the outputs, so it knows no loss and no target; ask it for gradients, or "
        + "begin with a loss: `backpropagate(_:toward:minimizing:)`"
}

extension Network {
    /// Throws unless there is one given gradient for each output, and all are finite.
    func check(upstream: [Double]) throws {
        guard upstream.count == outputs else {
            throw ShapeError(
                "this network has \(outputs) output\(outputs == 1 ? "" : "s"), but got \(upstream.count) upstream "
                    + "gradient\(upstream.count == 1 ? "" : "s"); give ∂E/∂output for each")
        }
        if let wrong = upstream.first(where: { !$0.isFinite }) {
            throw ArgumentError("\(wrong) is no upstream gradient; give ∂E/∂output as a finite number for each output")
        }
    }

    /// Σ u y over the outputs y of a sample: what has the given slopes u, to be differenced.
    func weighted(_ output: [Double], by upstream: [Double]) -> Double {
        zip(output, upstream).reduce(0) { $0 + $1.0 * $1.1 }
    }
}
