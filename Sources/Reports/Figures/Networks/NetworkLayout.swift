import Exhibits

/// Where the nodes of a network stand: one column for each layer, biases below their layer, columns centred on each other.
struct NetworkLayout {
    let width: Double
    let height: Double
    let radius = 25.0
    let columnDistance: Double
    let columnCenters: [Double]
    let centers: [String: Point]

    init(_ diagram: NetworkDiagram) {
        let columns = diagram.columns
        let tallest = columns.map(\.nodes.count).max() ?? 0
        let hasValues = columns.contains { $0.nodes.contains { $0.value != nil } }
        let labels = diagram.edges.map { Self.labelWidth(of: $0) }.max() ?? 0
        let hasGradients = columns.contains { $0.nodes.contains { $0.gradient != nil } }
        let hasLabels = diagram.edges.contains { !$0.label.isEmpty }
        let rowDistance = tallest > 6 ? (hasValues ? 78.0 : 62) + (hasGradients ? 20 : 0) : hasGradients ? 144 : 104
        let margin = 58.0
        let distance =
            hasLabels && tallest <= 6
            ? min(hasGradients ? 320 : 260, max(150, labels * (hasGradients ? 2.1 : 1.75) + 2 * 25)) : 150
        let top = 30 + radius
        let unitCounts = columns.map { column in column.nodes.count { $0.role != .bias } }
        let middle = top + rowDistance * Double(max(1, unitCounts.max() ?? 1) - 1) / 2

        var centers: [String: Point] = [:]
        var bottom = top
        for (index, column) in columns.enumerated() {
            let x = margin + distance * Double(index)
            let first = middle - rowDistance * Double(unitCounts[index] - 1) / 2
            let ordered = column.nodes.filter { $0.role != .bias } + column.nodes.filter { $0.role == .bias }
            for (row, node) in ordered.enumerated() where centers[node.id] == nil {
                let y = first + rowDistance * Double(row)
                centers[node.id] = Point(x, y)
                bottom = max(bottom, y)
            }
        }
        let hasLegend = diagram.edges.contains { $0.weight < 0 }
        columnDistance = distance
        columnCenters = columns.indices.map { margin + distance * Double($0) }
        width = max(
            2 * margin + distance * Double(max(0, columns.count - 1)), hasLegend ? max(360, NetworkLegend().width + 8) : 0)
        height =
            bottom + radius + (hasValues ? 28 : 10) + (hasGradients ? 20 : 0) + (hasLegend ? 30 : 0)
            + (hasGradients ? 24 : 0)
        self.centers = centers
    }

    /// The visible part of an edge: between the rims of its nodes.
    func line(of edge: NetworkDiagram.Edge) -> (from: Point, to: Point)? {
        guard let from = centers[edge.from], let to = centers[edge.to] else { return nil }
        let way = to - from
        guard way.length > 2 * radius else { return nil }
        let rim = way * (radius / way.length)
        return (from + rim, to - rim)
    }

    /// `w5 = 0.4`.
    static func label(of edge: NetworkDiagram.Edge) -> String {
        edge.label.isEmpty ? "" : "\(subscripted(edge.label)) = \(shown(edge.weight))"
    }

    private static let level = Pattern(/\^\(([0-9]+)\)/)

    /// `w5` as `w_5`, `w_11^(1)` with its level raised; a name that says itself where its subscript starts stays as it is.
    static func subscripted(_ name: String) -> String {
        if let level = name.firstMatch(of: Self.level.regex) {
            let raised = level.1.compactMap(\.wholeNumberValue).map(ReadableNumber.superscript).joined()
            return name.replacing(level.0, with: "⁽\(raised)⁾")
        }
        let letters = name.prefix { $0.isLetter }
        guard letters.count < name.count, name.dropFirst(letters.count).first?.isNumber == true, !letters.isEmpty else {
            return name
        }
        return letters + "_{" + name.dropFirst(letters.count) + "}"
    }

    /// The room its label needs: the weight, and below it the gradient where it is known.
    static func labelWidth(of edge: NetworkDiagram.Edge) -> Double {
        max(
            Lettering.width(label(of: edge), hasSubscripts: true), edge.gradient.map { Lettering.width(shown($0)) } ?? 0)
    }

    static func shown(_ value: Double) -> String { ReadableNumber.text(value, significant: 3) }
}

/// How the signs of weights are told apart below a drawing of a network: a line of each kind with its words behind it.
struct NetworkLegend {
    let positive = FigureWords.current.positiveWeight
    let negative = FigureWords.current.negativeWeight

    /// From a line to its words.
    static let indent = 38.0

    /// From the first line to the second; in most languages the words need no more.
    var step: Double { max(178, Self.indent + Lettering.width(positive) + 12) }

    var width: Double { step + Self.indent + Lettering.width(negative) }

    /// Where the first line begins in a drawing of this width.
    func start(in whole: Double) -> Double { max(4, min(whole / 2 - 170, whole - width - 4)) }
}
