extension Sequential {
    /// The input and then every layer's output.
    func passed(_ input: [Double]) -> [[Double]] {
        var passed = [input]
        for layer in layers { passed.append(layer.forward(passed[passed.count - 1])) }
        return passed
    }

    /// The way back of one sample: ∂loss/∂activation, parallel to what was `passed`, and the gradients of each layer.
    ///
    /// - Parameter slope: ∂loss/∂input of the last layer, where it is known better than by that layer's own way back.
    func walkBack(
        _ passed: [[Double]], _ gradient: [Double], insteadOfLast slope: [Double]? = nil
    ) -> (slopes: [[Double]], gradients: [[[Double]]]) {
        var slopes = [gradient]
        var gradients: [[[Double]]] = []
        for (index, layer) in layers.enumerated().reversed() {
            if index == layers.count - 1, let slope {
                gradients.append([])
                slopes.append(slope)
                continue
            }
            let found = layer.backward(
                input: passed[index], output: passed[index + 1], gradient: slopes[slopes.count - 1])
            gradients.append(found.parameters)
            slopes.append(found.input)
        }
        return (slopes.reversed(), gradients.reversed())
    }

    /// A batch in training: the inputs and then every layer's outputs, with each layer's way back.
    func trainingPasses(
        over batch: [[Double]], drawingFrom generator: inout SplitMix64
    ) -> (passed: [[[Double]]], passes: [LayerPass]) {
        var passed = [batch]
        var passes: [LayerPass] = []
        for layer in layers {
            let pass = layer.passInTraining(over: passed[passed.count - 1], drawingFrom: &generator)
            passes.append(pass)
            passed.append(pass.outputs)
        }
        return (passed, passes)
    }

    /// The way back of a batch, parallel to what was passed: slopes of every sample, gradients summed over the samples.
    static func walkBack(
        _ passes: [LayerPass], _ gradients: [[Double]], insteadOfLast slope: [[Double]]? = nil
    ) -> (slopes: [[[Double]]], gradients: [[[Double]]]) {
        var slopes = [gradients]
        var sums: [[[Double]]] = []
        for (index, pass) in passes.enumerated().reversed() {
            if index == passes.count - 1, let slope {
                sums.append([])
                slopes.append(slope)
                continue
            }
            let found = pass.backward(slopes[slopes.count - 1])
            sums.append(found.parameters)
            slopes.append(found.inputs)
        }
        return (slopes.reversed(), sums.reversed())
    }
}
