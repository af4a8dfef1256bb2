/// How far the computed value may lie from the written one, where that is more than the digits allow.
public enum Tolerance: Codable, Hashable, Sendable {
    /// Half a unit of the last digit written: what rounding allows.
    case digits
    /// `± 0.01`: an absolute amount.
    case absolute(Double)
    /// `± 1 %` or `± 1e-6 rel`: a share of the written number.
    case relative(Double)
    /// `± 4 ulp`: so many steps of the format it was computed in.
    case ulps(Int)
}
