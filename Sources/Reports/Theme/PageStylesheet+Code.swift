/// Listings, what they print, and the colours of their parts.
extension PageStylesheet {
    static let code = """
        code, pre { font-family: var(--code-font); }
        code { font-size: .86em; }
        pre {
            font-size: .8rem; line-height: 1.5; overflow-x: auto; padding: .75rem .9rem; border-radius: 5px; margin: .9rem 0;
            --ground: var(--wash); --fill: var(--wash); color: var(--ink);
        }
        pre code { font-size: inherit; }
        .cell { margin: 1.4rem 0; }
        .listing { position: relative; }
        .cell .listing > pre { border-inline-start: 3px solid var(--line); border-radius: 0 5px 5px 0; margin-bottom: .5rem; }
        .cell pre.printed { --ground: inherit; --fill: transparent; padding-top: .1rem; color: var(--soft); margin-top: 0; }
        p.failed { margin: .9rem 0 0; }
        p.failed + pre.failed { margin-top: .3rem; }
        pre.warned, pre.failed { border-inline-start: 3px solid var(--wrong); }
        .copy {
            position: absolute; top: .4rem; inset-inline-end: .4rem; font: .72rem var(--tool-font); padding: .25rem .55rem; opacity: 0;
            color: var(--soft); background: var(--paper); border: 1px solid var(--line); border-radius: 5px; cursor: pointer;
        }
        .copy:hover { color: var(--ink); border-color: var(--soft); }
        .listing:hover .copy, .copy:focus-visible { opacity: 1; }
        @media (hover: none) { .copy { display: none; } }
        .hljs-keyword { color: var(--keyword); }
        .hljs-string, .hljs-regexp { color: var(--string); }
        .hljs-number, .hljs-literal { color: var(--number); }
        .hljs-comment { color: var(--comment); font-style: italic; }
        .hljs-type, .hljs-title, .hljs-built_in, .hljs-attr { color: var(--type); }

        """
}
