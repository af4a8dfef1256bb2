import Networks

/// An activation of Lectern's own that is one formula in scalars: value, derivatives, notation and complex step follow from it.
protocol WrittenActivation: UnrollableActivation, GraphLayer {}

extension WrittenActivation {
    var isLevel: Bool { false }

    func unroll(_ inputs: [Int], into unrolling: inout Unrolling) -> [Int] {
        let results = unrolling.applied(self, to: inputs)
        unrolling.nameOutputs(results)
        return results
    }
}

extension HardTanh: WrittenActivation {
    public func unrolled(_ z: Scalar) -> Scalar { max(minimum, min(maximum, z)) }
}

extension HardSwish: WrittenActivation {
    public func unrolled(_ z: Scalar) -> Scalar { z * max(0, min(1, z / 6 + 0.5)) }
}

extension CELU: WrittenActivation {
    public func unrolled(_ z: Scalar) -> Scalar { z.value > 0 ? z : alpha * (exp(z / alpha) - 1) }
}

extension Mish: WrittenActivation {
    public func unrolled(_ z: Scalar) -> Scalar { z * tanh(softplus(z)) }
}

extension Softsign: WrittenActivation {
    public func unrolled(_ z: Scalar) -> Scalar { z / (1 + abs(z)) }
}

extension LogSigmoid: WrittenActivation {
    public func unrolled(_ z: Scalar) -> Scalar { -softplus(-z) }
}

extension Squareplus: WrittenActivation {
    public func unrolled(_ z: Scalar) -> Scalar { 0.5 * (z + sqrt(pow(z, 2) + b)) }
}

extension Tanhshrink: WrittenActivation {
    public func unrolled(_ z: Scalar) -> Scalar { z - tanh(z) }
}

extension Softshrink: WrittenActivation {
    public func unrolled(_ z: Scalar) -> Scalar { max(0, z - lambda) + min(0, z + lambda) }
}

extension HardSigmoid: KnownActivation { var function: ScalarFunction { .hardSigmoid(slope: slope) } }
extension SELU: KnownActivation { var function: ScalarFunction { .selu } }
extension Heaviside: KnownActivation { var function: ScalarFunction { .stepPretending(pretendedSlope) } }
