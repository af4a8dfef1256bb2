import Testing

@testable import Reference

/// A documentation comment falls into the parts that DocC names.
struct DocCommentTests {
    @Test func `summary, discussion, formula, parameters, result and errors are told apart`() {
        let comment = DocComment(lines: [
            "The mean of squares,", "over all entries.", "", "Often halved.", "", "    L = 1/n Σ d²", "",
            "- Parameter x: what is", "  squared.", "- Parameters:", "  - y: another", "- Returns: a number.",
            "- Throws: `ShapeError` where", "  shapes differ.",
        ])
        #expect(comment.summary == "The mean of squares, over all entries.")
        #expect(comment.discussion == ["Often halved.", "", "    L = 1/n Σ d²"])
        #expect(comment.parameters.map(\.name) == ["x", "y"])
        #expect(comment.parameters.map(\.text) == ["what is squared.", "another"])
        #expect(comment.returns == "a number.")
        #expect(comment.throws == "`ShapeError` where shapes differ.")
    }

    @Test func `names of other libraries follow their library`() {
        let comment = DocComment(lines: [
            "Dense.", "", "- SeeAlso: Keras `layers.Dense`, PyTorch `nn.Linear` and `F.linear`,", "  scikit-learn none.",
        ])
        #expect(
            comment.elsewhere.map { "\($0.library) \($0.name)" } == [
                "Keras layers.Dense", "PyTorch nn.Linear", "PyTorch F.linear",
            ])
    }

    @Test(arguments: [[], [""], ["", ""], ["- Parameter"], ["- Returns:"], ["- SeeAlso: `x`"], ["    code only"]])
    func `no comment is too short or too strange`(lines: [String]) { _ = DocComment(lines: lines) }
}
