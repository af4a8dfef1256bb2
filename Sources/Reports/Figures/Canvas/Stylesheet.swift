extension SVG {
    /// The rules all drawings share; a page includes them once. Everything is below `.lf`, so nothing else on a page changes.
    ///
    /// Series differ by colour (safe for colour-blind readers) and by dashes (safe for greyscale print). Paper is the page's
    /// own `--paper` where there is one. Dark follows the system, or `data-theme` on the page's root; print is always light.
    public static let stylesheet = """
        .lf{\(variables(light))}
        @media screen and (prefers-color-scheme:dark){:root:not([data-theme="light"]) .lf,svg.lf:root{\(variables(dark))}}
        @media screen{:root[data-theme="dark"] .lf{\(variables(dark))}}
        svg.lf{font:16px system-ui,"DejaVu Sans",sans-serif;max-width:100%;height:auto;overflow:visible}
        svg.lf text{fill:var(--lf-ink);font-variant-numeric:tabular-nums}
        .lf .paper{fill:var(--lf-paper)}
        svg.lf .soft{fill:var(--lf-soft)}
        svg.lf .sub{font-size:76%}
        .lf .halo{paint-order:stroke;stroke:var(--lf-paper);stroke-width:4px;stroke-linejoin:round}
        .lf .strong{font-weight:600}
        .lf .grid{stroke:var(--lf-grid);stroke-width:1;fill:none}
        .lf .axis,.lf .tick{stroke:var(--lf-soft);stroke-width:1;fill:none}
        .lf .frame{stroke:var(--lf-soft);stroke-width:1;fill:none}
        .lf .curve{fill:none;stroke-width:2.25;stroke-linejoin:round;stroke-linecap:round}
        .lf .leader{stroke:var(--lf-soft);stroke-width:1;fill:none}
        .lf .dot{fill:var(--lf-ink)}
        \(seriesRules)
        .lf .mark{stroke:var(--lf-paper);stroke-width:1.5}
        .lf .region{fill-opacity:.16;fill-rule:evenodd;stroke:none}
        .lf .boundary{stroke:var(--lf-ink);stroke-width:1.5;fill:none}
        .lf .level{stroke:var(--lf-soft);stroke-width:1;fill:none}
        .lf .ring{stroke:var(--lf-ink);stroke-width:1.75;fill:none}
        .lf .cell{stroke:var(--lf-paper);stroke-width:.5}
        .lf .cell.high{fill:var(--lf-1)}
        .lf .cell.low{fill:var(--lf-2)}
        .lf .cell.unknown{fill:var(--lf-grid)}
        .lf .ink{fill:var(--lf-ink)}
        .lf .frame.marked{stroke:var(--lf-2);stroke-width:3}
        .lf .bar{fill:var(--lf-1)}
        .lf .edge{fill:none;stroke-linecap:round}
        .lf .positive{stroke:var(--lf-1)}
        .lf .negative{stroke:var(--lf-2);stroke-dasharray:7 5}
        .lf .zero{stroke:var(--lf-grid)}
        .lf .node{fill:var(--lf-paper);stroke:var(--lf-ink);stroke-width:1.5}
        .lf .node.bias{stroke:var(--lf-soft);stroke-dasharray:3 3}
        .lf .node.output{stroke-width:2.5}
        .lf .node.operation{fill:var(--lf-grid)}
        .lf .node.constant{stroke:var(--lf-soft);stroke-dasharray:3 3}
        .lf .arrow{stroke:var(--lf-soft);stroke-width:1.5;fill:none}
        .lf .head{fill:var(--lf-soft)}
        svg.lf text.value{fill:var(--lf-3)}
        svg.lf text.gradient{fill:var(--lf-2)}
        """

    static let seriesCount = 6
    private static let light = [
        "paper": "var(--paper,#fff)", "ink": "#1d2025", "soft": "#565b63", "grid": "#dcdfe4",
        "1": "#0b5fa5", "2": "#b5470a", "3": "#00735a", "4": "#8a3f8f", "5": "#775a00", "6": "#5b5f66",
    ]
    private static let dark = [
        "paper": "var(--paper,#15181d)", "ink": "#e6e8eb", "soft": "#a9afb8", "grid": "#363b44",
        "1": "#6cb6ff", "2": "#ff9e64", "3": "#4fd1a5", "4": "#d9a0e8", "5": "#e2c356", "6": "#b4b9c1",
    ]
    private static let dashes = ["", "9 5", "2 5", "12 4 2 4", "5 3", "14 6"]

    private static func variables(_ values: [String: String]) -> String {
        values.sorted { $0.key < $1.key }.map { "--lf-\($0.key):\($0.value)" }.joined(separator: ";")
    }

    private static let seriesRules = dashes.enumerated().map { index, dash in
        let number = index + 1
        let dashing = dash.isEmpty ? "" : ";stroke-dasharray:\(dash)"
        return ".lf .curve.s\(number){stroke:var(--lf-\(number))\(dashing)}\n"
            + ".lf .dot.s\(number),.lf .region.s\(number),svg.lf text.s\(number){fill:var(--lf-\(number))}"
    }.joined(separator: "\n")
}
