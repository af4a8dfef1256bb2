extension OtherWay {
    /// The way of what an argument's label means that another library has; nil where there is none.
    public static func meant(byLabel label: String) -> OtherWay? {
        let plain = Reference.plain(label)
        guard !plain.isEmpty else { return nil }
        return labels.first { way in way.names.contains { $0.isMeant(by: plain) } }
    }

    /// Labels of arguments that calls of other libraries have, where here is no argument of that name.
    static let labels = labelsOfLayers + labelsOfTraining

    private static let labelsOfLayers = [
        OtherWay(
            "Keras `activation`, PyTorch `nonlinearity`", "the activation is a layer of its own, behind this one",
            "Network(inputs: 2) { Dense(4); ReLU() }", see: "activation"),
        OtherWay(
            "Keras `input_shape`, `input_dim`, `batch_input_shape`, PyTorch `in_features`, `in_channels`, `input_size`",
            "layers find out what they are given; the network says what comes in", "Network(inputs: 2) { Dense(4) }",
            see: "Network"),
        OtherWay(
            "Keras `units`, `filters`, PyTorch `out_features`, `out_channels`, `hidden_size`, `normalized_shape`",
            "the number of units or filters stands first and has no label", "Dense(4)", see: "layer"),
        OtherWay(
            "Keras `rate`, PyTorch `p`", "the share that is left out stands first and has no label", "Dropout(0.5)",
            see: "Dropout"),
        OtherWay("Keras `kernel_size`", "the label is `kernel:`", "Conv2D(8, kernel: [3, 3])", see: "Conv2D"),
        OtherWay("Keras `pool_size`", "the size stands first and has no label", "MaxPool2D([2, 2])", see: "MaxPool2D"),
        OtherWay("Keras `strides`", "the label is `stride:`", "Conv2D(8, kernel: [3, 3], stride: 2)", see: "Conv2D"),
        OtherWay("Keras `dilation_rate`", "the label is `dilation:`", "Conv1D(8, kernel: 3, dilation: 2)", see: "Conv1D"),
        OtherWay("Keras `use_bias`, PyTorch `bias`", "the label is `usesBias:`", "Dense(4, usesBias: false)", see: "Dense"),
        OtherWay(
            "Keras `kernel_initializer`, `embeddings_initializer`", "the label is `initializer:`",
            "Dense(4, initializer: .heNormal)", see: "initializer"),
        OtherWay(
            "Keras `kernel_regularizer`, `bias_regularizer`", "the optimiser penalises weights",
            "Optimizer.adam(rate: 0.01).penalized(l2: 0.001)", see: "Optimizer.penalized"),
        OtherWay(
            "Keras `num_heads`, PyTorch `nhead`", "the label is `heads:`", "SelfAttention(heads: 2, keySize: 4)",
            see: "SelfAttention"),
        OtherWay("Keras `key_dim`", "the label is `keySize:`", "SelfAttention(heads: 2, keySize: 4)", see: "SelfAttention"),
        OtherWay(
            "PyTorch `embed_dim`, `d_model`", "attention finds out how many features it is given; a block is told",
            "TransformerEncoder(features: 8, hidden: 16)", see: "TransformerEncoder"),
        OtherWay(
            "PyTorch `dim_feedforward`", "the label is `hidden:`", "TransformerEncoder(features: 8, hidden: 16)",
            see: "TransformerEncoder"),
        OtherWay(
            "Keras `output_dim`, `mask_zero`, PyTorch `num_embeddings`, `embedding_dim`",
            "an embedding says how many words there are and how many numbers each has",
            "Embedding(vocabulary: 100, dimensions: 8)", see: "Embedding"),
        OtherWay(
            "Keras `return_sequences`", "the label is `returnsSequences:`", "LSTM(4, returnsSequences: true)", see: "LSTM"),
        OtherWay(
            "PyTorch `num_layers`", "layers are written one after the other; all but the last return sequences",
            "Network(inputs: [5, 3]) { LSTM(4, returnsSequences: true); LSTM(4) }", see: "LSTM"),
        OtherWay(
            "PyTorch `bidirectional`", "both directions are a layer of their own", "Bidirectional(LSTM(4))",
            see: "Bidirectional"),
        OtherWay(
            "Keras `dropout`, `recurrent_dropout`", "numbers are left out by a layer of its own",
            "Network(inputs: [5, 3]) { LSTM(4); Dropout(0.2); Dense(1) }", see: "Dropout"),
        OtherWay(
            "PyTorch `batch_first`, `inplace`, `device`, `affine`, Keras `dtype`, `stateful`, `return_state`, `trainable`, `name`",
            "nothing needs to be said of that; leave it out", see: "layer"),
        OtherWay(
            "PyTorch `dim`, Keras `axis`", "it works along the last dimension; leave it out",
            "Network(inputs: 3) { Softmax() }", see: "Softmax"),
        OtherWay("PyTorch `negative_slope`, `init`", "the label is `slope:`", "LeakyReLU(slope: 0.1)", see: "LeakyReLU"),
        OtherWay("PyTorch `eps`", "the label is `epsilon:`", "BatchNorm(epsilon: 1e-5)", see: "BatchNorm"),
    ]

    private static let labelsOfTraining = [
        OtherWay(
            "Keras `learning_rate`, PyTorch `lr`, scikit-learn `learning_rate_init`", "the optimiser has the rate, as `rate:`",
            "Optimizer.adam(rate: 0.01)", see: "optimizer"),
        OtherWay(
            "Keras `momentum`, `nesterov`", "descent with momentum is an optimiser of its own",
            "Optimizer.momentum(rate: 0.1, beta: 0.9)", see: "Optimizer.momentum"),
        OtherWay(
            "PyTorch `weight_decay`", "weights are penalised by the optimiser; decay by itself is AdamW's",
            "Optimizer.adam(rate: 0.01).penalized(l2: 0.001)", see: "Optimizer.penalized"),
        OtherWay(
            "PyTorch `betas`, Keras `beta_1`, `beta_2`", "the labels are `beta1:` and `beta2:`",
            "Optimizer.adam(rate: 0.001, beta1: 0.9, beta2: 0.999)", see: "Optimizer.adam"),
        OtherWay(
            "Keras `clipnorm`, `clipvalue`", "gradients are clipped by a member of the optimiser",
            "Optimizer.adam(rate: 0.01).clipped(toNorm: 1)", see: "Optimizer.clipped"),
        OtherWay(
            "Keras `loss`, PyTorch `criterion`", "the label is `minimizing:`", usual, see: "Network.trained"),
        OtherWay("Keras `optimizer`", "the label is `by:`", usual, see: "Network.trained"),
        OtherWay("Keras `x`, `y`, scikit-learn `X`", "inputs and targets are one set of data, as `on:`", usual, see: "Dataset"),
        OtherWay(
            "Keras `batch_size`", "the label is `batchSize:`",
            "net.trained(on: data, minimizing: .meanSquaredError, by: .adam(rate: 0.01), epochs: 5, batchSize: 32)",
            see: "Network.trained"),
        OtherWay(
            "Keras `metrics`", "the label is `tracking:`",
            "net.trained(on: data, minimizing: .meanSquaredError, by: .adam(rate: 0.01), epochs: 5, tracking: [.accuracy])",
            see: "metric"),
        OtherWay(
            "Keras `validation_data`", "the label is `validating:`",
            "net.trained(on: data, minimizing: .meanSquaredError, by: .adam(rate: 0.01), epochs: 5, validating: data)",
            see: "Network.trained"),
        OtherWay(
            "Keras `validation_split`, scikit-learn `test_size`, `train_size`",
            "data are divided before, and the second part is given as `validating:`", "data.split(0.8)", see: "Dataset.split"),
        OtherWay(
            "Keras `callbacks`, scikit-learn `early_stopping`",
            "the training itself stops early, keeps checkpoints and tracks metrics",
            "net.trained(on: data, minimizing: .meanSquaredError, by: .adam(rate: 0.01), epochs: 500, validating: data, patience: 5)",
            see: "Network.trained"),
        OtherWay(
            "Keras `shuffle`", "samples are shuffled where a seed is given",
            "net.trained(on: data, minimizing: .meanSquaredError, by: .adam(rate: 0.01), epochs: 5, batchSize: 8, shuffleSeed: 1)",
            see: "Network.trained"),
        OtherWay(
            "Keras `verbose`", "a long training tells the terminal by itself how far it is; leave it out",
            see: "Network.trained"),
        OtherWay(
            "Keras `from_logits`", "the loss of logits has a name of its own", "Loss.binaryCrossEntropyFromLogits", see: "loss"),
        OtherWay(
            "PyTorch `reduction`", "losses are means over samples unless they are summed",
            "Loss.meanSquaredError.summedOverSamples()",
            see: "Loss.summedOverSamples"),
        OtherWay(
            "scikit-learn `random_state`, `n_samples`", "the number of samples stands first, the seed is `seed:`",
            "Dataset.moons(100, seed: 7)", see: "data"),
    ]

    private static let usual = "net.trained(on: data, minimizing: .meanSquaredError, by: .adam(rate: 0.01), epochs: 100)"
}
