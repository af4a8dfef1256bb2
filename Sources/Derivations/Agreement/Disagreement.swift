import Networks

/// The scalar graph and the engine have come to different numbers: nothing of what they say may be printed.
struct Disagreement: Error, CustomStringConvertible {
    /// What the number is, in words: `∂E_total/∂w1`, `the loss`.
    let quantity: String
    let engine: Double
    let graph: Double
    /// Parts of the network that the lesson defined itself.
    let ownParts: [String]

    var description: String {
        if graph.isNaN, !engine.isNaN {
            return
                "\(quantity) can't be derived step by step: on the way stands a number too small or too large for the machine, "
                + "such as an answer that is 0 to the last bit (the engine, which takes the last layer and the loss together, "
                + "computes \(engine)); derive it for a sample whose answer is less extreme"
        }
        let found =
            "the engine and the scalar graph disagree on \(quantity): the engine computes \(engine), the graph \(graph); "
        guard !ownParts.isEmpty else { return found + "this is a defect of Lectern, please report it" }
        return found
            + "see whether the values, the derivatives and, where one is given, the formula in scalars "
            + "that \(ownParts.joined(separator: ", ")) states are those of one function"
    }
}

/// An activation of the lesson's own whose stated slope isn't that of its values.
struct WrongSlope: Error, CustomStringConvertible {
    let name: String
    let z: Double
    let stated: Double
    let measured: Double

    var description: String {
        "the activation \(name) states the slope \(stated) at z = \(z), but its values change at a rate of \(measured) there; "
            + "correct its slope(at:output:)"
    }
}
