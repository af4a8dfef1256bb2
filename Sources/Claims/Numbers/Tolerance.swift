/// How far the computed value may lie from the written one.
public enum Tolerance: Codable, Hashable, Sendable {
    /// Half a unit of the last digit written: what rounding allows.
    case digits
    /// `± 0.01`: an absolute amount.
    case absolute(Double)
    /// `± 1 %` or `± 1e-6 rel`: a share of the written number.
    case relative(Double)
    /// `± 4 ulp`: so many steps of double precision at the written number.
    case ulps(Int)
}
