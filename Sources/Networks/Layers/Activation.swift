/// A layer that applies one function to each number by itself. A lesson defines its own with these two functions.
public protocol Activation: Layer {
    /// f(z)
    func value(at z: Double) -> Double
    /// f′(z); `output` is f(z), which some derivatives are easily written with.
    func slope(at z: Double, output: Double) -> Double
}

extension Activation {
    public var name: String { "\(Self.self)" }

    /// f applied to each number of `input`.
    public func forward(_ input: [Double]) -> [Double] { input.map(value(at:)) }

    public func backward(
        input: [Double], output: [Double], gradient: [Double]
    ) -> (input: [Double], parameters: [[Double]]) {
        (input.indices.map { gradient[$0] * slope(at: input[$0], output: output[$0]) }, [])
    }
}
