import Mustache

/// The frame around a lesson that is slides. Values in double braces are escaped; those in triple braces are HTML already.
enum SlidesTemplate {
    static let source = """
        <!DOCTYPE html>
        <html lang="{{lang}}"{{#rtl}} dir="rtl"{{/rtl}}>
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <script>{{{early}}}</script>
        <title>{{title}}{{#course}} · {{course}}{{/course}}</title>
        {{#description}}<meta name="description" content="{{description}}">
        {{/description}}{{#author}}<meta name="author" content="{{author}}">
        {{/author}}{{{metadata}}}<link rel="icon" href="{{{root}}}assets/favicon.svg" type="image/svg+xml">
        {{{styles}}}<link rel="stylesheet" href="{{{root}}}assets/lectern.css">
        <link rel="stylesheet" href="{{{root}}}\(SlidesStylesheet.path)">
        {{{themeStyles}}}<script src="{{{root}}}assets/lectern.js" defer></script>
        {{{scripts}}}<script src="{{{root}}}\(SlidesScript.path)" defer onerror="document.documentElement.classList.remove('js')"></script>
        {{{head}}}</head>
        <body>
        <a class="skip" href="#content">{{words.skip}}</a>
        <main id="content" class="slides">
        {{{body}}}</main>
        <footer class="slides-bar">
        <nav aria-label="{{words.course}}"><a href="{{{home}}}">{{#course}}{{course}}{{/course}}{{^course}}{{title}}{{/course}}</a></nav>
        {{{tools}}}
        <div class="slides-keys" hidden data-notes="{{words.notes}}">
        <button type="button" class="speaker" aria-pressed="false">{{words.notes}}</button>
        <button type="button" class="back" aria-label="{{words.previous}}">‹</button>
        <output class="place"></output>
        <button type="button" class="forth" aria-label="{{words.next}}">›</button>
        </div>
        </footer>
        {{{foot}}}</body>
        </html>

        """
}
