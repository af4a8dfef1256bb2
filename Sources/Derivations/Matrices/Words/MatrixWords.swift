import Exhibits

/// What passes in matrices say, in the page's language. `#` and `##` stand for what a sentence is about.
struct MatrixWords: TranslatedWords, Sendable {
    var title = "Forward and backward pass in matrices"
    var batchTitle = "Forward and backward pass of # samples in matrices"
    var noProduct = "No layer of this network is a product of a matrix and a vector."
    var noBatchProduct = "No layer of this network is a product of two matrices."
    var forward = "Forward through layer #: all weighted sums at once, then the activation of each."
    var batchForward = "Forward through layer #, one row for each sample:"
    var before = "Before layer # stands ##, which is no matrix product."
    var sharedBias = "The shared bias collects all deltas."
    var back = "Back to layer #: the next layer's deltas return through its weights, times the slope of the activation."
    var batchBack = "Back to layer #: the deltas return through the weights of layer ##."
    var atLast = "At the last layer: the slope of the loss, times the slope of the activation."
    var atLastGiven = "At the last layer: the given slope, times the slope of the activation."
    var batchAtLast = "At the last layer: the slope of the mean loss, times the slope of the activation, row by row."
    var through = "At layer #: what comes back through ##, times the slope of the activation."
    var and = "and"

    init() {}

    /// Names in a row: `LayerNorm`, `Conv2D and Flatten`.
    func listed(_ names: [String], comma: String) -> String {
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        return names.dropLast().joined(separator: comma) + " \(and) " + last
    }
}
