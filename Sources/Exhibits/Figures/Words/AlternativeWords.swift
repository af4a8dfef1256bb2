/// What figures are called and say in words to readers who don't see them, in the page's language. `#`, `##` and so on stand for
/// what a text is about.
package struct AlternativeWords: TranslatedWords, Sendable {
    package var emptyGraph = "An empty computation graph."
    package var result = "the result"
    package var withGradient = ", gradient #"
    package var graphInputs = " Inputs: #."
    package var graph = "Graph of # nodes that computes ## = ###."
    package var graphOfGiven = "Graph of # nodes, with the gradients of ##, which were given for the last of them."
    package var networkDiagram = "Network diagram: #"
    package var computationGraph = "Computation graph"
    package var computationGraphOf = "Computation graph of #"
    package var linePlot = "Line plot of # over ##"
    package var values = "values"
    package var logarithmic = ", with a logarithmic axis"
    package var moreCurves = CountedWords(.english, one: "And 1 more curve.", other: "And # more curves.")
    package var curve = "the curve"
    package var undrawnValues = CountedWords(
        .english, one: "; 1 value is not finite and not drawn", other: "; # values are not finite and not drawn")
    package var noValues = "# has no values to show"
    package var isAt = "# is ## at ###"
    package var units = "units"
    package var over = "over # ##"
    package var stays = "# stays at ## ###"
    package var goes = "# goes from ## to ### ####"
    package var minimum = "; its minimum is # at ##"
    package var band = "; its band ends at # to ##"
    package var maximum = "; its maximum is # at ##"
    package var startsAndEnds = "# starts and ends at ## ###"
    package var falls = "# falls from ## to ### ####"
    package var rises = "# rises from ## to ### ####"
    package var matrix = "Matrix of # and ##"
    package var rows = CountedWords(.english, one: "1 row", other: "# rows")
    package var columns = CountedWords(.english, one: "1 column", other: "# columns")
    package var row = "row #"
    package var noEntries = "# without finite entries."
    package var entries = "#, entries from ## to ###."
    package var picture = "A picture"
    package var pictures = "# pictures"
    package var pixels = "# of ## pixels"
    package var histogram = "Histogram of #"
    package var by = "# by ##"
    package var bars = CountedWords(.english, one: "1 bar", other: "# bars")
    package var highest = ", the highest, #, at ##"
    package var nothing = "Nothing to show."
    package var network = "A # network."
    package var weights = " Weights: #."
    package var connections = " # weighted connections."
    package var regions = "Decision regions"
    package var levelLines = "Level lines"
    package var levelLinesAndPaths = "Level lines and paths"
    package var points = "Points of # over ##"
    package var region = "The region of # covers ## % of the area."
    package var surface = "# level lines of a surface between ## and ###."
    package var pointsOf = CountedWords(.english, one: "1 point of ##.", other: "# points of ##.")
    package var path = CountedWords(
        .english, one: "## goes in 1 step from ### to ####.", other: "## goes in # steps from ### to ####.")
    package var ringed = CountedWords(.english, one: "1 point is ringed: ##.", other: "# points are ringed: ##.")
    package var unrolled = CountedWords(
        .english, one: "Recurrent network unrolled over 1 step", other: "Recurrent network unrolled over # steps")
    package var step = "Step #: input ##, state ###"
    package var stateGradient = " with gradient #"
    package var output = ", output #"
    package var moreSteps = CountedWords(.english, one: "And 1 more step.", other: "And # more steps.")
    package var notANumber = "not a number"

    package init() {}
}
