import Networks

/// What makes drawn numbers useless for an exercise.
enum DrawGuard {
    /// The first obstacle in the passes of a value: a pass itself, or what a tuple, a structure or a list holds.
    static func obstacle(in value: Any, depth: Int = 0) -> String? {
        if let pass = value as? BackpropagationPass { return obstacle(in: pass) }
        guard depth < 3, !(value is Network) else { return nil }
        let mirror = Mirror(reflecting: value)
        guard let style = mirror.displayStyle, [.tuple, .struct, .collection, .optional].contains(style) else { return nil }
        return mirror.children.prefix(100).lazy.compactMap { obstacle(in: $0.value, depth: depth + 1) }.first
    }

    private static func obstacle(in pass: BackpropagationPass) -> String? {
        for (index, layer) in pass.network.layers.enumerated() {
            let output = pass.activations[index + 1]
            switch layer {
            case is ReLU where output.contains { $0 <= 0 }: return "a dead ReLU"
            case is Sigmoid where output.contains { 4 * $0 * (1 - $0) < saturation }: return "a saturated sigmoid"
            case is Tanh where output.contains { 1 - $0 * $0 < saturation }: return "a saturated tanh"
            default: break
            }
        }
        let gradients = pass.gradients.flatMap(\.self).flatMap(\.self)
        return gradients.contains { abs($0) < 1e-12 } ? "a gradient of 0" : nil
    }

    /// A slope below this share of the largest.
    private static let saturation = 0.02
}
