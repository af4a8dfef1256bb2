/// How slides look: one at a time where a script presents them, one below the other where none does, one a page on paper.
public enum SlidesStylesheet {
    public static let path = "assets/slides.css"

    public static let css = reading + presenting + paper

    private static let reading = """
        body { max-width: none; counter-reset: slide; }
        main.slides { max-width: 66rem; width: auto; margin: 0 auto; padding: 1rem 1.1rem; }
        .slide { counter-increment: slide; position: relative; margin: 1.2rem 0; padding: 1rem 2rem 2rem; border: 1px solid var(--line); border-radius: 6px; }
        .slide::after { content: counter(slide); position: absolute; bottom: .4rem; inset-inline-end: .8rem; font: .75rem var(--tool-font); color: var(--soft); }
        .slide h1 { margin: .4rem 0; }
        .slide h2 { margin: .4rem 0 .8rem; font-size: 1.6rem; }
        .slide figure.drawing.narrow > figcaption { position: static; width: auto; margin: .3rem 0 0; }
        .slide :is(.working, .formula, .cell .listing, .cell .table-box) { max-width: 100%; min-width: 0; }
        .slide .verified { color: var(--soft); font: .85rem/1.5 var(--tool-font); }
        .notes { margin-top: 1rem; padding: .2rem 1rem; border-inline-start: 3px solid var(--quoted); background: var(--wash); font-size: .9rem; }
        .slides-bar {
            display: flex; flex-wrap: wrap; align-items: center; gap: .3rem 1rem; padding: .4rem 1.1rem;
            font: 14px/1.4 var(--tool-font); color: var(--soft); border-top: 1px solid var(--line);
        }
        .slides-bar nav { margin-inline-end: auto; }
        .slides-bar .tools { width: auto; }
        /* Before the script says so: what goes away later would move what stands beside it. */
        main:not(:has(.notes)) ~ .slides-bar .speaker { display: none; }
        .slides-bar a { color: var(--soft); text-decoration: none; }
        .slides-bar a:hover { color: var(--link); text-decoration: underline; }
        .slides-keys { display: flex; align-items: center; gap: .5rem; }
        .slides-keys[hidden] { display: none; }
        .js .slides-keys[hidden] { display: flex; visibility: hidden; }
        .slides-bar button {
            font: inherit; color: var(--soft); background: var(--paper); border: 1px solid var(--line); border-radius: 5px;
            padding: .2rem .7rem; min-height: 28px; min-width: 36px; cursor: pointer;
        }
        .slides-bar button:hover { color: var(--ink); border-color: var(--soft); }
        .slides-bar button[aria-pressed="true"] { color: var(--quoted); border-color: var(--quoted); }
        .slides-bar .place { min-width: 3.5em; text-align: center; direction: ltr; }

        """

    private static let presenting = """
        @media screen {
            .js { font-size: max(16px, min(1.75vw, 3.1vh)); }
            .js body { height: 100vh; height: 100dvh; display: grid; grid-template-rows: minmax(0, 1fr) auto; }
            .js main.slides { max-width: none; margin: 0; padding: 0; overflow: hidden; }
            .js .slide { display: none; }
            .js .slide.current { display: flex; flex-direction: column; height: 100%; overflow: auto; margin: 0; padding: 1.2rem clamp(1rem, 5vw, 5rem); border: 0; }
            .js .slide:not([tabindex]):focus-visible { outline: none; }
            .js .slide[tabindex]:focus-visible { outline-offset: -2px; }
            .js .figure-numbers { display: none; }
            .js .slide::after { content: none; }
            .js .sheet { width: 100%; }
            .js :is(.title-slide, .divider) .sheet { margin-block: auto; }
            .js .drawing-box > svg { max-height: 62vh; }
            .js [data-step="later"] { visibility: hidden; }
            .js .notes { display: none; }
            .js.speaking .notes { display: block; margin-top: auto; position: sticky; bottom: 0; }
        }

        """

    /// A page of a slide's shape. A slide that needs more than one goes on on the next: nothing is cut off.
    private static let paper = """
        @media print {
            @page { size: 1280px 720px; margin: 0; @top-left { content: none; } @top-right { content: none; } @bottom-center { content: none; } }
            html { font-size: 21px; }
            main.slides { display: block; max-width: none; padding: 0; }
            .slide { break-after: page; min-height: 719px; margin: 0; padding: 28px 64px; border: 0; display: flex; flex-direction: column; }
            .slide:last-child { break-after: auto; }
            .title-slide .sheet, .divider .sheet { margin-block: auto; }
            .slide .drawing-box > svg { max-height: 440px; }
            .sheet { break-inside: avoid; }
            table { font-size: inherit; }
            .notes, .slides-bar { display: none; }
        }

        """
}
