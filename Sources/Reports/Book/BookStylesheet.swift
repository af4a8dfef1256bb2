/// What a book has besides the rules of printed pages.
enum BookStylesheet {
    static let css = """
        @page { @bottom-center { content: counter(page); } }
        @page:first { @bottom-center { content: ""; } }
        .cover { break-after: page; height: 230mm; display: flex; flex-direction: column; justify-content: center; }
        .cover h1 { font-size: 2.6rem; }
        .cover .byline { margin-top: 2rem; font-size: 1rem; }
        .book-contents { break-after: page; }
        .book-contents h2 { margin-top: 0; }
        .book-contents ol { list-style: none; padding: 0; margin: 0; }
        .book-contents li { display: flex; align-items: baseline; gap: .4rem; margin: .35rem 0; break-inside: avoid; }
        .book-contents .part-title { font-weight: 650; margin: 1rem 0 .2rem; break-after: avoid; }
        .leader { flex: 1; border-bottom: 1px dotted var(--soft); }
        .page-number { min-width: 2em; text-align: end; font-variant-numeric: tabular-nums; }
        .notes { display: none; }
        .slide { break-inside: avoid-page; }
        .slide h2 { font-size: 1.42rem; }
        .slide h3 { font-size: 1.2rem; margin: .4rem 0 .8rem; }

        """
}
