/// What notes may mean by their indices and signs: learnt from what makes most of their numbers true, or said by their author.
public struct Conventions: Hashable, Sendable {
    /// What an author can say in the audit file.
    public enum Choice: String, CaseIterable, Sendable {
        case inputsAreLayer0 = "inputs-are-layer-0"
        case inputsAreLayer1 = "inputs-are-layer-1"
        case firstWeightsAreLayer1 = "first-weights-are-layer-1"
        case firstWeightsAreLayer2 = "first-weights-are-layer-2"
        case weightsFromTo = "weights-from-to"
        case weightsToFrom = "weights-to-from"
        case deltaIsGradient = "delta-is-gradient"
        case deltaIsMinusGradient = "delta-is-minus-gradient"
        case countsOnThroughLayers = "counts-on-through-layers"
        case countsInEachLayer = "counts-in-each-layer"

        /// In words, for a report.
        public var words: String {
            switch self {
            case .inputsAreLayer0: "the inputs are layer 0"
            case .inputsAreLayer1: "the inputs are layer 1"
            case .firstWeightsAreLayer1: "the first weights belong to layer 1"
            case .firstWeightsAreLayer2: "the first weights belong to layer 2"
            case .weightsFromTo: "w_ij leads from unit i to unit j"
            case .weightsToFrom: "w_ij leads to unit i from unit j"
            case .deltaIsGradient: "δ is the gradient by the weighted sum"
            case .deltaIsMinusGradient: "δ is minus the gradient by the weighted sum"
            case .countsOnThroughLayers: "a single index counts on from layer to layer"
            case .countsInEachLayer: "a single index begins again in each layer"
            }
        }
    }

    /// How much larger a layer's number in the notes is than its level.
    var unitOffset = 0
    var weightOffset = 0
    var weightsLeadFromTo = true
    var deltaSign = 1.0
    var countsOn = true

    var choices: [Choice] {
        [
            unitOffset == 0 ? .inputsAreLayer0 : .inputsAreLayer1,
            weightOffset == 0 ? .firstWeightsAreLayer1 : .firstWeightsAreLayer2,
            weightsLeadFromTo ? .weightsFromTo : .weightsToFrom,
            deltaSign > 0 ? .deltaIsGradient : .deltaIsMinusGradient,
            countsOn ? .countsOnThroughLayers : .countsInEachLayer,
        ]
    }

    /// Whether some convention has all of these.
    public static func areTogether(_ said: Set<Choice>) -> Bool { !all(where: said).isEmpty }

    /// All that there are, the usual ones first, without those that contradict what the author says.
    static func all(where said: Set<Choice>) -> [Conventions] {
        var all: [Conventions] = []
        for unitOffset in [0, 1] {
            for weightOffset in [0, 1] {
                for leads in [true, false] {
                    for sign in [1.0, -1.0] {
                        for counts in [true, false] {
                            all.append(
                                Conventions(
                                    unitOffset: unitOffset, weightOffset: weightOffset, weightsLeadFromTo: leads,
                                    deltaSign: sign,
                                    countsOn: counts))
                        }
                    }
                }
            }
        }
        return all.filter { said.isSubset(of: Set($0.choices)) }
    }
}
