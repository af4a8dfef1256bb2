import Networks

/// A method that says its formula in scalars, so that a derivation's update shows every line of it: for a lesson's own beside
/// `UpdateMethod`, apart from the engine's numbers.
///
/// Name what is remembered, `.named("m_\(t)")`: it becomes a line of its own.
public protocol ScalarUpdateMethod: UpdateMethod {
    /// The new number in scalars, for derivations: the same step as `updated(_:along:moments:step:rate:)`, with names for what
    /// is remembered.
    func unrolled(_ w: Scalar, along g: Scalar, moments: inout ScalarMoments, step t: Int, rate: Scalar) -> Scalar
}

/// What an optimiser remembers of one number, as scalars.
public struct ScalarMoments: Sendable {
    /// The first number remembered, as m of Adam.
    public var first: Scalar
    /// The second number remembered, as v of Adam.
    public var second: Scalar
    /// The third number remembered, where a method has one.
    public var third: Scalar
}

extension UpdateRule.State {
    /// One step by a method's formula, or, where it has none, by its numbers.
    static func moved(
        _ old: Scalar, along g: Scalar, by method: any UpdateMethod, _ moments: inout Moments, step t: Int, rate: Scalar
    ) -> Scalar {
        guard let method = method as? any ScalarUpdateMethod else { return opaque(old, g, method, &moments, t, rate.value) }
        let names = method.letters.map { "\($0)_\(t - 1)" }
        var scalars = ScalarMoments(
            first: Scalar(names[0], moments.first), second: Scalar(names[1], moments.second),
            third: Scalar(names[2], moments.third))
        let new = method.unrolled(old, along: g, moments: &scalars, step: t, rate: rate)
        moments = Moments(
            first: scalars.first.value, second: scalars.second.value, third: scalars.third.value)
        return new
    }

    private static func opaque(
        _ old: Scalar, _ g: Scalar, _ method: some UpdateMethod, _ moments: inout Moments, _ t: Int, _ rate: Double
    ) -> Scalar {
        let before = moments
        let function = OpaqueFunction(name: method.name) { x in
            var moments = before
            return method.updated(x[0], along: x[1], moments: &moments, step: t, rate: rate)
        }
        _ = method.updated(old.value, along: g.value, moments: &moments, step: t, rate: rate)
        return Scalar(.opaque(function), [old, g])
    }
}

extension ScalarUpdateMethod {
    /// What the three numbers are called.
    var letters: [String] {
        switch self {
        case is AveragedMomentum, is NesterovVelocity: ["v", "s", "r"]
        case is AdaDelta: ["d", "s", "r"]
        case is AdaMax: ["m", "u", "r"]
        case is NAdam: ["m", "v", "Pi"]
        default: ["m", "v", "vmax"]
        }
    }
}
