import Mustache

/// The frame around every page. Values in double braces are escaped; those in triple braces are HTML already.
enum PageTemplate {
    static let source = """
        <!DOCTYPE html>
        <html lang="{{lang}}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{{title}}{{#course}} · {{course}}{{/course}}</title>
        {{#description}}<meta name="description" content="{{description}}">
        {{/description}}{{#author}}<meta name="author" content="{{author}}">
        {{/author}}<link rel="icon" href="assets/favicon.svg" type="image/svg+xml">
        <link rel="stylesheet" href="assets/katex.css">
        <link rel="stylesheet" href="assets/lectern.css">
        </head>
        <body>
        <a class="skip" href="#content">Skip to the text</a>
        <header class="site">
        <nav aria-label="Course"><a href="index.html">{{course}}</a></nav>
        </header>
        <main id="content">
        <header class="title">
        <h1>{{title}}</h1>
        {{#description}}<p class="description">{{description}}</p>
        {{/description}}</header>
        {{#contents}}<nav class="contents" aria-label="On this page">
        <ol>
        {{{contents}}}
        </ol>
        </nav>
        {{/contents}}{{{body}}}
        </main>
        <footer class="site">
        {{#neighbours}}<nav class="neighbours" aria-label="Lessons">
        {{{neighbours}}}
        </nav>
        {{/neighbours}}{{#verified}}<p class="verified">{{verified}}</p>
        {{/verified}}</footer>
        </body>
        </html>

        """

    static func rendered(_ values: [String: Any]) throws -> String {
        try MustacheTemplate(string: source).render(values)
    }
}
