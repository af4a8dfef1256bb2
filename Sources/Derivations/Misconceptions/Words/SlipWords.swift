import Exhibits

/// What is said of slips, in the page's language. `#` and `##` stand for what a sentence is about, in order.
package struct SlipWords: TranslatedWords, Sendable {
    var leftOut = "left out: #"
    var otherSign = "the other sign of #"
    var partOf = "# in ##"
    var biasIn = "the bias # in ##"
    var factorOf = "the factor # left out of ##"
    var notDivided = "not divided by # in ##"
    var lostMinus = "the minus in # lost"
    var power = "the power in # left out"
    var logarithm = "log to the base # instead of the natural one"
    var functionOf = "the function left out of #"
    var chainFactor = "the factor # of the chain rule left out"
    var way = "the way through # in the sum over all ways"
    var takenAs = "# taken as ##"
    var sumForOutput = "z(1 − z) with the sum instead of the output"
    var sumForOutputOfTanh = "1 − z² with the sum instead of the output"
    var slopeOfTanh = "1 − a², the slope of tanh"
    var slopeOfSigmoid = "a(1 − a), the slope of the sigmoid"
    var exchanged = "# and ## exchanged"
    var nameless = "an intermediate result"
    var allBiases = "all biases left out"
    var oneBias = "the bias left out"
    var activationIn = "the activation function left out in #"
    var activations = "the activation functions left out"
    var oneLayer = "one layer"
    var inLayer = "in #"
    var everywhere = "everywhere"
    var slopeLeftOut = "the slope of the activation function left out #"
    var sigmaSum = "σ′ taken as z(1 − z), with the sum instead of the output, #"
    var sigmaOneMinus = "σ′ taken as 1 − a #"
    var sigmaOutput = "σ′ taken as a #"
    var sigmaTanh = "σ′ taken as 1 − a², the slope of tanh, #"
    var tanhSum = "tanh′ taken as 1 − z², with the sum instead of the output, #"
    var tanhOneMinus = "tanh′ taken as 1 − a #"
    var tanhSigma = "tanh′ taken as a(1 − a), the slope of σ, #"
    var errorsNotBack = "the errors of the next layer not carried back through the weights"
    var kernel = "the kernel not turned round on the way back"
    var updatedWeights = "the error passed back through weights that were updated already"
    var uphill = "the step goes uphill, # + η·∂E/∂#"
    var noRate = "the rate left out, # − ∂E/∂#"
    var stepAlone = "the step alone, η·∂E/∂#"
    var gradientAlone = "the gradient alone, ∂E/∂#"
    var twiceGradient = "a step along twice the gradient, as of a loss without ½"
    var halfGradient = "a step along half the gradient"
    var signTurned = "the sign turned round"
    var twice = "twice the number, as of a loss without ½"
    var half = "half the number, ½ applied once more"
    var halfOrMean = "half the number, ½ applied once more or a mean over 2 for the sum"
    var mean = "a mean over # for the sum"
    var sum = "the sum for a mean over #"

    package init() {}

    /// A sentence about these.
    func said(_ sentence: KeyPath<SlipWords, String>, _ first: String, _ second: String = "") -> String {
        Self.said(self[keyPath: sentence], first, second)
    }
}
