import Exhibits

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

    init() {}

    /// A text with what it is about put in.
    static func said(_ text: String, _ parts: String...) -> String {
        // The longest marks first, and each once: what is put in may hold a mark itself.
        var result = ""
        var rest = text[...]
        while let mark = rest.firstIndex(of: "#") {
            let marks = rest[mark...].prefix { $0 == "#" }.count
            result += rest[..<mark]
            if parts.indices.contains(marks - 1) { result += parts[marks - 1] }
            rest = rest[rest.index(mark, offsetBy: marks)...]
        }
        return result + rest
    }
}
