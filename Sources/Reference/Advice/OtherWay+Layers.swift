extension OtherWay {
    /// Layers and losses.
    static let layers = [
        OtherWay(
            "Keras `layers.Input`, `layers.InputLayer`", "the network itself says what comes in, a number or a shape",
            "Network(inputs: [28, 28, 1]) { Flatten(); Dense(10) }", see: "Network"),
        OtherWay(
            "Keras `layers.Activation`", "every activation is a layer by its own name",
            "Network(inputs: 2) { Dense(3); ReLU() }",
            see: "activation"),
        OtherWay(
            "Keras `layers.PReLU`, PyTorch `nn.PReLU`, `nn.RReLU`", "the slope below 0 is given and not trained",
            "LeakyReLU(slope: 0.25)", see: "LeakyReLU"),
        OtherWay(
            "Keras `layers.Concatenate`, `layers.concatenate`, PyTorch `torch.cat`",
            "layers stand one after the other; the two directions of a sequence are put side by side by their layer",
            "Bidirectional(LSTM(4))", see: "Bidirectional"),
        OtherWay(
            "Keras `layers.Lambda`", "a layer of your own is a structure that says how it goes forward and back", see: "Layer"),
        OtherWay(
            "Keras `layers.Conv3D`, `layers.MaxPooling3D`, PyTorch `nn.Conv3d`, `nn.MaxPool3d`",
            "windows go over sequences and pictures, not over volumes", "Conv2D(8, kernel: [3, 3])", see: "Conv2D"),
        OtherWay(
            "Keras `layers.SeparableConv2D`, `layers.DepthwiseConv2D`, `layers.SeparableConv1D`",
            "every filter goes over all channels", "Conv2D(8, kernel: [3, 3])", see: "Conv2D"),
        OtherWay(
            "Keras `layers.UpSampling2D`, PyTorch `nn.Upsample`, `nn.UpsamplingNearest2d`, `F.interpolate`",
            "a transposed convolution makes pictures larger", "ConvTranspose2D(8, kernel: [2, 2], stride: 2)",
            see: "ConvTranspose2D"),
        OtherWay(
            "Keras `layers.GlobalMaxPooling1D`, `layers.GlobalMaxPooling2D`, PyTorch `nn.AdaptiveMaxPool2d`",
            "the window is as large as the picture", "MaxPool2D([8, 8])", see: "MaxPool2D"),
        OtherWay(
            "Keras `layers.TimeDistributed`", "`Dense` works at every step of a sequence by itself",
            "Network(inputs: [5, 3]) { Dense(2) }", see: "Dense"),
        OtherWay(
            "Keras `layers.RepeatVector`, `layers.Permute`, `layers.Masking`, `layers.Cropping2D`",
            "samples are arranged before they go in; within the network only their shape changes", "Reshape([4, 2])",
            see: "Reshape"),
        OtherWay(
            "Keras `layers.GaussianNoise`, `layers.AlphaDropout`, `layers.SpatialDropout1D`, `layers.SpatialDropout2D`, "
                + "PyTorch `nn.Dropout1d`, `nn.Dropout2d`, `nn.AlphaDropout`",
            "numbers are left out one by one", "Dropout(0.5)", see: "Dropout"),
        OtherWay(
            "Keras `layers.PositionEmbedding`, `keras_hub.layers.TokenAndPositionEmbedding`",
            "positions are told by a pattern that isn't trained", "Network(inputs: [5, 8]) { PositionalEncoding() }",
            see: "PositionalEncoding"),
        OtherWay(
            "Keras `layers.AdditiveAttention`", "queries and keys are compared by products", "CrossAttention(asking: 2)",
            see: "CrossAttention"),
        OtherWay(
            "Keras `layers.RMSNormalization`, PyTorch `nn.RMSNorm`, `nn.LocalResponseNorm`",
            "within a sample it is the mean and the variance that are normalised", "LayerNorm()", see: "LayerNorm"),
        OtherWay(
            "PyTorch `nn.ModuleList`", "a loop stands among the layers",
            "Network(inputs: 2) { for _ in 1...3 { Dense(4); Tanh() } }", see: "Network"),
        OtherWay(
            "PyTorch `nn.Transformer`", "blocks are written one after the other",
            "Network(inputs: [5, 8]) { for _ in 1...3 { TransformerEncoder(features: 8, heads: 2, hidden: 16) } }",
            see: "TransformerEncoder"),
        OtherWay(
            "PyTorch `nn.TripletMarginLoss`, `nn.MarginRankingLoss`, `nn.CTCLoss`, `nn.HingeEmbeddingLoss`, "
                + "`nn.SoftMarginLoss`, `nn.MultiLabelMarginLoss`, Keras `losses.Tversky`, `losses.CTC`, `losses.Circle`",
            "a loss of your own says its value and its gradient",
            "Loss(name: \"own\", value: { o, t in (o[0] - t[0]) * (o[0] - t[0]) }, gradient: { o, t in [2 * (o[0] - t[0])] })",
            see: "Loss"),
    ]
}
