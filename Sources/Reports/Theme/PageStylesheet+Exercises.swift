/// Exercises with their parts, blanks and choices.
extension PageStylesheet {
    static let exercises = """
        .points { font-weight: 400; color: var(--soft); }
        .decimals { color: var(--soft); font-size: .9rem; }
        .part { display: flex; gap: .6rem; margin: .4rem 0; }
        .part > .part-letter { flex: none; margin: .8rem 0; font-weight: 650; }
        .part > div { flex: 1; min-width: 0; }
        /* On a phone a part keeps its width: its points stand above it, not beside it. */
        @media screen and (max-width: 34rem) {
            .part:has(> .part-letter > .points) { display: block; }
            .part:has(> .part-letter > .points) > .part-letter { margin-bottom: 0; }
        }
        .gap { white-space: nowrap; }
        .gap > .rows { display: inline-block; vertical-align: middle; }
        .gap .row { display: block; }
        .gap .row + .row { padding-inline-start: .45em; }
        .gap .field {
            display: inline-block; min-width: calc(var(--width) * 1ch); height: 1.15em; vertical-align: -.2em;
            border-bottom: 1.5px solid var(--ink); margin: 0 .1em;
        }
        .gap > sup { color: var(--soft); font-size: max(.68em, 12px); margin-inline-start: .15em; }
        .offered { white-space: nowrap; unicode-bidi: isolate; }
        .offered + .offered { margin-inline-start: .4em; }
        .answer { border-bottom: 1.5px solid var(--right); color: var(--right); font-weight: 600; white-space: nowrap; }
        .answer.many { white-space: normal; }
        .choices li:has(> .task), .choices li:has(> p:first-child > .task) { list-style: upper-alpha; }
        .choices .task { margin-inline-start: 0; }
        .hint > summary { color: var(--link); font-size: .9rem; }
        .feedback { color: var(--soft); font-style: italic; }
        .callout-instructor { border-color: var(--quoted); }

        """
}
