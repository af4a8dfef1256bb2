import Exhibits
import Networks

/// Draws an activation function and its derivative: `plot(Sigmoid(), from: -8, through: 8)`.
///
/// Ends that are no numbers, or in the wrong order, end the lesson at the line of this call.
public func plot(
    _ activation: some Activation, from start: Double, through end: Double, caption: String? = nil,
    file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
) {
    stopping(file: file, line: line, column: column) {
        guard start.isFinite, end.isFinite, start < end else {
            throw ShapeError("a curve goes from a smaller number through a larger one, this from \(start) through \(end)")
        }
    }
    let steps = 240
    let x = (0...steps).map { start + (end - start) * Double($0) / Double(steps) }
    let y = x.map(activation.value(at:))
    let slopes = zip(x, y).map { activation.slope(at: $0, output: $1) }
    let plot = LinePlot(
        title: LessonWords.said(LessonWords.current.andDerivative, activation.name), x: .init("z"), y: .init("f(z), f′(z)"),
        series: [.init("f", x: x, y: y), .init("f′", x: x, y: slopes)])
    show(Figure(.lines(plot), caption: caption))
}
