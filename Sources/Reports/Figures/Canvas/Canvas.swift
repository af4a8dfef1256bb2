/// Collects the elements of one drawing; the only place where SVG is spelled.
struct Canvas {
    var width: Double
    var height: Double
    var title = ""
    var description = ""
    private(set) var body: [String] = []

    init(width: Double, height: Double) {
        self.width = width
        self.height = height
    }

    mutating func add(_ element: String) { body.append(element) }

    mutating func element(_ name: String, _ attributes: KeyValuePairs<String, String>) {
        add("<\(name)\(Self.spelled(attributes))/>")
    }

    mutating func open(_ name: String, _ attributes: KeyValuePairs<String, String>) {
        add("<\(name)\(Self.spelled(attributes))>")
    }

    mutating func close(_ name: String) { add("</\(name)>") }

    mutating func line(_ a: Point, _ b: Point, _ style: String) {
        element("line", ["class": style, "x1": n(a.x), "y1": n(a.y), "x2": n(b.x), "y2": n(b.y)])
    }

    mutating func path(_ data: String, _ style: String) {
        guard !data.isEmpty else { return }
        element("path", ["class": style, "d": data])
    }

    mutating func rectangle(_ box: Box, _ style: String, radius: Double = 0) {
        add(
            "<rect class=\"\(style)\" x=\"\(n(box.x))\" y=\"\(n(box.y))\" width=\"\(n(box.width))\" "
                + "height=\"\(n(box.height))\"\(radius > 0 ? " rx=\"\(n(radius))\"" : "")/>")
    }

    mutating func circle(_ center: Point, radius: Double, _ style: String) {
        element("circle", ["class": style, "cx": n(center.x), "cy": n(center.y), "r": n(radius)])
    }

    enum Anchor: String { case start, middle, end }

    /// One line of text on its baseline; `_` starts a subscript when `hasSubscripts`.
    mutating func text(
        _ text: String, at point: Point, anchor: Anchor = .start, _ style: String = "", hasSubscripts: Bool = false
    ) {
        let name = style.isEmpty ? "" : " class=\"\(style)\""
        let side = anchor == .start ? "" : " text-anchor=\"\(anchor.rawValue)\""
        let content = hasSubscripts ? Lettering.markup(text) : Escape.xml(text)
        add("<text\(name) x=\"\(n(point.x))\" y=\"\(n(point.y))\"\(side)>\(content)</text>")
    }

    /// The finished document.
    func svg(id: String, style: String?, hasPaper: Bool) -> String {
        let id = Escape.xml(id)
        var lines = [
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"lf\" id=\"\(id)\" width=\"\(n(width))\" height=\"\(n(height))\" "
                + "viewBox=\"0 0 \(n(width)) \(n(height))\" role=\"img\" aria-labelledby=\"\(id)-title \(id)-desc\">",
            "<title id=\"\(id)-title\">\(Escape.xml(title))</title>",
            "<desc id=\"\(id)-desc\">\(Escape.xml(description))</desc>",
        ]
        if let style { lines.append("<style>\(style)</style>") }
        if hasPaper { lines.append("<rect class=\"paper\" width=\"\(n(width))\" height=\"\(n(height))\"/>") }
        return (lines + body + ["</svg>"]).joined(separator: "\n")
    }

    private static func spelled(_ attributes: KeyValuePairs<String, String>) -> String {
        attributes.map { " \($0)=\"\(Escape.xml($1))\"" }.joined()
    }
}
