/// How good the answers of a network are, as one number that training doesn't follow but a person does. A lesson may make its own.
public struct Metric: Sendable {
    public let name: String
    public let value: @Sendable (_ network: Network, _ data: Dataset) -> Double

    public init(name: String, value: @escaping @Sendable (_ network: Network, _ data: Dataset) -> Double) {
        self.name = name
        self.value = value
    }

    /// The share of right answers: `Network.accuracy(on:)`.
    public static let accuracy = Metric(name: "accuracy") { $0.accuracy(on: $1) }

    /// The share of samples whose true class is among the k largest outputs: `Network.topAccuracy(_:on:)`.
    public static func topAccuracy(_ k: Int) -> Metric { Metric(name: "top-\(k) accuracy") { $0.topAccuracy(k, on: $1) } }

    /// `ConfusionMatrix.precision(of:)`.
    public static func precision(of label: Int) -> Metric {
        Metric(name: "precision of \(label)") { $0.confusion(on: $1).precision(of: label) }
    }

    /// `ConfusionMatrix.recall(of:)`.
    public static func recall(of label: Int) -> Metric {
        Metric(name: "recall of \(label)") { $0.confusion(on: $1).recall(of: label) }
    }

    /// `ConfusionMatrix.f1(of:)`.
    public static func f1(of label: Int) -> Metric {
        Metric(name: "F1 of \(label)") { $0.confusion(on: $1).f1(of: label) }
    }

    /// The mean of |t − o|: `Network.meanAbsoluteError(on:)`.
    public static let meanAbsoluteError = Metric(name: "mean absolute error") { $0.meanAbsoluteError(on: $1) }

    /// The share of the variance that is explained: `Network.r2(on:)`.
    public static let r2 = Metric(name: "R²") { $0.r2(on: $1) }
}

/// Metrics measured again and again, by their names.
struct MetricHistories: Sendable {
    let metrics: [Metric]
    private(set) var training: [String: [Double]] = [:]
    private(set) var validation: [String: [Double]] = [:]
    private let data: Dataset
    private let validating: Dataset?

    init(of metrics: [Metric], on data: Dataset, validating: Dataset?) {
        self.metrics = metrics
        self.data = data
        self.validating = validating
    }

    var isEmpty: Bool { metrics.isEmpty }

    mutating func measure(_ network: Network) {
        for metric in metrics {
            training[metric.name, default: []].append(metric.value(network, data))
            if let validating { validation[metric.name, default: []].append(metric.value(network, validating)) }
        }
    }
}
