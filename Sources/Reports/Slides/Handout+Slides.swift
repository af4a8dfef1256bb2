import Lessons

extension Handout {
    /// The lesson as slides: its title, what its headings divide it into, and its notes and sources on a last one.
    func slides(_ markup: HTMLMarkup, _ words: PageWords) -> (title: [PageNode], others: [PageNode]) {
        var slides = SlidesHTML(markup: markup, words: words)
        slides.add(titleSlide, class: "slide title-slide")
        let title = slides.nodes
        for slide in Slides(lesson.body).slides { slides.add(slide) }
        let ending = markup.footnotes() + markup.references(of: lesson)
        if !ending.isEmpty { slides.add(ending, class: "slide") }
        return (title, Array(slides.nodes.dropFirst(title.count)))
    }

    private var titleSlide: [PageNode] {
        let matter = lesson.frontMatter
        let lines: [(kind: String, text: String?)] = [
            ("subtitle", matter.subtitle), ("description", matter.description), ("byline", byline), ("verified", verified),
        ]
        return PageBuilder.nodes {
            Tag.h1.line { title }
            for line in lines {
                if let text = line.text { Tag.p.line(.class(line.kind)) { text } }
            }
        }
    }
}
