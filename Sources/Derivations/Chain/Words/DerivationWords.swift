import Exhibits

/// What derivations and the tables of both passes say, in the page's language. A `#` stands for what a sentence is about, in order.
struct DerivationWords: TranslatedWords, Sendable {
    var usedInPlaces = "# is used in # places. Each is a way to #, and their effects add up."
    var change = "A change of # changes #"
    var whichChanges = ", which changes #"
    var direct = "# enters # directly."
    var links = "The chain rule multiplies the slopes of these links."
    var forks = "From there the way forks: through #. The effects of the # ways add up in the first factor."
    var result = "So the result is"
    var product = "The product of the factors is the gradient."
    var itself = "A quantity changes exactly as fast as itself."
    var noWay = "It has no way to the result."
    var firstStep = "The optimiser's first step:"
    var firstStepFromZero = "The optimiser's first step, from moments that start at 0:"
    var descent = "A step against the gradient, scaled by the learning rate, makes the error smaller."
    var slope = "This is the slope of # at this point."
    var softmaxOwn = "Softmax grows with its own input like the sigmoid: output times one minus output."
    var softmaxOther = "Softmax shares out 1: what another input gains, this output loses in proportion to both."
    var factors = "In a product, the slope by one factor is the other factor."
    var terms = "A sum grows exactly as fast as each of its terms."
    var notLargest = "Another number is larger, so a change of this one isn't felt."
    var largest = "The maximum follows the largest number alone: slope 1."
    var halfSquare = "The error is a half square, so its slope is the plain difference, output minus target."
    var mean = "A mean passes on a share of each change."
    var constant = "It enters with a constant factor."
    var givenSlope = "This gradient comes from what follows; it was given."
    var upper = "This is the slope of the upper formula, when only the quantity below the line changes."
    var bias = "The bias is added as it is, so the sum grows exactly as fast."
    var weight = "The sum grows with a weight as fast as the number that the weight multiplies."
    var throughWeight = "The sum passes a change on through the weight that multiplies it."
    var sigmoid = "The slope of the sigmoid can be written with its own output: output times one minus output."
    var tanh = "The slope of tanh can be written with its own output: one minus its square."
    var reluOn = "ReLU lets a positive number through unchanged: slope 1."
    var reluOff = "ReLU cuts off what is not positive: slope 0, and nothing comes back this way."
    var positive = "A positive number goes through unchanged: slope 1."
    var belowZero = "Below zero the slope is #."
    var exponential = "The exponential is its own slope."
    var logarithm = "The slope of the logarithm is one over its argument."
    var identity = "A linear unit passes changes on unchanged."
    var softplus = "The slope of softplus is the sigmoid."
    var cancellation =
        "The slopes of the cross-entropy and of the activation before it cancel: output minus target is all that remains."
    var saturated = "The gradient is small because this neuron is saturated: far from zero the curve is almost flat."
    var off =
        "The gradient is zero because this neuron is off: its sum is not positive, so no change of the weight is felt."
    var at = "at"
    var gradientOf = "The gradient of #, which every way from there back reuses."
    var wayBack = "Each way brings back the gradient of where it leads, times the slope of that step. The ways add up."
    var wayBackIdle =
        "Each way brings back the gradient of where it leads, times the slope of that step. The ways add up; those that bring 0 are left out of the numbers."
    var withNumbers = "With numbers:"
    var quantity = "Quantity"
    var formula = "Formula"
    var numbers = "With numbers"
    var value = "Value"
    var comingBack = "Coming back"
    var gradient = "Gradient"
    var parameter = "Parameter"
    var engine = "Engine"
    var scalarGraph = "Scalar graph"
    var centralDifference = "Central difference"
    var updated = "Updated"
    var slopeOf = "This is the slope of # at this point."
    var namedGradientsFirst = "First the gradients of the #, which every way from there back reuses."
    var namedGradientsNext = "Then the gradients of the #."
    var layer = "layer"
    var meanSize = "mean size"
    var oneLayer = "There is only one layer of neurons."
    var deltaChange = "From layer # back to layer # the mean delta changes from # to #"
    var vanishes = ": the gradient vanishes."
    var explodes = ": the gradient explodes."
    var meanOf = "mean"
    var layerTitle = "Layer"
    var exact = "Exact"
    var byHand = "By hand"
    var drift = "Drift"
    var step = "Step #:"

    init() {}

    /// A sentence with its gaps filled from left to right; what stands in the gaps is not looked at.
    static func filled(_ sentence: String, _ parts: [String]) -> String {
        let pieces = sentence.split(separator: "#", omittingEmptySubsequences: false)
        return pieces.indices.reduce(into: "") { text, index in
            text += pieces[index]
            if index < pieces.count - 1, index < parts.count { text += parts[index] }
        }
    }
}
