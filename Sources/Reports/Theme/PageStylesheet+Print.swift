/// A page on paper, A4 or Letter as the course or the printer has it: everything unfolded, links as numbered notes, solutions at the end.
///
/// A browser breaks the items of a flex box worse than blocks, and keeps all margins between them; so `main` is one only where
/// solutions have to be moved, and in a book, where a script moves them (`BookScript`), it is none. Of the margins of two
/// neighbours in the box, one goes: that above a paragraph, and as much of the wider ones.
///
/// An exercise of one part stays together where a page can hold it; one of several breaks between these, for kept together they
/// left up to two thirds of a page empty.
extension PageStylesheet {
    private static let box = "main:has(> details.solution):not(:has(> .solutions-heading ~ details.solution))"

    static let print = """
        @media print {
            @page { margin: 22mm 18mm 20mm; }
            @page {
                @top-left { font: 8.5pt system-ui, sans-serif; color: #555; }
                @top-right { font: 8.5pt system-ui, sans-serif; color: #555; }
                @bottom-center { content: "\\200E" counter(page) " / " counter(pages); font: 8.5pt system-ui, sans-serif; color: #555; }
            }
            html { font-size: 10.5pt; }
            main, footer.site { max-width: none; padding: 0; }
            header.site, nav.course, nav.contents, .neighbours, .skip, .copy, .figure-numbers, .downloads, .page-sources { display: none; }
            .printed-only { display: revert; }
            .link-note { font-size: .72em; vertical-align: super; line-height: 0; }
            .link-notes { font-size: .85em; }
            .link-notes li { overflow-wrap: anywhere; margin: .1rem 0; }
            h1 { margin-top: 0; }
            /* Letters that reach above their line at the head of a page would stand twice in the bookmark. */
            h1, h2, h3, h4 { padding-top: .15em; }
            /* And lines of boxes there at the foot of the page before. */
            pre, .working { position: relative; top: 1px; }
            p, li { orphans: 3; widows: 3; }
            pre { border: 1px solid var(--line); white-space: pre-wrap; }
            .table-box, .formula, .drawing-box, pre { overflow: visible; }
            .table-box, .formula, .drawing-box, pre { background: none; }
            .drawing-box > svg { min-width: 0; }
            table { font-size: 8.5pt; }
            h1, h2, h3, h4, summary, .exercise-title, .callout-title, .working-title, figure.table figcaption { break-after: avoid; }
            p:has(+ :is(figure, .formula, .table-box, .working)) { break-after: avoid; }
            p + .cell:has(> figure:first-child) { break-before: avoid; }
            figure, tr, .formula, .steps > li, .exercise, .callout { break-inside: avoid; }
            figure.table:has(tbody > tr:nth-child(9)) { break-inside: auto; }
            tbody > tr:nth-child(-n+3):not(:last-child) { break-after: avoid; }
            tbody > tr:nth-last-child(-n+3):not(:first-child) { break-before: avoid; }
            .listing pre { orphans: 4; widows: 4; }
            .cell > :is(.listing, .code-fold) { break-after: avoid; }
            .drawing-box > svg { max-height: clamp(64mm, var(--printed, 0px), 180mm); }
            .cell > :is(.listing, .code-fold) + figure .drawing-box > svg { max-height: clamp(50mm, var(--printed, 0px), 180mm); }
            thead { display: table-header-group; }
            details::details-content { content-visibility: visible; block-size: auto; }
            details > summary { list-style: none; }
            details > summary::-webkit-details-marker { display: none; }
            \(box) { display: flex; flex-direction: column; }
            \(box) > :is(p, ul, ol), \(box) > .given > :first-child, \(box) > .cell > .listing:first-child > pre { margin-top: 0; }
            \(box) > :is(.formula, blockquote, .table-box) { margin-top: .3rem; }
            \(box) > :is(.cell, .exercise, .callout, .working, figure) { margin-top: .8rem; }
            \(box) > h2 { margin-top: 2rem; }
            \(box) > :is(h3, h4) { margin-top: 1.2rem; }
            \(box) > .cell > :last-child, \(box) > .cell > .listing:last-child > pre { margin-bottom: 0; }
            main > * { flex: none; }
            main > .solutions-heading { order: 1; }
            main > details.solution { order: 2; margin: 0 0 1rem; padding: 0; }
            main > details.solution > :is(p, ul, ol) { margin-top: .3rem; }
            main > details.solution > :last-child { margin-bottom: 0; }
            details.answers { break-inside: avoid; }
            main > .footnotes, main > .references, main > .links { order: 3; }
            details.solution > summary { color: var(--ink); font-weight: 650; }
            .hint { display: none; }
            .gap .field { min-width: max(2.2cm, calc(var(--width) * 1.3ch)); height: 1.5em; }
            .gap .row { line-height: 2.2; }
            .part { break-inside: avoid; }
            .exercise:has(> .part + .part) { break-inside: auto; }
            .exercise > p { break-inside: avoid; }
            .exercise > :not(.part):has(~ .part) { break-after: avoid; }
            .exercise > .cell:has(~ .part) { break-after: auto; }
            .exercise > .part ~ :not(.part) { break-before: avoid; }
            main:not(:has(.solution)) .exercise:not(:has(.gap, .task))::after { content: ""; display: block; height: 26mm; }
            [role="doc-backlink"] { display: none; }
            a { text-decoration: none; }
            [dir="rtl"] main { line-height: 1.8; }
            [dir="rtl"] main > h1, [dir="rtl"] .frame-label { padding-top: .35em; }
            footer.site { margin-top: 1rem; }
        }

        """
}
