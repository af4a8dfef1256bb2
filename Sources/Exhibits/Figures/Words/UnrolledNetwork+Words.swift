extension UnrolledNetwork {
    /// What the drawing shows, in a few words.
    public var headline: String {
        AlternativeWords.current.unrolled.said(steps.count)
    }

    /// The picture in words: input, state, gradient and output of each step, of the first ten where there are more.
    public var words: String {
        let say = AlternativeWords.current
        func list(_ values: [Double]) -> String {
            values.map { ReadableNumber.text($0) }.joined(separator: PageStyle.current.language.comma)
        }
        let shown = steps.prefix(10).enumerated().map { index, step in
            let gradient = step.gradient.isEmpty ? "" : AlternativeWords.said(say.stateGradient, list(step.gradient))
            let output = step.output.isEmpty ? "" : AlternativeWords.said(say.output, list(step.output))
            return AlternativeWords.said(say.step, "\(index + 1)", list(step.input), list(step.state)) + gradient + output + "."
        }
        let left = steps.count - 10
        let more = left < 1 ? [] : [say.moreSteps.said(left)]
        return (["\(title ?? headline)."] + shown + more).joined(separator: " ")
    }
}
