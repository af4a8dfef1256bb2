import Exhibits

/// Draws a recurrent network once for each step: inputs below, states handed on from left to right, outputs above.
struct UnrolledDrawing {
    private let network: UnrolledNetwork
    /// The steps that are drawn; nil stands for those left out.
    private let shown: [Int?]
    private let width: Double
    private let across: Double
    private let hasOutputs: Bool
    private let hasGradients: Bool
    private static let most = 5

    init(_ network: UnrolledNetwork) {
        self.network = network
        let count = network.steps.count
        shown = count <= Self.most ? (0..<count).map { $0 } : [0, 1, 2, nil, count - 1]
        let drawn = shown.compactMap(\.self).map { network.steps[$0] }
        let texts = drawn.flatMap { [$0.input, $0.state, $0.gradient, $0.output].map(Self.text) }
        width = max(68, (texts.map { Lettering.width($0) }.max() ?? 0) + 16)
        across = width + max(48, Lettering.width(network.stateWeights, hasSubscripts: true) + 26)
        hasOutputs = drawn.contains { !$0.output.isEmpty }
        hasGradients = drawn.contains { !Self.text($0.gradient).isEmpty }
    }

    func canvas() -> Canvas {
        guard !shown.isEmpty else {
            var canvas = Canvas(width: 240, height: 60)
            canvas.text(FigureWords.current.noSteps, at: Point(120, 35), anchor: .middle, "soft")
            return canvas
        }
        let top = hasOutputs ? 126.0 : 34
        let levels = (output: 34.0, state: top + stateHeight / 2 - 24, input: top + stateHeight + 44)
        let legend = hasGradients ? 30.0 : 0
        var canvas = Canvas(width: max(across * Double(shown.count) + 30, 330), height: levels.input + 34 + legend)
        let start = (canvas.width - across * Double(shown.count)) / 2
        var last: (x: Double, half: Double)?
        for (place, index) in shown.enumerated() {
            let x = start + across * (Double(place) + 0.5)
            // The steps left out have no box of their own.
            let half = index == nil ? 20 : width / 2
            if let last {
                arrow(
                    Point(last.x + last.half, levels.state), Point(x - half, levels.state), network.stateWeights, on: &canvas)
            }
            last = (x, half)
            guard let index else {
                canvas.text(
                    FigureWords.said(FigureWords.current.moreSteps, "\(network.steps.count - 4)"),
                    at: Point(x, levels.state - 14), anchor: .middle, "soft")
                for offset in [-9.0, 0, 9] { canvas.circle(Point(x + offset, levels.state), radius: 2, "dot") }
                continue
            }
            draw(network.steps[index], number: index + 1, at: x, levels, on: &canvas)
        }
        if hasGradients {
            let middle = canvas.width / 2
            canvas.text(FigureWords.current.value, at: Point(middle - 6, canvas.height - 8), anchor: .end, "value")
            canvas.text(FigureWords.current.gradient, at: Point(middle + 6, canvas.height - 8), "gradient")
        }
        return canvas
    }

    private var stateHeight: Double { hasGradients ? 68 : 48 }

    private func draw(
        _ step: UnrolledNetwork.Step, number: Int, at x: Double, _ levels: (output: Double, state: Double, input: Double),
        on canvas: inout Canvas
    ) {
        let (under, over) = (levels.state + stateHeight / 2, levels.state - stateHeight / 2)
        arrow(Point(x, levels.input - 24), Point(x, under), network.inputWeights, on: &canvas)
        box("x_{\(number)}", [(Self.text(step.input), "value")], at: Point(x, levels.input), height: 48, "input", on: &canvas)
        box(
            "h_{\(number)}", [(Self.text(step.state), "value"), (Self.text(step.gradient), "gradient")],
            at: Point(x, levels.state), height: stateHeight, "operation", on: &canvas)
        guard !step.output.isEmpty else { return }
        arrow(Point(x, over), Point(x, levels.output + 24), "", on: &canvas)
        box(
            "y_{\(number)}", [(Self.text(step.output), "value")], at: Point(x, levels.output), height: 48, "output",
            on: &canvas)
    }

    private func box(
        _ name: String, _ lines: [(text: String, style: String)], at center: Point, height: Double, _ kind: String,
        on canvas: inout Canvas
    ) {
        let lines = lines.filter { !$0.text.isEmpty }
        canvas.rectangle(Box(center: center, width: width, height: height), "node \(kind)", radius: 8)
        let first = center.y + 5.5 - 10 * Double(lines.count)
        canvas.text(name, at: Point(center.x, first), anchor: .middle, hasSubscripts: true)
        for (index, line) in lines.enumerated() {
            canvas.text(line.text, at: Point(center.x, first + 20 * Double(index + 1)), anchor: .middle, line.style)
        }
    }

    private func arrow(_ from: Point, _ to: Point, _ name: String, on canvas: inout Canvas) {
        let way = (to - from) * (1 / max(1, (to - from).length))
        let side = Point(-way.y, way.x)
        let neck = to - way * 9
        let (left, right) = (neck + side * 4.5, neck - side * 4.5)
        canvas.line(from, neck, "arrow")
        canvas.path("M\(n(to.x)) \(n(to.y))L\(n(left.x)) \(n(left.y)) \(n(right.x)) \(n(right.y))Z", "head")
        let isUpright = from.x == to.x
        let middle = (from + to) * 0.5
        guard !name.isEmpty else { return }
        canvas.text(
            name, at: middle + (isUpright ? Point(8, 5.5) : Point(-2, -8)), anchor: isUpright ? .start : .middle, "soft",
            hasSubscripts: true)
    }

    /// One or two numbers; more would not fit, and the table below has them.
    private static func text(_ values: [Double]) -> String {
        values.count > 2
            ? "" : values.map { $0.isNaN ? "NaN" : ReadableNumber.text($0, significant: 3) }.joined(separator: ", ")
    }
}
