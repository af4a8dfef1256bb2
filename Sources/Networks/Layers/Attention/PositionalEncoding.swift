import Foundation

/// Adds to every position a pattern that tells where it stands, since attention by itself doesn't know:
///
///     P(t, 2k) = sin(t / 10000^(2k/d))    P(t, 2k+1) = cos(t / 10000^(2k/d))
///
/// for positions t and features counted from 0, of d. Shape in = shape out, `[time, features]`; nothing is learned.
/// A. Vaswani et al., *Attention is all you need*, NeurIPS 2017. Some programs put all sines before all cosines.
///
/// - SeeAlso: Keras `keras_hub.layers.SinePositionEncoding`
/// - Example: `Network(inputs: [steps, inputs]) { PositionalEncoding() }`
public struct PositionalEncoding: Layer {
    /// 10000 in the paper.
    public let base: Double
    /// What is added, position by position; empty until connected.
    public private(set) var pattern: [Double] = []
    /// d, how many numbers belong to one position.
    public private(set) var features = 1

    /// The pattern of sines and cosines with wavelengths from 2π to `base` · 2π.
    public init(base: Double = 10000) {
        self.base = base
    }

    public var name: String { "PositionalEncoding" }

    public func connected(to inputs: Shape, drawingFrom generator: inout SplitMix64) throws -> PositionalEncoding {
        guard inputs.rank == 2 else {
            throw ShapeError(
                "PositionalEncoding takes a sequence, time×features, but is given \(inputs); "
                    + "give the network inputs of such a shape, [steps, features]")
        }
        var layer = self
        layer.features = inputs.features
        layer.pattern = Self.pattern(steps: inputs.dimensions[0], features: inputs.features, base: base).flatMap { $0 }
        return layer
    }

    /// The pattern by itself, one row for each position. Sizes below 0 or beyond all memory end the lesson at this call.
    public static func pattern(
        steps: Int, features: Int, base: Double = 10000, file: StaticString = #filePath, line: UInt = #line,
        column: UInt = #column
    ) -> [[Double]] {
        stopping(file: file, line: line, column: column) { try Shape.check(rows: steps, columns: features) }
        return (0..<steps).map { t in
            (0..<features).map { k in
                let angle = Double(t) / pow(base, Double(k - k % 2) / Double(features))
                return k.isMultiple(of: 2) ? sin(angle) : cos(angle)
            }
        }
    }

    /// What comes out when `input`, one sample, goes in.
    public func forward(_ input: [Double]) -> [Double] { zip(input, pattern).map { $0 + $1 } }

    public func backward(
        input: [Double], output: [Double], gradient: [Double]
    ) -> (input: [Double], parameters: [[Double]]) { (gradient, []) }
}
