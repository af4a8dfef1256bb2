extension Bidirectional {
    /// What comes out when `input`, one sample, goes in.
    public func forward(_ input: [Double]) -> [Double] {
        let forward = there.forward(input)
        let backward = turned(back.forward(turned(input, back.stack.inputs)), back.units)
        guard merging == .concatenated else { return zip(forward, backward).map { $0 + $1 } }
        return zip(forward.rows(of: there.units), backward.rows(of: back.units)).flatMap { $0 + $1 }
    }

    public func backward(
        input: [Double], output: [Double], gradient: [Double]
    ) -> (input: [Double], parameters: [[Double]]) {
        let slopes = apart(gradient)
        let forward = there.backward(input: input, output: [], gradient: slopes.there)
        let backward = back.backward(input: turned(input, back.stack.inputs), output: [], gradient: slopes.back)
        let both = zip(forward.input, turned(backward.input, back.stack.inputs)).map { $0 + $1 }
        return (both, forward.parameters + backward.parameters)
    }

    /// What comes back to each direction, in the order of its own steps.
    private func apart(_ gradient: [Double]) -> (there: [Double], back: [Double]) {
        guard merging == .concatenated else { return (gradient, turned(gradient, back.units)) }
        let rows = gradient.rows(of: there.units + back.units)
        return (
            rows.flatMap { $0.prefix(there.units) }, turned(rows.flatMap { $0.suffix(back.units) }, back.units)
        )
    }

    /// The steps in the other order.
    private func turned(_ numbers: [Double], _ width: Int) -> [Double] { numbers.rows(of: width).reversed().flatMap(\.self) }
}

extension Bidirectional: StartedLayer {
    func startSlopes(_ input: [Double], _ gradient: [Double]) -> [RecurrentState] {
        let slopes = apart(gradient)
        return there.startSlopes(input, slopes.there) + back.startSlopes(turned(input, back.stack.inputs), slopes.back)
    }
}
