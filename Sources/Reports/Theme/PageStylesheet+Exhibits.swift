/// Tables, figures, formulas and derivations. What is wider than the text scrolls in a box of its own.
extension PageStylesheet {
    static let exhibits = """
        .table-box { overflow-x: auto; position: relative; margin: 1.2rem 0; }
        figure.table { margin: 1.4rem 0; }
        figure.table .table-box { margin: 0; }
        figure.table figcaption { margin: 0 0 .45rem; }
        table { border-collapse: collapse; font-size: .88rem; font-variant-numeric: tabular-nums lining-nums; }
        caption { text-align: start; color: var(--soft); padding-bottom: .45rem; }
        th { text-align: start; font-weight: 650; border-bottom: 1.5px solid var(--ink); vertical-align: bottom; }
        :is(tbody, tfoot) th { border-bottom: 1px solid var(--line); vertical-align: baseline; }
        th, td { padding: .28rem .8rem .28rem 0; }
        th:last-child, td:last-child { padding-inline-end: 0; }
        td { border-bottom: 1px solid var(--line); vertical-align: baseline; }
        .number { text-align: end; white-space: nowrap; }
        th.number { white-space: normal; }
        .center { text-align: center; }
        .caption-number { font-weight: 650; color: var(--ink); }

        figure { margin: 1.8rem 0; }
        figcaption { font-size: .88rem; line-height: 1.5; color: var(--soft); margin-top: .5rem; }
        .figure-numbers { margin: -1.2rem 0 1.8rem; font-size: .88rem; }
        .figure-numbers > summary { cursor: pointer; color: var(--soft); padding: .2rem 0; width: fit-content; }
        .figure-numbers figure.table { margin: .6rem 0; }
        .figure-numbers table { font-size: 1em; }
        .drawing-box { overflow-x: auto; overflow-y: hidden; }
        .drawing-box > svg { display: block; margin: 0 auto; min-width: var(--least); }

        span.formula { display: block; }
        .formula { overflow-x: auto; overflow-y: hidden; margin: 1rem 0; padding: .15rem 0; }
        /* A shade at the side where there is more: it scrolls away with the end of the content, which covers it. */
        .table-box, .drawing-box, .formula, pre {
            --cover: linear-gradient(to right, var(--ground) 30%, transparent);
            --cover-back: linear-gradient(to left, var(--ground) 30%, transparent);
            --shade: linear-gradient(to right, color-mix(in srgb, var(--soft) 35%, transparent), transparent);
            --shade-back: linear-gradient(to left, color-mix(in srgb, var(--soft) 35%, transparent), transparent);
            background: var(--cover) -2px 0 / 2.2rem 100% no-repeat local,
                var(--cover-back) calc(100% + 2px) 0 / 2.2rem 100% no-repeat local,
                var(--shade) 0 / .7rem 100% no-repeat scroll, var(--shade-back) 100% / .7rem 100% no-repeat scroll var(--fill, transparent);
        }
        .katex { font-size: 1.08em; }
        .together { white-space: nowrap; }
        .together:not(.short) .katex { white-space: normal; }
        .together:not(.short) .katex-html > .base:last-child { display: inline; white-space: nowrap; }
        /* Subscripts in small text stay readable. */
        :is(table, figcaption, .footnotes, .byline) .katex { font-size: 1.15em; }
        nav.contents .katex { font-size: 1.24em; }
        .katex-display { margin: 0; padding: .2rem 0; }
        .working { margin: 1.4rem 0; padding: .1rem 1rem; border: 1px solid var(--line); border-radius: 5px; }
        .working-title { margin: .8rem 0; }
        .steps { padding-inline-start: 1.3rem; }
        .steps p { margin: .6rem 0 .2rem; }
        .steps .formula { margin: .3rem 0 .6rem; }

        """
}
