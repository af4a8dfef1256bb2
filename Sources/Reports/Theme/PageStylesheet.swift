/// The one theme: calm, readable, the same on a phone and on paper, light and dark as the reader asks.
///
/// Every colour and length that a course may want to change is a custom property on `:root`.
public enum PageStylesheet {
    /// All rules of a page but KaTeX's own.
    public static let css = [
        PageColours.css, text, exercises, code, exhibits, frame, verification, wide, print, SVG.stylesheet,
        ExplorableScript.rules, FramesScript.rules, CheckScript.rules, "",
    ].joined(separator: "\n")

    /// Running text.
    private static let text = """
        :root {
            --measure: 36rem; --side: 12.5rem; --margin: 13rem; --gap: 2rem;
            --text-font: Charter, "Bitstream Charter", "Iowan Old Style", "Source Serif 4", "Source Serif Pro", "Noto Serif", Cambria, Georgia, serif;
            --code-font: "JetBrains Mono", "SF Mono", "Cascadia Code", Menlo, Consolas, "DejaVu Sans Mono", monospace;
            --tool-font: system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif;
        }
        * { box-sizing: border-box; }
        html { font-size: 18px; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1rem; }
        body {
            margin: 0 auto; --ground: var(--paper); background: var(--ground); color: var(--ink); line-height: 1.6;
            font-family: var(--text-font); overflow-wrap: break-word;
        }
        main, header.site, footer.site { max-width: calc(var(--measure) + 2.2rem); margin: 0 auto; padding: 0 1.1rem; }
        a { color: var(--link); text-decoration-thickness: .06em; text-underline-offset: .15em; }
        :is(a, button, input, summary, [tabindex]):focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
        .waits main { visibility: hidden; }
        .skip { position: absolute; inset-inline-start: 1rem; top: -99rem; }
        .skip:focus { top: .5rem; background: var(--paper); padding: .3rem .6rem; z-index: 4; }
        .visually-hidden {
            position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
        }
        h1, h2, h3, h4 { line-height: 1.22; text-wrap: balance; font-weight: 650; }
        h1 { font-size: 2.05rem; margin: 1.6rem 0 .4rem; letter-spacing: -.01em; }
        h2 { font-size: 1.42rem; margin: 2.8rem 0 .7rem; }
        h3 { font-size: 1.14rem; margin: 2rem 0 .5rem; }
        h4 { font-size: 1rem; margin: 1.6rem 0 .4rem; }
        p { margin: .8rem 0; text-wrap: pretty; }
        .subtitle { font-size: 1.3rem; line-height: 1.3; margin: 0 0 .6rem; }
        .description { color: var(--soft); font-size: 1.12rem; line-height: 1.45; margin: 0 0 .6rem; }
        .byline { color: var(--soft); font-size: .85rem; margin: 0 0 1.6rem; }
        ul, ol { padding-inline-start: 1.4rem; }
        li { margin: .25rem 0; }
        blockquote { margin: 1rem 0; padding-inline-start: 1rem; border-inline-start: 3px solid var(--line); color: var(--soft); }
        hr { border: 0; border-top: 1px solid var(--line); margin: 2rem 0; }
        img, svg { max-width: 100%; height: auto; }
        dt { font-weight: 650; margin-top: .6rem; }
        dd { margin-inline-start: 1.4rem; }
        li:has(> .task), li:has(> p:first-child > .task) { list-style: none; }
        .task { margin-inline-start: -1.2em; }
        .mark { background: var(--wash); font-weight: 600; }
        .smallcaps { font-variant: small-caps; }
        .underline { text-decoration: underline; }
        sub, sup { line-height: 0; }
        /* Mathematics, code and drawings run from left to right in every language. */
        [dir="rtl"] :is(.katex, .formula, pre, code, svg, td.number, .value, .written:not(.statement), .explore-values > li, .gap, .offered-number, .answer) { direction: ltr; unicode-bidi: isolate; }
        /* A drawing that is wider than the page shows its beginning, which is at its left. */
        [dir="rtl"] .drawing-box { direction: ltr; }
        [dir="rtl"] .number { text-align: right; }
        [dir="rtl"] :is(th, td) { padding: .28rem 0 .28rem .8rem; }
        [dir="rtl"] :is(th, td):last-child { padding-left: 0; }
        [dir="rtl"] :is(a, .hljs-string, .hljs-comment) { unicode-bidi: isolate; }
        [dir="rtl"] pre { text-align: left; }
        /* Arabic letters carry their marks above each other; in a low line the topmost would be cut off, or printed on the page before. */
        [dir="rtl"] :is(h1, h2, h3, h4) { line-height: 1.5; }
        /* Works are mostly in another language than a right-to-left page: their marks stand where that has them. */
        [dir="rtl"] .references > li { unicode-bidi: plaintext; }
        /* A passage in Arabic or Hebrew letters runs from right to left in any page. */
        :root:not([dir]) main :is(p, li, td, h1, h2, h3, h4) { unicode-bidi: plaintext; }
        .columns { display: flex; flex-wrap: wrap; gap: 0 1.6rem; }
        .columns > * { flex: 1 1 12rem; min-width: 0; }
        .layout { display: grid; grid-template-columns: repeat(var(--columns, 1), minmax(0, 1fr)); gap: 0 1.2rem; align-items: end; }
        .layout > figure { margin: .6rem 0; }
        @media (max-width: 30rem) { .layout { grid-template-columns: minmax(0, 1fr); } .columns > * { flex-basis: 100% !important; } }
        .aside, .column-margin { font-size: .88rem; line-height: 1.45; color: var(--soft); }
        div.aside, .column-margin { margin: 1rem 0; padding-inline-start: 1rem; border-inline-start: 1px solid var(--line); }
        summary { cursor: pointer; }
        .footnotes, .references { font-size: .88rem; }
        .footnotes { margin-top: 3rem; border-top: 1px solid var(--line); }
        .footnote-mark { line-height: 0; }
        .exercise, .callout { margin: 1.4rem 0; padding: .1rem 1rem; border-inline-start: 3px solid var(--link); --ground: var(--wash); background: var(--ground); }
        .exercise-title, .callout-title, .division-title { font-weight: 650; margin-bottom: .2rem; }
        .stored-output { margin: 1rem 0; padding-inline-start: 1rem; border-inline-start: 3px dotted var(--line); }
        .stored-output-title { font-size: .85rem; color: var(--soft); margin-bottom: .2rem; }
        .stored-output pre.printed { max-height: 60ex; overflow: auto; }
        .callout-warning, .callout-caution { border-color: var(--wrong); }
        .callout-tip { border-color: var(--right); }
        details.solution { margin: -.6rem 0 1.4rem; padding: 0 1rem; }
        details.solution > summary { color: var(--link); font-size: .9rem; }
        .tabs { margin: 1.4rem 0; border: solid var(--line); border-width: 1px 0; }
        .tab > summary { padding: .35rem 0; font-weight: 650; }

        .claim, .katex { unicode-bidi: isolate; }
        .claim .written { white-space: nowrap; }
        .claim .statement { white-space: normal; }
        .claim .mark { background: none; font-size: max(.72em, 12px); margin-inline-start: .12em; vertical-align: .35em; line-height: 0; }
        .claim-right .mark { color: var(--right); }
        .claim-quoted .mark { color: var(--quoted); }
        .claim-wrong .mark { color: var(--wrong); }
        .claim-quoted .written { text-decoration: line-through; text-decoration-color: var(--quoted); }
        .claim-wrong .written { text-decoration: underline wavy var(--wrong); }
        .computed { color: var(--soft); font-size: max(.86em, 12px); }
        /* Tables that quote mistakes have a column for what is right. */
        table .claim-quoted .computed { display: none; }
        .claim-wrong .computed { color: var(--wrong); }
        .katex .claim-wrong { color: var(--wrong); }
        .katex .claim-quoted { color: var(--quoted); }
        .katex-html .claim::after { content: "✓"; font: max(.6em, 12px) var(--tool-font); vertical-align: .55em; color: var(--right); }
        .katex-html .claim-quoted::after { content: "✗"; color: var(--quoted); }
        .katex-html .claim-wrong::after { content: "✗"; color: var(--wrong); }
        .katex-html .claim-path::after { content: "≈"; }
        .katex-html .claim-open::after { content: none; }
        .missing { color: var(--wrong); }

        """
}
