import Exhibits
import Networks

/// How large the gradients are at each level of a network, from the last to the first: where they vanish or explode.
public struct GradientTrace: Sendable {
    /// One level of neurons.
    public struct Level: Hashable, Sendable {
        /// The layer, counted from 1 at the input.
        public var number: Int
        /// The mean of |∂L/∂z| over its neurons.
        public var meanDelta: Double
        /// The mean of |f′(z)| over its neurons; 1 without an activation.
        public var meanSlope: Double
        /// The mean of |w| over the weights into it.
        public var meanWeight: Double
        /// The mean of |∂L/∂w| over the weights into it.
        public var meanGradient: Double
    }

    /// From the first level to the last.
    public let levels: [Level]

    /// One row for each level, the last level first, as the gradients come back.
    public var table: Table {
        let rows = levels.reversed().map { level -> [Table.Cell] in
            [
                .number(Double(level.number), .decimals(0)), .number(level.meanWeight, .significant(3)),
                .number(level.meanSlope, .significant(3)), .number(level.meanDelta, .significant(3)),
                .number(level.meanGradient, .significant(3)),
            ]
        }
        let words = DerivationWords.current
        let titles = ["|w|", "|f'(z)|", "|\\delta|", "|\\partial L/\\partial w|"].map { "\\text{\(words.meanOf) } \($0)" }
        return Table(
            columns: [.init(.text(words.layerTitle), .trailing)] + titles.map { .init(.tex($0), .trailing) }, rows: rows)
    }

    /// The sizes of the deltas and of the weights' gradients over the levels, on a logarithmic axis.
    public var figure: Figure {
        let words = DerivationWords.current
        let x = levels.map { Double($0.number) }
        let plot = LinePlot(
            x: .init(words.layer), y: .init(words.meanSize, .logarithmic),
            series: [
                .init("delta", x: x, y: levels.map(\.meanDelta)),
                .init("∂L/∂w", x: x, y: levels.map(\.meanGradient)),
            ])
        return Figure(.lines(plot), alternative: sentence)
    }

    /// What the trace says, in one sentence.
    public var sentence: String {
        let words = DerivationWords.current
        guard let first = levels.first, let last = levels.last, last.meanDelta > 0, levels.count > 1 else {
            return words.oneLayer
        }
        let ratio = first.meanDelta / last.meanDelta
        let change = DerivationWords.filled(
            words.deltaChange,
            [
                "\(last.number)", "\(first.number)", ReadableNumber.text(last.meanDelta), ReadableNumber.text(first.meanDelta),
            ])
        if ratio < 0.01 { return change + words.vanishes }
        return ratio > 100 ? change + words.explodes : change + "."
    }
}

extension BackpropagationPass {
    /// The sizes of the gradients at each level of dense neurons, by the scalar graph.
    public var gradientTrace: GradientTrace {
        let agreed = place.stopping { try self.agreed() }
        let writer = MatrixFormWriter(agreed, of: network, style: MathStyle())
        let (graph, unrolling) = (agreed.graph, agreed.unrolling)
        func mean(_ values: [Double]) -> Double {
            values.isEmpty ? 0 : values.reduce(0) { $0 + abs($1) } / Double(values.count)
        }
        return GradientTrace(
            levels: writer.levels.map { level in
                let weights = unrolling.parameters[level.layer].first ?? []
                let slopes = zip(level.sums, level.outputs).map { sum, output in
                    level.activation.map { $0.derivative(at: graph.values[sum], value: graph.values[output]) } ?? 1
                }
                return GradientTrace.Level(
                    number: level.number, meanDelta: mean(level.sums.map { writer.gradients[$0] }), meanSlope: mean(slopes),
                    meanWeight: mean(weights.map { graph.values[$0] }), meanGradient: mean(weights.map { writer.gradients[$0] })
                )
            })
    }
}
