/// A book's style: few rules, without anything that older readers don't know; fonts and colours of text are the reader's own.
enum EPUBStylesheet {
    static let css = """
        body { line-height: 1.45; }
        h1, h2, h3, h4 { line-height: 1.2; text-align: left; page-break-after: avoid; break-after: avoid; }
        .subtitle, .description, .byline { text-indent: 0; }
        .byline, .caption-number, .in-language { color: #555; }
        .cover { text-align: center; margin: 0; }
        .cover img { max-width: 100%; max-height: 100%; }
        img { max-width: 100%; height: auto; }
        figure { margin: 1em 0; page-break-inside: avoid; break-inside: avoid; }
        figure.table, figure.code-figure { page-break-inside: auto; break-inside: auto; }
        figcaption, caption { font-size: 0.9em; margin: 0.4em 0; text-align: left; }
        table { border-collapse: collapse; margin: 0.5em 0; font-size: 0.9em; }
        th, td { padding: 0.15em 0.5em; border-bottom: 1px solid #aaa; text-align: left; vertical-align: top; }
        nav ol { list-style: none; padding-left: 1.2em; }
        .table-box, .drawing-box { overflow-x: auto; }
        td.number, th.number { text-align: right; }
        td.center, th.center { text-align: center; }
        [dir="rtl"] :is(h1, h2, h3, h4, figcaption, caption, th, td) { text-align: right; }
        [dir="rtl"] :is(pre, code, svg, td.number, .value, .written:not(.statement)) { direction: ltr; unicode-bidi: isolate; }
        pre { font-size: 0.8em; line-height: 1.35; white-space: pre-wrap; border: 1px solid #ccc; padding: 0.5em; }
        pre.printed, pre.warned { border-style: dashed; }
        .formula { display: block; margin: 0.8em 0; text-align: center; overflow-x: auto; }
        .hljs-keyword, .hljs-title, .hljs-built_in, .hljs-type { font-weight: bold; }
        .hljs-comment { font-style: italic; color: #555; }
        .callout, .exercise, .working { border-left: 4px solid #888; margin: 1em 0; padding: 0.1em 0 0.1em 0.8em; }
        .callout-title, .exercise-title, .division-title, .working-title { font-weight: bold; }
        .slide { border-top: 1px solid #aaa; margin: 1em 0; padding-top: 0.5em; }
        .mark { font-size: 0.75em; vertical-align: super; color: #555; }
        .claim-wrong .written, .claim-quoted .written { text-decoration: line-through; }
        .missing { font-style: italic; }
        .gap .field { display: inline-block; min-width: 4em; border-bottom: 1px solid #555; }
        .explore-values, .lessons { padding-left: 1.2em; }
        .visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip: rect(0, 0, 0, 0); }

        """
}
