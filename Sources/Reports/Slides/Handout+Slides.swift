import Lessons

extension Handout {
    /// The lesson as slides: its title, what its headings divide it into, and its notes and sources on a last one.
    func slides(_ markup: HTMLMarkup, _ words: PageWords) -> String {
        var slides = SlidesHTML(markup: markup, words: words)
        slides.add(titleSlide, class: "slide title-slide")
        for slide in Slides(lesson.body).slides { slides.add(slide) }
        let ending = markup.footnotes() + markup.references(of: lesson)
        if !ending.isEmpty { slides.add(ending, class: "slide") }
        return slides.html
    }

    private var titleSlide: String {
        let matter = lesson.frontMatter
        let lines: [(kind: String, text: String?)] = [
            ("subtitle", matter.subtitle), ("description", matter.description), ("byline", byline), ("verified", verified),
        ]
        return "<h1>\(Escape.html(title))</h1>\n"
            + lines.compactMap { line in line.text.map { "<p class=\"\(line.kind)\">\(Escape.html($0))</p>\n" } }.joined()
    }
}
