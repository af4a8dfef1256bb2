/// What stands around the text: tools, search, contents, ways to the other lessons.
extension PageStylesheet {
    static let frame = """
        header.site {
            display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center; gap: .3rem 1rem;
            padding-top: .8rem; font: .8rem/1.4 var(--tool-font);
        }
        header.site a { color: var(--soft); text-decoration: none; }
        header.site a:hover { color: var(--link); text-decoration: underline; }
        nav.languages ul { display: flex; flex-wrap: wrap; gap: 0 .9rem; list-style: none; margin: 0; padding: 0; }
        nav.languages a[aria-current] { color: var(--ink); font-weight: 650; }
        .in-language { color: var(--soft); font-weight: 400; }
        header.site .logo { height: 1.8rem; width: auto; vertical-align: middle; margin-inline-end: .55rem; }
        .course-links ul { display: flex; flex-wrap: wrap; gap: .2rem .9rem; list-style: none; margin: 0; padding: 0; }
        .course-links .icon { vertical-align: -.18em; margin-inline-end: .3em; }
        .version { margin: 0; color: var(--soft); }
        .versions { position: relative; color: var(--soft); }
        .versions > summary { cursor: pointer; padding: .2rem 0; }
        .versions > ul {
            position: absolute; inset-inline-start: 0; z-index: 3; margin: 0; padding: .4rem .8rem; list-style: none;
            background: var(--paper); border: 1px solid var(--line); border-radius: 6px; white-space: nowrap;
        }
        .tools { display: none; align-items: center; gap: .5rem; }
        .js .tools { display: flex; }
        .tools button, .tools input {
            font: inherit; color: var(--ink); background: var(--paper); border: 1px solid var(--soft); border-radius: 5px;
            padding: .2rem .6rem; min-height: 1.75rem;
        }
        .tools button { cursor: pointer; min-width: 4.2rem; color: var(--soft); border-color: var(--line); }
        .tools button:hover { color: var(--ink); border-color: var(--soft); }
        .tools input::placeholder { color: var(--soft); opacity: 1; }
        .search { position: relative; }
        .search input { width: 10rem; max-width: 44vw; }
        .search-results {
            position: absolute; inset-inline-end: 0; top: calc(100% + .4rem); z-index: 3; width: min(30rem, calc(100vw - 2.2rem));
            background: var(--paper); border: 1px solid var(--line); border-radius: 6px;
            box-shadow: 0 6px 24px rgb(0 0 0 / .18); padding: .35rem;
        }
        .search-results[hidden] { display: none; }
        #search-list { max-height: 70vh; overflow-y: auto; }
        .search-results a { display: block; border-radius: 4px; padding: .4rem .6rem; color: var(--ink); }
        .search-results a:hover { text-decoration: none; }
        .search-results a:is([aria-selected="true"], :hover) { background: var(--wash); }
        .search-results .place { color: var(--link); font-weight: 600; display: block; }
        .search-results .excerpt { color: var(--soft); display: block; }
        .search-results p { margin: .4rem .6rem; color: var(--soft); }
        .search-results p:empty { display: none; }
        mark { background: none; color: inherit; font-weight: 650; text-decoration: underline; }

        nav.contents {
            margin: 1.4rem 0 2rem; padding: .7rem 0; border: solid var(--line); border-width: 1px 0;
            font: .82rem/1.45 var(--tool-font);
        }
        nav.contents ol { list-style: none; padding: 0; margin: 0; }
        nav.contents > ol { columns: 2; column-gap: 2rem; }
        nav.contents ol ol { padding-inline-start: .9rem; }
        nav.contents li { margin: .3rem 0; break-inside: avoid; }
        nav.contents a { text-decoration: none; color: var(--soft); }
        nav.contents a:hover { text-decoration: underline; color: var(--link); }
        nav.contents a[aria-current] { color: var(--link); }
        .contents-title { display: none; margin: 0 0 .5rem; font-weight: 650; }

        nav.course { max-width: calc(var(--measure) + 2.2rem); margin: .5rem auto 0; padding: 0 1.1rem; font: .82rem/1.45 var(--tool-font); }
        nav.course summary { color: var(--soft); padding: .25rem 0; }
        nav.course summary:hover { color: var(--link); }
        .course-part > summary { font-weight: 650; }
        nav.course ol { list-style: none; margin: 0; padding-inline-start: .9rem; }
        nav.course li { margin: 0; }
        nav.course a { display: block; padding: .2rem 0; text-decoration: none; color: var(--soft); }
        nav.course a:hover { text-decoration: underline; color: var(--link); }
        nav.course a[aria-current] { color: var(--link); }
        nav.course a[aria-current="page"] { font-weight: 650; }
        nav.course .sections { display: none; }

        footer.site { margin-top: 3.5rem; padding-bottom: 3rem; color: var(--soft); font: .85rem/1.5 var(--tool-font); }
        .neighbours { display: flex; flex-wrap: wrap; justify-content: space-between; gap: .8rem; border-top: 1px solid var(--line); padding-top: 1.2rem; }
        .neighbours a { flex: 1 1 14rem; padding: .6rem .9rem; border: 1px solid var(--line); border-radius: 6px; text-decoration: none; }
        .neighbours a:hover { border-color: var(--link); }
        .neighbours a[rel="next"] { text-align: end; }
        .neighbours span { display: block; color: var(--soft); font-size: .78rem; }
        .verified, .downloads, .page-sources, .course-footer { margin: 1.4rem 0 0; }
        .downloads + .page-sources { margin-top: .3rem; }
        .lessons { padding-inline-start: 1.6rem; }
        .lessons > li { margin: 1.1rem 0; }
        .lessons > li > a { font-size: 1.12rem; }
        .lessons p { margin: .1rem 0; color: var(--soft); }
        .printed-only { display: none; }

        """

    /// Where there is room: contents before the text, captions behind it, wide exhibits over both columns.
    ///
    /// A media query's rem is 16 px whatever the page's letters are: 65.5 of ours, with 18 px, and a scroll bar are 1,200 px.
    static let wide = """
        @media screen and (min-width: 75rem) {
            body { max-width: calc(var(--side) + var(--measure) + var(--margin) + 2 * var(--gap)); }
            header.site { max-width: none; padding-inline-start: 0; padding-inline-end: 0; }
            main, footer.site {
                max-width: none; width: var(--measure); padding: 0; margin-inline: calc(var(--side) + var(--gap)) 0;
            }
            nav.contents, nav.course {
                float: inline-start; position: sticky; top: 1.5rem; width: var(--side);
                margin-block: .4rem 0; margin-inline: calc(0rem - var(--side) - var(--gap)) 0;
                max-height: calc(100vh - 3rem); overflow-y: auto; border: 0; padding: 0 .2rem; font-size: .8rem;
            }
            nav.course { margin-block: 1.4rem 0; margin-inline: 0; max-width: none; }
            nav.course .sections { display: block; margin: .1rem 0 .4rem; border-inline-start: 1px solid var(--line); }
            nav.course .sections ol { padding-inline-start: .7rem; }
            nav.course:has(.sections) ~ main > nav.contents { display: none; }
            nav.contents > ol { columns: 1; }
            .contents-title { display: block; }
            figure.drawing { position: relative; }
            figure.drawing.narrow > figcaption {
                position: absolute; inset-inline-start: calc(100% + var(--gap)); top: 0; width: var(--margin); margin: 0; font-size: .84rem;
            }
            figure.drawing.broad, .working, main > .formula, .cell .table-box, main > .table-box {
                width: fit-content; min-width: 100%; max-width: calc(var(--measure) + var(--gap) + var(--margin));
            }
        }
        /* Beside the text the list is open, whether or not it was opened; a browser that can't do that leaves it to be opened. */
        @supports selector(::details-content) {
            @media screen and (min-width: 75rem) {
                .drawer > summary { display: none; }
                .drawer::details-content { content-visibility: visible; block-size: auto; }
            }
        }
        @media (max-width: 34rem) {
            html { font-size: 17px; }
            main, header.site, footer.site, nav.course { padding-inline-start: .85rem; padding-inline-end: .85rem; }
            h1 { font-size: 1.7rem; margin-top: 1.2rem; }
            nav.contents > ol { columns: 1; }
            .working { padding: .1rem .7rem; }
            .gap { white-space: normal; }
            .katex-display > .katex { white-space: normal; }
            .katex-display > .katex .base { margin: .15em 0; }
            .tools { width: 100%; }
            .search { flex: 1; }
            .search input { width: 100%; max-width: none; }
            .search-results { inset-inline: 0 auto; }
        }

        """
}
