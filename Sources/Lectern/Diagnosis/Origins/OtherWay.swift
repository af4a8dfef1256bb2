import Exhibits
import Networks

/// What a number would be if the computation behind it were done as others do it, or with one rule of it broken.
struct OtherWay {
    var cause: Cause
    /// In words that don't depend on which of several numbers it is.
    var words: String
    var value: Double
    /// Which computation it is, in words: numbers of one list are explained together only where it is the same.
    var computation: String
    /// Whether short numbers alone lead there, which others would as well: it says something only of several numbers at once.
    var isWeak = false
}

extension Evidence {
    /// What else a number could have come to, over all computations that are known to give it.
    func otherWays(to value: Double) -> [OtherWay] {
        let beginnings = Beginnings(self)
        return origins.paths(from: beginnings).otherWays(to: value) + beginnings.normalised(to: value)
            + beginnings.windows(to: value) + predictions(giving: value).flatMap(\.otherWays)
    }
}

/// Computations found once and asked often.
final class Origins {
    private var known: (beginnings: Beginnings, paths: OptimizerPaths)?
    private(set) var predictions = Predictions()

    func paths(from beginnings: Beginnings) -> OptimizerPaths {
        if let known, known.beginnings == beginnings { return known.paths }
        let paths = OptimizerPaths(from: beginnings)
        known = (beginnings, paths)
        return paths
    }

    func predictions(of networks: [Network], for inputs: [[Double]]) -> Predictions {
        predictions.take(networks, inputs)
        return predictions
    }
}
