import Exhibits
import Networks

/// What tables, plots and drawings of a cell say of their own accord, in the page's language. `#`, `##` and `###` stand for what
/// a text is about.
struct LessonWords: TranslatedWords, Sendable {
    var epochs = "epochs"
    var loss = "loss"
    var validation = "validation #"
    var minimum = "minimum # at ##"
    var afterEpoch = "After # epoch: loss ##"
    var afterEpochs = "After # epochs: loss ##"
    var samplesWrong = "# of ## samples answered wrong"
    var answeredWrong = "answered wrong"
    var wronglyAnswered = "wrongly answered"
    var moments = "Epochs"
    var input = "input"
    var hidden = "hidden"
    var output = "output"
    var more = "# more"
    var layer = "layer"
    var outputShape = "output shape"
    var parameters = "parameters"
    var inAll = "in all"
    var number = "number"
    var backpropagation = "backpropagation"
    var centralDifference = "central difference"
    var relativeError = "relative error"
    var yes = "yes"
    var no = "no"
    var trueClass = "true class"
    var answer = "answer"
    var classNumber = "class #"
    var value = "value"
    var count = "count"
    var network = "network"
    var samples = "samples"
    var guessing = "guessing"
    var falsePositiveRate = "false positive rate"
    var truePositiveRate = "true positive rate"
    var recall = "recall"
    var precision = "precision"
    var predictedProbability = "predicted probability"
    var shareOfPositives = "share of positives"
    var calibrated = "calibrated"
    var andDerivative = "# and its derivative"
    var neuron = "neuron #"
    var sharedBias = "#, shared bias"
    var fromTo = "#, from ## to ###"
    var biasOf = "#, bias of ##"
    var forward = "Forward, neuron #: ##."
    var backward = "Backward, #: ##."
    var deltaOf = "the delta of #"
    var accuracy = "accuracy"
    var topAccuracy = "top-# accuracy"
    var precisionOf = "precision of #"
    var recallOf = "recall of #"
    var f1Of = "F1 of #"
    var meanAbsoluteError = "mean absolute error"

    init() {}

    /// What tables call a metric: a lesson's own has the name that the lesson gives it.
    func title(of metric: Metric) -> String {
        switch metric.kind {
        case .accuracy: accuracy
        case .meanAbsoluteError: meanAbsoluteError
        case .topAccuracy(let k): Self.said(topAccuracy, "\(k)")
        case .precision(let label): Self.said(precisionOf, "\(label)")
        case .recall(let label): Self.said(recallOf, "\(label)")
        case .f1(let label): Self.said(f1Of, "\(label)")
        case .r2, nil: metric.name
        }
    }
}
