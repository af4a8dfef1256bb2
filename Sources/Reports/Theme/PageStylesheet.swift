/// The one theme: calm, readable, the same on a phone and on paper, light and dark as the reader's system asks.
public enum PageStylesheet {
    public static let css = """
        :root {
            --paper: #fdfdfb; --ink: #1d2126; --soft: #59616b; --line: #d9dcd6; --wash: #f3f4ef;
            --link: #1a5a9e; --right: #2a7a3f; --wrong: #b3261e; --quoted: #8a5a00;
            --keyword: #8a2f7c; --string: #2f6b34; --number: #1a5a9e; --comment: #666e66; --type: #7a4a00;
            --measure: 42rem;
        }
        @media (prefers-color-scheme: dark) {
            :root {
                --paper: #16181b; --ink: #e3e4e1; --soft: #a3a9ae; --line: #383d42; --wash: #202327;
                --link: #8abef5; --right: #7fcf93; --wrong: #ff9a8f; --quoted: #e8bd6a;
                --keyword: #d9a0d2; --string: #9fd0a2; --number: #8abef5; --comment: #9aa39a; --type: #e0b57c;
            }
        }
        * { box-sizing: border-box; }
        html { font-size: 18px; -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem; }
        body {
            margin: 0; background: var(--paper); color: var(--ink); line-height: 1.6;
            font-family: Charter, "Bitstream Charter", "Iowan Old Style", "Source Serif Pro", Cambria, Georgia, serif;
            overflow-wrap: break-word;
        }
        main, header.site, footer.site { max-width: var(--measure); margin: 0 auto; padding: 0 1.1rem; }
        header.site { padding-top: 1.2rem; font-size: .85rem; }
        footer.site { margin-top: 3.5rem; padding-bottom: 3rem; border-top: 1px solid var(--line); color: var(--soft); }
        a { color: var(--link); text-decoration-thickness: .06em; text-underline-offset: .15em; }
        a:focus-visible, summary:focus-visible, [tabindex]:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
        .skip { position: absolute; left: -99rem; }
        .skip:focus { left: 1rem; top: .5rem; background: var(--paper); padding: .3rem .6rem; z-index: 2; }
        .visually-hidden {
            position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
        }
        h1, h2, h3, h4 { line-height: 1.22; text-wrap: balance; font-weight: 650; }
        h1 { font-size: 2.05rem; margin: 2.2rem 0 .4rem; letter-spacing: -.01em; }
        h2 { font-size: 1.42rem; margin: 2.8rem 0 .7rem; }
        h3 { font-size: 1.14rem; margin: 2rem 0 .5rem; }
        p { margin: .8rem 0; }
        .description { color: var(--soft); font-size: 1.12rem; margin: 0 0 1.6rem; }
        ul, ol { padding-left: 1.4rem; }
        li { margin: .25rem 0; }
        blockquote { margin: 1rem 0; padding-left: 1rem; border-left: 3px solid var(--line); color: var(--soft); }
        hr { border: 0; border-top: 1px solid var(--line); margin: 2rem 0; }
        img, svg { max-width: 100%; height: auto; }
        nav.contents { margin: 1.6rem 0 2.2rem; padding: .7rem 0; border: solid var(--line); border-width: 1px 0; font-size: .9rem; }
        nav.contents ol { list-style: none; padding: 0; margin: 0; columns: 2; column-gap: 2rem; }
        nav.contents a { text-decoration: none; }
        nav.contents a:hover { text-decoration: underline; }
        .neighbours { display: flex; flex-wrap: wrap; justify-content: space-between; gap: .6rem 2rem; padding-top: 1.2rem; }
        .verified { font-size: .85rem; }
        .lessons { padding-left: 1.6rem; }
        .lessons > li { margin: 1.1rem 0; }
        .lessons > li > a { font-size: 1.12rem; }
        .lessons p { margin: .1rem 0; color: var(--soft); }

        code, pre { font-family: "JetBrains Mono", "SF Mono", "Cascadia Code", Menlo, Consolas, "DejaVu Sans Mono", monospace; }
        code { font-size: .86em; }
        pre { font-size: .8rem; line-height: 1.5; overflow-x: auto; padding: .75rem .9rem; border-radius: 5px; margin: .9rem 0; }
        pre code { font-size: inherit; }
        pre, .hljs { background: var(--wash); color: var(--ink); }
        .cell { margin: 1.4rem 0; }
        .cell pre.code { border-left: 3px solid var(--line); border-radius: 0 5px 5px 0; margin-bottom: .5rem; }
        .cell pre.printed { background: transparent; padding-top: .1rem; color: var(--soft); margin-top: 0; }
        pre.warned, pre.failed { border-left: 3px solid var(--wrong); }
        .hljs-keyword { color: var(--keyword); }
        .hljs-string { color: var(--string); }
        .hljs-number, .hljs-literal { color: var(--number); }
        .hljs-comment { color: var(--comment); font-style: italic; }
        .hljs-type, .hljs-title, .hljs-built_in { color: var(--type); }

        .table-box { overflow-x: auto; margin: 1.2rem 0; }
        figure.table { margin: 1.4rem 0; }
        figure.table .table-box { margin: 0; }
        figure.table figcaption { margin: 0 0 .45rem; }
        table { border-collapse: collapse; font-size: .86rem; font-variant-numeric: tabular-nums lining-nums; }
        .caption-number { font-weight: 650; color: var(--ink); }
        th { text-align: left; font-weight: 650; border-bottom: 1.5px solid var(--ink); vertical-align: bottom; }
        th, td { padding: .28rem .8rem .28rem 0; }
        th:last-child, td:last-child { padding-right: 0; }
        td { border-bottom: 1px solid var(--line); vertical-align: baseline; }
        .number { text-align: right; white-space: nowrap; }
        .center { text-align: center; }

        figure { margin: 1.6rem 0; }
        figure.drawing > svg { display: block; margin: 0 auto; }
        figcaption { font-size: .88rem; color: var(--soft); margin-top: .5rem; }

        .formula { overflow-x: auto; overflow-y: hidden; margin: 1rem 0; padding: .15rem 0; }
        .katex { font-size: 1.08em; }
        .katex-display { margin: 0; padding: .2rem 0; }
        .working { margin: 1.4rem 0; padding: .1rem 1rem; border: 1px solid var(--line); border-radius: 5px; }
        .working-title { margin: .8rem 0; }
        summary { cursor: pointer; }
        .steps { padding-left: 1.3rem; }
        .steps p { margin: .6rem 0 .2rem; }
        .steps .formula { margin: .3rem 0 .6rem; }

        .claim .mark { font-size: .72em; margin-left: .12em; vertical-align: .35em; }
        .claim-right .mark { color: var(--right); }
        .claim-quoted .written { text-decoration: line-through; text-decoration-color: var(--quoted); }
        .claim-quoted .mark { color: var(--quoted); }
        .claim-wrong .written { text-decoration: underline wavy var(--wrong); }
        .claim-wrong .mark { color: var(--wrong); }
        .katex .claim-wrong { color: var(--wrong); }
        .katex .claim-quoted { color: var(--quoted); }
        .missing { color: var(--wrong); }

        .exercise, .callout { margin: 1.4rem 0; padding: .1rem 1rem; border-left: 3px solid var(--link); background: var(--wash); }
        .exercise-title, .callout-title { font-weight: 650; margin-bottom: .2rem; }
        .callout-warning, .callout-caution { border-color: var(--wrong); }
        .callout-tip { border-color: var(--right); }
        details.solution { margin: -.6rem 0 1.4rem; padding: 0 1rem; }
        details.solution > summary { color: var(--link); font-size: .9rem; }

        /* Code and tables may be wider than the text where there is room. */
        @media (min-width: 62rem) {
            .cell pre.code, .cell .table-box { 
                width: max-content; min-width: 100%; max-width: min(54rem, calc(50vw + var(--measure) / 2 - 2rem));
            }
        }
        @media (max-width: 34rem) {
            html { font-size: 17px; }
            h1 { font-size: 1.7rem; margin-top: 1.4rem; }
            nav.contents ol { columns: 1; }
            .working { padding: .1rem .7rem; }
        }
        @media print {
            :root { --paper: #fff; --ink: #000; --soft: #333; --line: #aaa; --wash: #fff; --link: #000; }
            @page { margin: 20mm 18mm; @bottom-center { content: counter(page); } }
            html { font-size: 10.5pt; }
            main, header.site, footer.site { max-width: none; padding: 0; }
            nav, .skip, .mark { display: none; }
            pre { border: 1px solid var(--line); white-space: pre-wrap; }
            h2, h3, h4, summary, .exercise-title { break-after: avoid; }
            figure, table, .formula, .steps li { break-inside: avoid; }
            details::details-content { content-visibility: visible; block-size: auto; }
            details > summary { list-style: none; }
            a { text-decoration: none; }
        }

        """
}
