import Exhibits

/// A cell whose colour stands for a number. Colours stay light enough for ink on top, in light and in dark.
enum Shade {
    static func draw(_ value: Double, of largest: Double, in box: Box, on canvas: inout Canvas, strongest: Double = 0.55) {
        let strength = value.isFinite && largest > 0 ? min(1, abs(value / largest)) : 0
        let style = !value.isFinite ? "cell unknown" : value < 0 ? "cell low" : "cell high"
        canvas.add(
            "<rect class=\"\(style)\" x=\"\(n(box.x))\" y=\"\(n(box.y))\" width=\"\(n(box.width))\" height=\"\(n(box.height))\" "
                + "fill-opacity=\"\(n(strength * strongest))\"/>")
    }
}
