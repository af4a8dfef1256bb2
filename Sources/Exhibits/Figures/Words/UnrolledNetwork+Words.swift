extension UnrolledNetwork {
    /// What the drawing shows, in a few words.
    public var headline: String { "Recurrent network unrolled over \(steps.count) \(steps.count == 1 ? "step" : "steps")" }

    /// The picture in words: input, state, gradient and output of each step, of the first ten where there are more.
    public var words: String {
        func list(_ values: [Double]) -> String { values.map { ReadableNumber.text($0) }.joined(separator: ", ") }
        let shown = steps.prefix(10).enumerated().map { index, step in
            let gradient = step.gradient.isEmpty ? "" : " with gradient \(list(step.gradient))"
            let output = step.output.isEmpty ? "" : ", output \(list(step.output))"
            return "Step \(index + 1): input \(list(step.input)), state \(list(step.state))\(gradient)\(output)."
        }
        let more = steps.count > 10 ? ["And \(steps.count - 10) more steps."] : []
        return (["\(title ?? headline)."] + shown + more).joined(separator: " ")
    }
}
