/// How good the answers of a network are, as one number that training doesn't follow but a person does. A lesson may make its own.
public struct Metric: Sendable {
    /// What tables call it.
    public let name: String
    /// Which of Lectern's own it is; nil for one of a lesson's own.
    package private(set) var kind: Kind?
    /// Throws where there is nothing to measure; so does a training that tracks it.
    let measured: @Sendable (_ network: Network, _ data: Dataset) throws -> Double

    /// A metric of the lesson's own: one number for a network and a data set.
    public init(name: String, value: @escaping @Sendable (_ network: Network, _ data: Dataset) throws -> Double) {
        self.name = name
        measured = value
    }

    /// Lectern's own metrics, with the class or the number they ask for.
    package enum Kind: Hashable, Sendable {
        case accuracy, meanAbsoluteError, r2
        case topAccuracy(Int)
        case precision(Int)
        case recall(Int)
        case f1(Int)
    }

    private init(
        _ kind: Kind, name: String, value: @escaping @Sendable (_ network: Network, _ data: Dataset) throws -> Double
    ) {
        self.init(name: name, value: value)
        self.kind = kind
    }

    /// The metric of a network over data. Where there is nothing to measure the lesson ends at this call.
    public func value(
        _ network: Network, _ data: Dataset, file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> Double {
        stopping(file: file, line: line, column: column) { try measured(network, data) }
    }

    /// The share of right answers: `Network.accuracy(on:)`.
    ///
    /// - SeeAlso: Keras `metrics.Accuracy`, `metrics.BinaryAccuracy`, `metrics.CategoricalAccuracy`,
    ///   Keras `metrics.SparseCategoricalAccuracy`
    /// - Example: `.accuracy`
    public static let accuracy = Metric(.accuracy, name: "accuracy") { try $0.confusionMatrix(on: $1).accuracy }

    /// The share of samples whose true class is among the k largest outputs: `Network.topAccuracy(_:on:)`.
    ///
    /// - Example: `let network = Network(inputs: 2) { Dense(3, weights: [[1, 0], [0, 1], [1, 1]], bias: 0); Softmax() }`
    ///   `let data: Dataset = [[0, 1]: [1, 0, 0], [1, 0]: [0, 0, 1]]`
    ///   `show(Table(["top 2"], rows: [[Metric.topAccuracy(2).value(network, data)]]))`
    public static func topAccuracy(_ k: Int) -> Metric {
        Metric(.topAccuracy(k), name: "top-\(k) accuracy") { try $0.share(amongTheFirst: k, on: $1) }
    }

    /// `ConfusionMatrix.precision(of:)`.
    ///
    /// - SeeAlso: Keras `metrics.Precision`, scikit-learn `precision_score`
    /// - Example: `.precision(of: 1)`
    public static func precision(of label: Int) -> Metric {
        Metric(.precision(label), name: "precision of \(label)") { try $0.confusionMatrix(on: $1).scores(of: label).precision }
    }

    /// `ConfusionMatrix.recall(of:)`.
    ///
    /// - SeeAlso: Keras `metrics.Recall`, scikit-learn `recall_score`
    /// - Example: `.recall(of: 1)`
    public static func recall(of label: Int) -> Metric {
        Metric(.recall(label), name: "recall of \(label)") { try $0.confusionMatrix(on: $1).scores(of: label).recall }
    }

    /// `ConfusionMatrix.f1(of:)`.
    ///
    /// - SeeAlso: Keras `metrics.F1Score`, scikit-learn `f1_score`
    /// - Example: `.f1(of: 1)`
    public static func f1(of label: Int) -> Metric {
        Metric(.f1(label), name: "F1 of \(label)") { try $0.confusionMatrix(on: $1).scores(of: label).f1 }
    }

    /// The mean of |t − o|: `Network.meanAbsoluteError(on:)`.
    ///
    /// - SeeAlso: Keras `metrics.MeanAbsoluteError`, scikit-learn `mean_absolute_error`
    /// - Example: `.meanAbsoluteError`
    public static let meanAbsoluteError = Metric(.meanAbsoluteError, name: "mean absolute error") {
        try $0.meanLoss(on: $1, .meanAbsoluteError)
    }

    /// The share of the variance that is explained: `Network.r2(on:)`.
    ///
    /// - SeeAlso: Keras `metrics.R2Score`, scikit-learn `r2_score`
    /// - Example: `.r2`
    public static let r2 = Metric(.r2, name: "R²") { try $0.explainedShare(on: $1) }
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

    mutating func measure(_ network: Network) throws {
        for metric in metrics {
            training[metric.name, default: []].append(try metric.measured(network, data))
            if let validating { validation[metric.name, default: []].append(try metric.measured(network, validating)) }
        }
    }
}
