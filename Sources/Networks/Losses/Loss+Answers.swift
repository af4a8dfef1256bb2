/// The answers that a loss has a value for, where its formula takes a logarithm or a broken power.
package struct AnswerRange: Sendable {
    let numbers: ClosedRange<Double>
    /// `between 0 and 1`
    let words: String
    /// A layer whose answers are such numbers.
    let layer: String

    package static let chance = AnswerRange(numbers: 0...1, words: "between 0 and 1", layer: "Sigmoid()")
    package static let share = AnswerRange(numbers: 0 ... .infinity, words: "of 0 or more", layer: "Softmax()")

    package static let count = AnswerRange(numbers: 0 ... .infinity, words: "of 0 or more", layer: "Softplus()")
    package static let growth = AnswerRange(numbers: -1 ... .infinity, words: "above −1", layer: "Softplus()")
}

extension Loss {
    /// Nil where any number is an answer, and for a lesson's own.
    var answers: AnswerRange? {
        switch form?.kind {
        case .binaryCrossEntropy: .chance
        case .categoricalCrossEntropy, .kullbackLeiblerDivergence: .share
        case nil: formula?.answers
        default: nil
        }
    }

    /// Throws where the loss of an answer is no number since the loss has none for such an answer.
    func check(_ value: Double, of output: [Double], _ sample: String) throws {
        guard value.isNaN, let answers, let place = output.firstIndex(where: { !$0.isNaN && !answers.numbers.contains($0) })
        else { return }
        throw ArgumentError(
            "the loss of \(sample) is not a number: \(name) takes answers \(answers.words), but output \(place + 1) is "
                + "\(output[place]); end the network with \(answers.layer), or take another loss")
    }

    /// The same for every sample of some data.
    func checkAnswers(of network: Network, on data: Dataset) throws {
        guard answers != nil else { return }
        let objective = network.objective(self)
        for (index, sample) in data.samples.enumerated() {
            let passed = network.passed(sample.input)
            try check(objective.value(passed, sample.target), of: passed[network.layers.count], "sample \(index + 1)")
        }
    }
}
