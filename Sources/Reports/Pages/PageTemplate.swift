import Mustache

/// The frame around every page. Values in double braces are escaped; those in triple braces are HTML already.
public enum PageTemplate {
    /// What every page with the usual `metadata` has in its head.
    public static let mark = PageFrame.generator

    /// The template that a course's own `theme/page.html` takes the place of.
    public static let source = """
        <!DOCTYPE html>
        <html lang="{{lang}}"{{#rtl}} dir="rtl"{{/rtl}}>
        <head>
        <meta charset="utf-8">
        {{#base}}<base href="{{base}}">
        {{/base}}<meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <script>{{{early}}}</script>
        <title>{{title}}{{#course}} · {{course}}{{/course}}</title>
        {{#description}}<meta name="description" content="{{description}}">
        {{/description}}{{#author}}<meta name="author" content="{{author}}">
        {{/author}}{{{metadata}}}<link rel="icon" href="{{{root}}}assets/favicon.svg" type="image/svg+xml">
        {{{styles}}}<link rel="stylesheet" href="{{{root}}}assets/lectern.css">
        {{{themeStyles}}}<style>{{{pageRules}}}</style>
        <script src="{{{root}}}assets/lectern.js" defer></script>
        {{{scripts}}}{{{head}}}</head>
        <body>
        <a class="skip" href="#content">{{words.skip}}</a>
        <header class="site">
        <nav aria-label="{{words.course}}"><a href="{{{home}}}">{{{logo}}}{{#course}}{{course}}{{/course}}{{^course}}{{title}}{{/course}}</a></nav>
        {{{links}}}{{{tools}}}
        </header>
        {{{sidebar}}}<main id="content">
        <header class="title">
        <h1>{{title}}</h1>
        {{#subtitle}}<p class="subtitle">{{subtitle}}</p>
        {{/subtitle}}{{#description}}<p class="description">{{description}}</p>
        {{/description}}{{#byline}}<p class="byline">{{byline}}</p>
        {{/byline}}</header>
        {{#contents}}<nav class="contents" aria-label="{{words.onThisPage}}">
        <p class="contents-title" aria-hidden="true">{{words.onThisPage}}</p>
        <ol>
        {{{contents}}}
        </ol>
        </nav>
        {{/contents}}{{{body}}}
        </main>
        <footer class="site">
        {{#neighbours}}<nav class="neighbours" aria-label="{{words.lessons}}">
        {{{neighbours}}}
        </nav>
        {{/neighbours}}{{#verified}}<p class="verified">{{verified}}</p>
        {{/verified}}{{{downloads}}}{{{sources}}}{{{footer}}}</footer>
        {{{foot}}}</body>
        </html>

        """
}
