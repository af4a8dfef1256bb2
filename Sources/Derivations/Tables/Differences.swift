import Networks

/// Slopes by nudging one parameter at a time and running the engine forward: no calculus involved.
///
/// D(h) = (L(w + h) − L(w − h)) / 2h is off by a multiple of h², so (4 D(h/2) − D(h)) / 3 is off by h⁴ only (Richardson),
/// and with h = 10⁻³ it agrees with a true gradient to about 10 digits. Where a kink lies within h, D(10⁻⁶) is taken as it is.
struct Differences {
    let pass: BackpropagationPass
    private let parameters: [[[Double]]]

    init(_ pass: BackpropagationPass) {
        self.pass = pass
        parameters = pass.network.layers.map { $0.parameters.map(\.values) }
    }

    /// ∂L/∂w of one parameter, by its layer, its array there and its place in that.
    func slope(_ layer: Int, _ index: Int, _ place: Int) -> Double {
        let value = parameters[layer][index][place]
        let scale = max(1, abs(value))
        func central(_ step: Double) -> Double {
            let (up, down) = (value + step * scale, value - step * scale)
            return (loss(layer, index, place, up) - loss(layer, index, place, down)) / (up - down)
        }
        let near = central(1e-6)
        let extrapolated = (4 * central(5e-4) - central(1e-3)) / 3
        return abs(extrapolated - near) <= 1e-7 * max(1, abs(near)) ? extrapolated : near
    }

    private func loss(_ layer: Int, _ index: Int, _ place: Int, _ value: Double) -> Double {
        var nudged = parameters
        nudged[layer][index][place] = value
        return pass.objective(of: pass.network.replacing(parameters: nudged))
    }
}
