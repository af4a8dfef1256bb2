extension Examples {
    /// Plots, figures and tables, numbers and functions.
    static let plots = #"""
        // plot, show
        let net = Network(inputs: 2) { Dense(1, weights: [[2, 1]], bias: -1.4); Sigmoid() }

        plot(net, on: .or)
        plot(Dataset.moons(20), classes: ["no", "yes"])
        plot(Sigmoid(), from: -6, through: 6)
        show(net.summary)

        // plot
        let losses = [0.7, 0.5, 0.4]

        plot(losses, scale: .logarithmic, x: "epoch", y: "loss")
        plot([Series("training", losses), Series("validation", [0.8, 0.6, 0.6])])
        plot(Figure.curve(of: [1, 4, 9]))

        // Figure, Figure.Drawing
        let series = LinePlot.Series("losses", x: [0, 1, 2], y: [0.7, 0.5, 0.4])
        let lines = LinePlot(x: .init("epoch"), y: .init("loss"), series: [series])
        let figure = Figure(.lines(lines), caption: "Losses")
        let told = Figure(.lines(lines), alternative: "The loss falls")

        (figure.title, figure.caption, figure.alternative) // ("Line plot of loss over epoch", "Losses", "Line plot of loss over epoch. losses falls from 0.7 to 0.4 over 2 epoch.")
        (told.alternative, figure.numbers.count) // ("The loss falls", 1)
        if case .lines(let plot) = figure.drawing { print(plot.series.count) }
        show(Figure.curves([Series("a", [1, 2]), Series("b", [2, 1])], x: "step", y: "value"))
        show(Figure.images([[0, 1, 1, 0]], width: 2, captions: ["two pixels"]))

        // LinePlot, LinePlot.Axis, LinePlot.Mark, LinePlot.Scale, LinePlot.Series, Series
        let x = LinePlot.Axis("epoch")
        let y = LinePlot.Axis("loss", .logarithmic)
        let series = LinePlot.Series("losses", x: [0, 1, 2], y: [0.7, 0.5, 0.4])
        let mark = LinePlot.Mark(x: 1, y: 0.5, "here")
        let lines = LinePlot(title: "Losses", x: x, y: y, series: [series, Series("other", [1, 2])], marks: [mark])

        (lines.title, lines.x.label, lines.y.scale == .logarithmic, x.scale == LinePlot.Scale.linear) // ("Losses", "epoch", true, true)
        (lines.series[0].name, series.x, series.y) // ("losses", [0, 1, 2], [0.7, 0.5, 0.4])
        (lines.marks[0].label, mark.x, mark.y) // ("here", 1, 0.5)
        lines.words // "Losses, with a logarithmic axis. losses falls from 0.7 to 0.4 over 2 epoch. other rises from 1 to 2 over 1 epoch."
        lines.sentence(for: series) // "losses falls from 0.7 to 0.4 over 2 epoch"

        // LinePlot.Band, LinePlot.Series, Series
        let spread = Series.spread("loss", of: [[1, 0.5, 0.3], [0.9, 0.6, 0.2], [1.1, 0.4, 0.4]])
        let band = LinePlot.Band(lower: [0.8, 0.4], upper: [1.2, 0.6])

        (spread.y, spread.band?.lower, spread.band?.upper) // ([1, 0.5, 0.3], [0.9, 0.4, 0.2], [1.1, 0.6, 0.4])
        (band.lower, band.upper) // ([0.8, 0.4], [1.2, 0.6])
        Series("loss", x: [0, 1], y: [1, 0.5], band: band).band == band // true
        plot([spread])

        // BarChart, BarChart.Panel, Figure.Drawing
        let panel = BarChart.Panel("2026", labels: ["a", "b"], heights: [1, 3])
        let chart = BarChart(title: "Counts", x: "class", y: "count", panels: [panel], range: nil)

        (chart.title, chart.headline, chart.x, chart.y, chart.isHistogram) // ("Counts", "count by class", "class", "count", false)
        (chart.range, chart.panels.count) // (nil, 1)
        (panel.name, panel.labels, panel.heights) // ("2026", ["a", "b"], [1, 3])
        chart.words // "2026: a 1, b 3."
        show(Figure(.bars(chart)))

        // HeatMap, Figure.Drawing
        let map = HeatMap(
            title: "Weights", rows: "unit", columns: "input", rowNames: ["1"], columnNames: ["1", "2"], values: [[0.5, -1]], format: nil)

        (map.title, map.headline, map.rowTitle, map.columnTitle, map.largest) // ("Weights", "Matrix of 1 row and 2 columns", "unit", "input", 1)
        (map.rowNames, map.columnNames, map.values, map.format) // (["1"], ["1", "2"], [[0.5, -1]], nil)
        map.words // "Matrix of 1 row and 2 columns. 1: 0.5, −1."
        show(Figure(.heat(map)))

        // ImageGrid, ImageGrid.Image, Figure.Drawing
        let image = ImageGrid.Image([0, 1, 1, 0], width: 2, caption: "two pixels", isMarked: true)
        let grid = ImageGrid(title: "Images", images: [image], sharesScale: false)

        (grid.title, grid.headline, grid.images.count, grid.sharesScale, grid.largest(in: image)) // ("Images", "A picture", 1, false, 1)
        (image.pixels, image.width, image.height, image.caption, image.isMarked) // ([0, 1, 1, 0], 2, 2, "two pixels", true)
        grid.words // "A picture of 2 × 2 pixels: two pixels."
        show(Figure(.images(grid)))

        // PlanePlot, PlanePlot.Field, PlanePlot.Levels, PlanePlot.Points, PlanePlot.Region, Figure.Drawing
        let field = PlanePlot.Field(xRange: 0...1, yRange: 0...2, columns: 3, rows: 2) { x, y in x + y }
        let given = PlanePlot.Field(xRange: 0...1, yRange: 0...1, columns: 2, values: [0, 1, 1, 0])
        let points = PlanePlot.Points("yes", x: [0.5], y: [1])
        let region = PlanePlot.Region("class 1", given)
        let levels = PlanePlot.Levels(field, at: [1, 2])
        let path = PlanePlot.Points.path("descent", [[0, 0], [1, 1]])
        let plane = PlanePlot(title: "Plane", regions: [region], levels: levels, points: [points], paths: [path], ringed: points)

        (field.columns, field.rows, field.values, field.xRange, field.yRange) // (3, 2, [0, 0.5, 1, 2, 2.5, 3], 0.0...1.0, 0.0...2.0)
        (points.name, points.x, points.y) // ("yes", [0.5], [1])
        (region.name, region.field.rows, levels.levels, levels.field.columns) // ("class 1", 2, [1, 2], 3)
        (plane.title, plane.headline, plane.x, plane.y) // ("Plane", "Decision regions", "x₁", "x₂")
        (plane.regions.count, plane.levels?.levels, plane.points.count, plane.paths.count, plane.ringed?.name) // (1, [1, 2], 1, 1, "yes")
        plane.words // "The region of class 1 covers 50 % of the area. 2 level lines of a surface between 0 and 3. 1 point of yes. descent goes in 1 step from (0, 0) to (1, 1). 1 point is ringed: yes."
        show(Figure(.plane(plane)))

        // NetworkDiagram, NetworkDiagram.Column, NetworkDiagram.Edge, NetworkDiagram.Node, NetworkDiagram.Node.Role, Figure.Drawing
        let node = NetworkDiagram.Node(id: "x1", label: "x₁", role: .input, value: 0.5, gradient: nil)
        let out = NetworkDiagram.Node(id: "y1", label: "y₁", role: .output)
        let edge = NetworkDiagram.Edge(from: "x1", to: "y1", label: "w₁", weight: 0.3, gradient: 0.1)
        let diagram = NetworkDiagram(columns: [.init("inputs", [node]), NetworkDiagram.Column("outputs", [out])], edges: [edge])

        (node.id, node.label, node.role == .input, node.value, node.gradient) // ("x1", "x₁", true, 0.5, nil)
        (edge.from, edge.to, edge.label, edge.weight, edge.gradient) // ("x1", "y1", "w₁", 0.3, 0.1)
        (diagram.columns[0].title, diagram.columns[0].nodes.count, diagram.edges.count) // ("inputs", 1, 1)
        [NetworkDiagram.Node.Role.input, .hidden, .output, .bias, .elided].count // 5
        diagram.shape // "1–1"
        diagram.words // "A 1–1 network. inputs: x₁ = 0.5; outputs: y₁. Weights: w₁ = 0.3."
        show(Figure(.network(diagram)))

        // ComputationGraph, ComputationGraph.Edge, ComputationGraph.Node, ComputationGraph.Node.Kind, Figure.Drawing
        let a = ComputationGraph.Node(id: "a", kind: .variable, name: "a", value: 2, gradient: 3)
        let b = ComputationGraph.Node(id: "b", kind: .constant, value: 3)
        let c = ComputationGraph.Node(id: "c", kind: .operation, operation: "×", value: 6)
        let graph = ComputationGraph(nodes: [a, b, c], edges: [.init(from: "a", to: "c"), ComputationGraph.Edge(from: "b", to: "c")])

        (a.id, a.kind == .variable, a.name, a.value, a.gradient, c.operation) // ("a", true, "a", 2, 3, "×")
        [b.kind == .constant, c.kind == ComputationGraph.Node.Kind.operation] // [true, true]
        (graph.nodes.count, graph.edges[0].from, graph.edges[0].to, graph.format) // (3, "a", "c", nil)
        graph.words // "Graph of 3 nodes that computes the result = 6. Inputs: a = 2, gradient 3."
        show(Figure(.graph(graph)))

        // UnrolledNetwork, UnrolledNetwork.Step, Figure.Drawing
        let step = UnrolledNetwork.Step(input: [1], state: [0.5], gradient: [0.1], output: [0.2])
        let network = UnrolledNetwork(title: "Steps", steps: [step], inputWeights: "W", stateWeights: "U")

        (step.input, step.state, step.gradient, step.output) // ([1], [0.5], [0.1], [0.2])
        (network.title, network.headline, network.steps.count, network.inputWeights, network.stateWeights) // ("Steps", "Recurrent network unrolled over 1 step", 1, "W", "U")
        network.words // "Steps. Step 1: input 1, state 0.5 with gradient 0.1, output 0.2."
        show(Figure(.unrolled(network)))

        // FrameSequence, FrameSequence.Frame
        let frame = FrameSequence.Frame("epoch 0", [Figure.curve(of: [1, 2])])
        let film = FrameSequence("Training", frames: [frame, frame], numbers: nil, caption: "Two frames")

        (frame.label, frame.figures.count) // ("epoch 0", 1)
        (film.title, film.frames.count, film.numbers, film.caption) // ("Training", 2, nil, "Two frames")
        show(film)

        // Table, Table.Cell, Table.Column, Table.Alignment, TableCellConvertible
        let table = Table(
            caption: "Numbers", columns: [.init(.text("x"), .trailing), Table.Column(.tex("x^2"), .center)],
            rows: [[.number(1.5, nil), .number(2.25, nil)], [.empty, .text("none")]])

        table.csv // "x,x^2\r\n1.5,2.25\r\n,none\r\n"
        (table.caption, table.columns.count, table.rows.count) // ("Numbers", 2, 2)
        table.columns[0].alignment == .trailing // true
        table.columns[1].title == Table.Cell.tex("x^2") // true
        [Table.Alignment.leading, .center, .trailing].count // 3
        table.excerpt(rows: 1, columns: 1).csv // "x,x^2\r\n1.5,2.25\r\n,none\r\n"
        table.formatted(digits: 1).csv // "x,x^2\r\n1.5,2.25\r\n,none\r\n"
        Table(["z", "σ(z)"], rows: [["a", 0.5], [1, true]], caption: "Mixed").csv // "z,σ(z)\r\na,0.5\r\n1,yes\r\n"
        let cell: any TableCellConvertible = 0.5
        (cell.tableCell == .number(0.5, nil), Table.Cell.empty.tableCell == .empty) // (true, true)

        // Exhibitable, NumberConvertible, ExplorableNetwork
        struct Grade: NumberConvertible { var numberValue: Double { 1.3 } }
        let some: any Exhibitable = Figure.curve(of: [1, 2])
        let number: any NumberConvertible = Grade()

        show(some.exhibit)
        number.numberValue // 1.3

        // PageStyle, PageStyle.Notation, DecimalMark
        var page = PageStyle()
        page.digits = 4
        page.notation = .indexed
        page.decimalMark = .comma
        page.lossSymbol = "J"
        page.rateSymbol = #"\alpha"#

        (page.digits, page.notation == .indexed, page.lossSymbol, page.rateSymbol) // (4, true, "J", "\\alpha")
        (page.decimalMark.text, page.decimalMark.tex, page.language) // (",", "{,}", english)
        (DecimalMark(language: "de") == .comma, DecimalMark(language: "en") == .point) // (true, true)
        (PageStyle.current.digits, PageStyle.current.notation == PageStyle.Notation.sequential) // (6, true)

        // Draw, Exercise
        let drawn = Exercise.drawn("a", seed: 1) { draw in
            let numbers = draw.numbers(2, in: 0.1...0.9)
            draw.avoid(numbers[0] == 0.5, "0.5 is the border")
            return (numbers, draw.number(in: 1...2), draw.integer(in: 1...6), draw.choice(of: ["a", "b"]))
        }

        drawn // ([0.8, 0.5], 1.6, 2, "b")
        Exercise.drawn { draw in draw.matrix(2, 2, in: 0.1...0.9, decimals: 1).count } // 2

        // exp, log, log2, log10, sin, cos, tanh, sqrt, pow, erf, relu, sigmoid, claim, progress
        let half = 0.5

        (exp(half), log(half), log2(half), log10(half), sqrt(half), pow(half, 2), erf(half)) // (1.64872, -0.693147, -1, -0.30103, 0.707107, 0.25, 0.5205)
        (sin(half), cos(half), tanh(half)) // (0.479426, 0.877583, 0.462117)
        (relu(-half), sigmoid(half)) // (0, 0.622459)
        progress(half, "training")
        claim("0.6225", sigmoid(half))
        """#
}
