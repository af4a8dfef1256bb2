/// Networks hold one row of weights for each unit, a plan one for each input: a unit is then a column, and columns are lanes.
extension FlatNetwork {
    /// Takes over the parameters of a network of the same shape.
    func load(_ network: Network) {
        let flat = network.flatParameters
        for (place, index) in flatPlaces().enumerated() { parameters[place] = flat[index] }
    }

    /// The network with the plan's parameters.
    func network(like network: Network) -> Network {
        var flat = [Double](repeating: 0, count: parameterCount)
        for (place, index) in flatPlaces().enumerated() { flat[index] = parameters[place] }
        return network.replacing(flat: flat)
    }

    /// For each place in the plan's parameters, the place of the same number in `Network.flatParameters`.
    func flatPlaces() -> [Int] {
        var places = Array(0..<parameterCount)
        for stage in stages {
            for matrix in stage.matrices {
                for input in 0..<matrix.inputs {
                    for unit in 0..<matrix.units {
                        places[matrix.start + input * matrix.units + unit] = matrix.start + unit * matrix.inputs + input
                    }
                }
            }
        }
        return places
    }
}

extension Stage {
    /// All weights that stand as one row for each unit in the network: where they begin, and how many go into how many units.
    var matrices: [(start: Int, inputs: Int, units: Int)] {
        guard kind == .dense || kind == .convolution || kind == .recurrent else { return [] }
        guard let recurrence = recurrence?.pointee else { return [(weights, width, units)] }
        return [(weights, width, units), (recurrence.recurrent, recurrence.units, units)]
    }
}
