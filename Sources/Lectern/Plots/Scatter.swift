import Exhibits
import Networks

extension Figure {
    /// The samples as points: two inputs over each other with a mark for each class, or one input with its target.
    ///
    /// Samples with more inputs end the lesson at the line of this call: a page has two directions.
    ///
    /// - Example: `plot(Figure.scatter(.xor))`
    public static func scatter(
        _ data: Dataset, classes: [String]? = nil, caption: String? = nil, file: StaticString = #filePath,
        line: UInt = #line, column: UInt = #column
    ) -> Figure {
        stopping(file: file, line: line, column: column) {
            let width = try data.width(toDraw: "samples")
            guard width == 1 else {
                return Figure(.plane(PlanePlot(points: data.points(named: classes))), caption: caption)
            }
            let points = PlanePlot.Points(
                LessonWords.current.samples, x: data.samples.map { $0.input[0] }, y: data.samples.map { $0.target.first ?? 0 })
            return Figure(.plane(PlanePlot(x: "x", y: "y", points: [points])), caption: caption)
        }
    }

    /// Where the network answers which class, with the samples on top; those it gets wrong are ringed.
    ///
    /// For networks with two inputs. One output is compared with ½; of several the largest counts. For one input and one
    /// output the network's answer is drawn as a curve through the samples. Other networks, and samples that don't fit, end the
    /// lesson at the line of this call.
    ///
    /// - Example: `let network = Network(inputs: 2, seed: 1) { Dense(2); Sigmoid(); Dense(1); Sigmoid() }`
    ///   `let run = network.trained(on: .xor, minimizing: .meanSquaredError, by: .adam(rate: 0.1), epochs: 200)`
    ///   `plot(Figure.decisionBoundary(of: run.network, on: .xor))`
    public static func decisionBoundary(
        of network: Network, on data: Dataset, classes: [String]? = nil, caption: String? = nil,
        file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> Figure {
        stopping(file: file, line: line, column: column) {
            try decisionBoundary(of: network, on: data, classes: classes, steps: 61, caption: caption)
        }
    }

    /// The same from the network's answers at `steps` × `steps` places.
    static func decisionBoundary(
        of network: Network, on data: Dataset, classes: [String]?, steps: Int, caption: String?
    ) throws -> Figure {
        try network.checkDrawable(on: data)
        guard network.inputs == 2 else { return fit(of: network, on: data, caption: caption) }
        let (x, y) = (data.range(of: 0), data.range(of: 1))
        let names = data.classNames(classes, atLeast: network.outputs)
        func field(_ margin: @escaping ([Double]) -> Double) -> PlanePlot.Field {
            PlanePlot.Field(xRange: x, yRange: y, columns: steps, rows: steps) { margin(network.prediction(for: [$0, $1])) }
        }
        let regions: [PlanePlot.Region] =
            network.outputs == 1
            ? [
                .init(names[0], field { 0.5 - $0[0] }), .init(names[1], field { $0[0] - 0.5 }),
            ]
            : (0..<network.outputs).map { label in
                .init(
                    names[label],
                    field { outputs in
                        let others = outputs.indices.filter { $0 != label }.map { outputs[$0] }
                        return outputs[label] - (others.max() ?? 0)
                    })
            }
        let wrong = data.samples(answeredWrongBy: network)
        let ringed = PlanePlot.Points(
            LessonWords.current.wronglyAnswered, x: wrong.map { $0.input[0] }, y: wrong.map { $0.input[1] })
        return Figure(
            .plane(PlanePlot(regions: regions, points: data.points(named: classes), ringed: wrong.isEmpty ? nil : ringed)),
            caption: caption)
    }

    private static func fit(of network: Network, on data: Dataset, caption: String?) -> Figure {
        let range = data.range(of: 0)
        let x = (0...200).map { range.lowerBound + (range.upperBound - range.lowerBound) * Double($0) / 200 }
        let marks = data.samples.map { LinePlot.Mark(x: $0.input[0], y: $0.target.first ?? 0, "") }
        let curve = LinePlot.Series(LessonWords.current.network, x: x, y: x.map { network.prediction(for: [$0])[0] })
        return Figure(.lines(LinePlot(x: .init("x"), y: .init("y"), series: [curve], marks: marks)), caption: caption)
    }
}

/// Draws the samples of a data set.
public func plot(
    _ data: Dataset, classes: [String]? = nil, caption: String? = nil, file: StaticString = #filePath, line: UInt = #line,
    column: UInt = #column
) {
    show(Figure.scatter(data, classes: classes, caption: caption, file: file, line: line, column: column))
}

/// Draws what a network answers where, with the samples on top: `plot(run.network, on: moons)`.
public func plot(
    _ network: Network, on data: Dataset, classes: [String]? = nil, caption: String? = nil,
    file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
) {
    show(
        Figure.decisionBoundary(
            of: network, on: data, classes: classes, caption: caption, file: file, line: line, column: column))
}

extension Network {
    /// Throws what keeps a network's answers from being drawn over a plane, in one sentence.
    func checkDrawable(on data: Dataset) throws {
        guard (1...2).contains(inputs) else {
            throw ShapeError(
                "a decision boundary is drawn for networks with one or two inputs, this one has \(inputs); plot its losses or "
                    + "show its `confusion` instead")
        }
        guard inputs == 2 || outputs == 1 else {
            throw ShapeError(
                "the answer to one input is drawn as a curve, this network has \(outputs) outputs; draw each with `plot` as a "
                    + "`Series`")
        }
        for (index, sample) in data.samples.enumerated() {
            guard sample.input.count == inputs, sample.target.count == outputs else {
                throw ShapeError(
                    "sample \(index + 1) has \(sample.input.count) inputs and \(sample.target.count) targets, the network has "
                        + "\(inputs) inputs and \(outputs) outputs")
            }
        }
    }
}

extension Dataset.Sample {
    /// The class of the target.
    fileprivate var label: Int { Dataset.label(target) }
}

extension Dataset {
    /// The class that numbers stand for: the place of the largest, or, for a single one, whether it exceeds ½.
    fileprivate static func label(_ outputs: [Double]) -> Int {
        guard outputs.count > 1 else { return (outputs.first ?? 0) > 0.5 ? 1 : 0 }
        return outputs.firstIndex(of: outputs.max() ?? 0) ?? 0
    }

    /// The samples whose class the network doesn't name.
    func samples(answeredWrongBy network: Network) -> [Sample] {
        samples.filter { $0.label != Self.label(network.prediction(for: $0.input)) }
    }

    /// How many inputs the samples have: one or two can be drawn.
    fileprivate func width(toDraw what: String) throws -> Int {
        let widths = Set(samples.map(\.input.count)).sorted()
        guard widths.count <= 1, (1...2).contains(widths.first ?? 2) else {
            let found = widths.map(String.init).joined(separator: " or ")
            throw ShapeError(
                "\(what) are drawn by one or two inputs, these have \(found); choose two of them for the axes")
        }
        return widths.first ?? 2
    }

    fileprivate func classNames(_ given: [String]?, atLeast least: Int = 2) -> [String] {
        let count = max(2, least, samples.first?.target.count ?? 1)
        return (0..<count).map { index in
            given.flatMap { $0.indices.contains(index) ? $0[index] : nil }
                ?? LessonWords.said(LessonWords.current.classNumber, "\(index)")
        }
    }

    fileprivate func points(named classes: [String]?) -> [PlanePlot.Points] {
        classNames(classes).enumerated().map { index, name in
            let own = samples.filter { $0.label == index && $0.input.count > 1 }
            return PlanePlot.Points(name, x: own.map { $0.input[0] }, y: own.map { $0.input[1] })
        }
    }

    /// From the smallest to the largest value of one input, with some room around.
    fileprivate func range(of input: Int) -> ClosedRange<Double> {
        let values = samples.compactMap { $0.input.indices.contains(input) ? $0.input[input] : nil }.filter(\.isFinite)
        let (low, high) = (values.min() ?? 0, values.max() ?? 1)
        let margin = high > low ? 0.15 * (high - low) : 1
        return (low - margin)...(high + margin)
    }
}
