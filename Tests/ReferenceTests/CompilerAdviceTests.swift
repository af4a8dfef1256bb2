import Testing

@testable import Reference

/// Where the compiler only says that something is wrong, the author reads what is right.
struct CompilerAdviceTests {
    /// Names that users of Keras, PyTorch and scikit-learn would try as members: owner, name, what must be named.
    static let members: [(String, String, String)] = [
        ("Loss", "mse", "Loss.meanSquaredError"), ("Loss", "MSELoss", "Loss.meanSquaredError"),
        ("Loss", "mae", "Loss.meanAbsoluteError"),
        ("Loss", "crossEntropy", "categoricalCrossEntropy"), ("Loss", "CrossEntropyLoss", "categoricalCrossEntropyFromLogits"),
        ("Loss", "binaryCrossentropy", "binaryCrossEntropy"), ("Loss", "BCELoss", "binaryCrossEntropy"),
        ("Loss", "categorical_crossentropy", "categoricalCrossEntropy"), ("Loss", "KLDivLoss", "kullbackLeiblerDivergence"),
        ("Loss", "kl_divergence", "kullbackLeiblerDivergence"), ("Loss", "L1Loss", "meanAbsoluteError"),
        ("Loss", "huberLoss", "huber"), ("Loss", "meanSquareError", "meanSquaredError"),
        ("Loss", "log_loss", "binaryCrossEntropy"),
        ("Optimizer", "sgd", "gradientDescent"), ("Optimizer", "SGD", "gradientDescent"), ("Optimizer", "Adam", "adam"),
        ("Optimizer", "rmsprop", "rmsProp"), ("Optimizer", "Adagrad", "adaGrad"), ("Optimizer", "adamw", "adamW"),
        ("Optimizer", "gradientDecent", "gradientDescent"), ("Optimizer", "nestrov", "nesterov"),
        ("Network", "fit", "trained"), ("Network", "compile", "trained"), ("Network", "predict", "prediction"),
        ("Network", "evaluate", "Network."), ("Network", "forward", "prediction"), ("Network", "train", "trained"),
        ("Network", "parameters", "layers"), ("Network", "score", "accuracy"),
        ("Network", "backward", "backpropagate"),
        ("Network", "save", "write"), ("Network", "count_params", "parameterCount"), ("Network", "gradients", "gradient"),
        ("Loss", "bce", "binaryCrossEntropy"),
        ("Loss", "cosine_similarity", "cosine"), ("Loss", "poisson_nll_loss", "poisson"),
        ("Optimizer", "Nadam", "nadam"), ("Optimizer", "Adadelta", "adaDelta"), ("Optimizer", "Adamax", "adaMax"),
        ("Network", "get_weights", "weights"), ("Network", "state_dict", "write"),
        ("Network", "input_shape", "inputShape"),
        ("Network", "zero_grad", "backpropagate"), ("TrainingRun", "loss", "losses"),
        ("Initializer", "he_normal", "heNormal"),
        ("Initializer", "xavierUniform", "glorotUniform"), ("Schedule", "CosineAnnealingLR", "cosine"),
        ("Schedule", "StepLR", "step"), ("Metric", "AUC", "auc"),
        ("Loss", "hingeLoss", "hinge"), ("Loss", "NLLLoss", "egativeLogLikelihood"),
        ("Network", "train_on_batch", "trained"), ("Network", "num_params", "parameterCount"),
        ("Network", "n_outputs", "outputs"), ("Network", "get_layer", "layer"), ("Network", "layer_count", "layers"),
        ("BackpropagationPass", "grad", "radient"), ("TrainingRun", "val_loss", "validationLosses"),
        ("TrainingRun", "training_losses", "losses"), ("Metric", "f1_score", "f1"), ("Metric", "accuracyScore", "accuracy"),
        ("Dataset", "num_samples", "samples"), ("Dataset", "min_max_scale", "minMaxScaled"),
        ("Dataset", "make_moons", "moons"), ("Dataset", "makeBlobs", "blobs"),
        ("Dataset", "train_test_split", "split"),
        ("Dataset", "shuffle", "shuffled"), ("Dataset", "standardize", "standardized"), ("Dataset", "to_categorical", "oneHot"),
    ]

    /// Names they would try by themselves.
    static let names: [(String, String)] = [
        ("MaxPooling2D", "MaxPool2D"), ("MaxPool2d", "MaxPool2D"), ("Conv2d", "Conv2D"), ("BatchNormalization", "BatchNorm"),
        ("BatchNorm1d", "BatchNorm"), ("LayerNormalization", "LayerNorm"), ("RNN", "SimpleRNN"), ("Relu", "ReLU"),
        ("relU", "ReLU"),
        ("MultiHeadAttention", "SelfAttention"), ("MultiheadAttention", "SelfAttention"),
        ("GlobalAveragePooling2D", "GlobalAveragePool"),
        ("AvgPool2d", "AveragePool2D"), ("Dens", "Dense"), ("Swish", "SiLU"), ("Sofmax", "Softmax"), ("Model", "Network"),
        ("MLPClassifier", "Network"), ("StandardScaler", "standardized"), ("confusion_matrix", "onfusion"),
        ("Identty", "Identity"), ("BatchNorm2d", "BatchNorm"), ("ELu", "ELU"), ("LeakyRelu", "LeakyReLU"), ("Conv1d", "Conv1D"),
        ("AveragePooling2D", "AveragePool2D"), ("Sequental", "Sequential"),
        ("EmbeddingBag", "Embedding"), ("accuracy_score", "accuracy"),
        ("GlobalAvgPool2D", "GlobalAveragePool"), ("SimpleRnn", "SimpleRNN"), ("GroupNormalization", "GroupNorm"),
        ("relu6", "ReLU"), ("softmax", "oftmax"),
        ("GradientTape", "backpropagate"), ("LSTMCell", "RecurrentCell"), ("Dropuot", "Dropout"),
    ]

    @Test(arguments: members)
    func `a member that isn't there leads to the one that is`(owner: String, name: String, right: String) async throws {
        let advice = CompilerAdvice(try await TheReference.get())
        for message in ["type '\(owner)' has no member '\(name)'", "value of type '\(owner)' has no member '\(name)'"] {
            let note = advice.note(for: message, code: "", column: 1)
            #expect(note?.contains(right) == true, "\(note ?? "nothing")")
        }
    }

    @Test(arguments: names)
    func `a name that isn't there leads to the one that is`(name: String, right: String) async throws {
        let advice = CompilerAdvice(try await TheReference.get())
        let note = advice.note(for: "cannot find '\(name)' in scope", code: "", column: 1)
        #expect(note?.contains(right) == true, "\(note ?? "nothing")")
    }

    @Test(arguments: [
        ("    Dense(2, activation: Sigmoid())", 26, "Dense(_ units: Int"),
        ("let d = Dropout(p: 0.5)", 16, "Dropout(_ rate: Double"),
        ("net.trained(on: data, epochs: 5)", 12, "trained(on data: Dataset, minimizing"),
        ("LSTM(units: 3)", 5, "LSTM(_ units: Int"), ("let net = Network(inputs: 2) { Linear(4) }", 39, "`Dense`"),
        ("let x = Loss.huber(3)", 19, "huber(delta: Double = 1)"),
    ])
    func `a wrong label leads to the signature`(line: String, column: Int, right: String) async throws {
        let advice = CompilerAdvice(try await TheReference.get())
        for message in [
            "argument passed to call that takes no arguments", "extra argument 'activation' in call",
            "incorrect argument label in call (have 'p:', expected '_:')",
            "missing argument for parameter 'by' in call", "extraneous argument label 'units:' in call",
        ] {
            let note = advice.note(for: message, code: line, column: column)
            #expect(note?.contains(right) == true, "\(note ?? "nothing")")
        }
    }

    @Test(arguments: [
        "value of type 'Int' has no member 'foo'", "cannot find 'my_variable_xyzzy' in scope", "expected expression", "",
        "cannot find 'net' in scope", "cannot find 'pass' in scope", "cannot find 'w' in scope", "cannot find 'flag' in scope",
        "cannot find 'my_average' in scope", "cannot find 'x_train' in scope", "cannot find 'best_loss' in scope",
        "cannot convert value of type 'Int' to expected argument type 'Double'", "type '' has no member ''",
    ])
    func `where nothing of ours is meant nothing is said`(message: String) async throws {
        let advice = CompilerAdvice(try await TheReference.get())
        #expect(advice.note(for: message, code: "let é = f(é(", column: 400) == nil)
    }

    @Test func `a member that is not for cells leads to those that are`() async throws {
        let advice = CompilerAdvice(try await TheReference.get())
        let message = "'parameters' is inaccessible due to 'internal' protection level"
        #expect(advice.note(for: message, code: "", column: 1)?.contains(".parameters`") == true)
    }

    @Test func `an expression that is too complex is told what to write`() async throws {
        let advice = CompilerAdvice(try await TheReference.get())
        let message =
            "the compiler is unable to type-check this expression in reasonable time; try breaking up the expression into distinct sub-expressions"
        #expect(advice.note(for: message, code: "", column: 1)?.contains("-> Double in") == true)
    }
}
