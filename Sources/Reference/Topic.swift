/// What one looks for: the chapters of the reference.
public enum Topic: String, Codable, CaseIterable, Sendable {
    case network
    case layer
    case activation
    case loss
    case optimizer
    case schedule
    case initializer
    case training
    case data
    case metric
    case derivation
    case plot
    case values

    public var title: String {
        switch self {
        case .network: "Networks: describing one, its passes and gradients"
        case .layer: "Layers"
        case .activation: "Activations"
        case .loss: "Losses"
        case .optimizer: "Optimisers"
        case .schedule: "Schedules of the learning rate"
        case .initializer: "Initialisers of weights"
        case .training: "Training and what it leaves"
        case .data: "Data"
        case .metric: "Metrics"
        case .derivation: "Derivations: quantities with names, the chain rule"
        case .plot: "Plots, figures and tables"
        case .values: "Numbers and functions"
        }
    }

    /// What else people say for it: the plural, Keras's and PyTorch's word.
    static func named(_ word: String) -> Topic? {
        let word = word.lowercased()
        let singular =
            word.hasSuffix("es") && word != "schedules"
            ? String(word.dropLast(2)) : word.hasSuffix("s") ? String(word.dropLast()) : word
        for candidate in [word, singular] {
            if let topic = Topic(rawValue: candidate) ?? synonyms[candidate] { return topic }
        }
        return nil
    }

    private static let synonyms: [String: Topic] = [
        "criterion": .loss, "cost": .loss, "optimiser": .optimizer, "scheduler": .schedule, "initialiser": .initializer,
        "dataset": .data, "figure": .plot, "table": .plot, "chart": .plot, "model": .network, "chain": .derivation,
        "number": .values,
    ]

    /// The chapter of a declaration: that of the protocol its type conforms to, that of the type it belongs to, or that of its
    /// module.
    init(path: [String], conformances: Set<String>, module: String) {
        let owner = Entry.base(of: path.first ?? "")
        if path.count == 2, let topic = Self.members["\(owner).\(Entry.base(of: path[1]))"] {
            self = topic
            return
        }
        self =
            if conformances.contains("Activation") || owner == "Activation" || owner == "UnrollableActivation" {
                .activation
            } else if conformances.contains("Layer") || owner.hasSuffix("Layer") {
                .layer
            } else if conformances.contains("UpdateMethod") {
                .optimizer
            } else {
                Self.owners[owner] ?? Self.modules[module] ?? .values
            }
    }

    /// Types that carry a chapter. A test holds that each of them exists.
    static let owners: [String: Topic] = [
        "Network": .network, "BackpropagationPass": .network, "BatchBackpropagationPass": .network, "Shape": .network,
        "Parameter": .network, "GradientCheck": .network, "StorableTypes": .network, "LayerDescription": .layer,
        "LayerPass": .layer, "Padding": .layer, "WindowAxis": .layer, "Gate": .layer, "Unrollable": .layer,
        "Sequential": .layer, "TransformerEncoder": .layer, "AttentionBiases": .layer, "Loss": .loss, "Optimizer": .optimizer,
        "Schedule": .schedule, "Initializer": .initializer,
        "TrainingRun": .training, "TrainingPlan": .training, "Dataset": .data,
        "SplitMix64": .data, "Metric": .metric, "ConfusionMatrix": .metric, "plot": .plot, "show": .plot,
        "ExplorableNetwork": .plot, "NumberConvertible": .values, "claim": .values, "progress": .values,
        "UpdateRule": .optimizer, "UpdateTrace": .optimizer, "UpdateMethod": .optimizer, "AnyUpdateMethod": .optimizer,
        "Moments": .optimizer, "OptimizerProgress": .optimizer, "ScalarUpdateMethod": .optimizer, "ScalarMoments": .optimizer,
        "Penalty": .optimizer, "Interval": .metric, "Repetition": .metric, "repeated": .metric, "ScoredAnswers": .metric,
        "ROCPoint": .metric, "PrecisionRecallPoint": .metric, "ReliabilityBin": .metric, "NumPyGenerator": .data,
        "PyTorchGenerator": .data, "UnrollableActivation": .activation,
    ]

    /// What belongs to another chapter than its type. A test holds that each of them exists.
    static let members: [String: Topic] = [
        "Network.trained": .training, "Network.training": .training, "Network.accuracy": .metric,
        "Network.topAccuracy": .metric,
        "Network.confusion": .metric, "Network.r2": .metric, "Network.auc": .metric, "Network.meanAbsoluteError": .metric,
        "Network.rootMeanSquaredError": .metric, "Network.explainedVariance": .metric, "Network.calibrationError": .metric,
    ]

    private static let modules: [String: Topic] = [
        "Networks": .network, "Derivations": .derivation, "Lectern": .values, "Exhibits": .plot,
    ]
}
