extension OtherWay {
    /// What one does to networks, numbers and files.
    static let objects = [
        OtherWay(
            "Keras `add`", "the layers stand in the braces of the network", "Network(inputs: 2) { Dense(3); Tanh(); Dense(1) }",
            see: "Network"),
        OtherWay(
            "Keras `load_model`, `load_weights`, PyTorch `torch.load`, `load_state_dict`",
            "a stored network is made from its file",
            "Network(contentsOf: \"net.safetensors\")", see: "Network.write"),
        OtherWay(
            "Keras `set_weights`", "known weights are given to the layer, one row for each unit",
            "Dense(1, weights: [[0.5, -0.3]], bias: 0.1)", see: "Dense"),
        OtherWay(
            "Keras `trainable`, PyTorch `requires_grad`, `requires_grad_`, `freeze`",
            "a training changes every parameter, or all weights and no bias",
            "Optimizer.gradientDescent(rate: 0.1, updating: .weights)",
            see: "Optimizer.Scope"),
        OtherWay(
            "PyTorch `zero_grad`", "every pass has gradients of its own, and nothing has to be cleared",
            "net.backpropagate([1, 2], toward: [1], minimizing: .halfSquaredError)", see: "Network.backpropagate"),
        OtherWay(
            "PyTorch `eval`, `no_grad`, `inference_mode`",
            "a network is asked as a function is, and knows by itself when it is trained",
            "net([1, 2])", see: "Network"),
        OtherWay(
            "PyTorch `detach`, `item`, `cuda`, `cpu`, `device`, `numpy`, Keras `GradientTape.stop_gradient`",
            "answers are plain numbers, to be used as they are", "net([1, 2])[0]", see: "Network"),
        OtherWay(
            "PyTorch `manual_seed`, Keras `set_random_seed`, NumPy `random.seed`, TensorFlow `set_seed`",
            "whatever draws has its own seed, which is 1 unless another is given", "Network(inputs: 2, seed: 7) { Dense(1) }",
            see: "Network"),
        OtherWay(
            "PyTorch `tensor`, `Tensor`, `from_numpy`, NumPy `array`, `ndarray`, `asarray`, TensorFlow `convert_to_tensor`",
            "numbers, vectors and matrices are lists", "[[0.5, -0.3], [0.1, 0.2]]", see: "data"),
        OtherWay(
            "Keras `plot_model`, PyTorch `make_dot`", "a network is drawn as its diagram", "show(net.diagram)",
            see: "Network.diagram"),
        OtherWay(
            "Matplotlib `plt`, `pyplot`, `matplotlib`, seaborn `sns`", "curves, data and borders are drawn by one function",
            "plot([0.9, 0.5, 0.2], y: \"loss\")", see: "plot"),
        OtherWay(
            "scikit-learn `load_iris`, `load_digits`, `fetch_openml`, Keras `load_data`, `mnist`, pandas `read_csv`",
            "data are read from a file beside the lesson", "Dataset(contentsOf: \"data/iris.csv\", target: \"species\")",
            see: "Dataset"),
        OtherWay(
            "scikit-learn `fit_transform`, `transform`", "data are scaled by themselves, others like them",
            "data.standardized(like: data)", see: "Dataset.standardized"),
        OtherWay(
            "NumPy `argmax`, PyTorch `argmax`", "which number is the largest is asked of the list",
            "net([1, 2]).indices.max { net([1, 2])[$0] < net([1, 2])[$1] }", see: "Network"),
    ]
}
