import Lessons

/// Slides as parts of a page. Without a script, and for whoever reads instead of listening, they stand one below the other.
struct SlidesHTML {
    let markup: HTMLMarkup
    let words: PageWords
    private var sections: [String] = []

    init(markup: HTMLMarkup, words: PageWords) {
        self.markup = markup
        self.words = words
    }

    var html: String { sections.joined() }

    /// The identifier of a slide; no heading can have one with a colon.
    static func identifier(_ number: Int) -> String { "slide:\(number)" }

    mutating func add(_ slide: Slides.Slide) {
        let heading = slide.heading.map { markup.html(of: [$0]) } ?? ""
        let isAlone = slide.stages.allSatisfy { !$0.contains(where: \.isShown) }
        var content = heading
        for (index, stage) in slide.stages.enumerated() {
            let html = markup.html(of: stage)
            content += index == 0 ? html : "<div class=\"step\">\n\(html)</div>\n"
        }
        add(content, class: isAlone && slide.heading != nil ? "slide divider" : "slide", notes: slide.notes)
    }

    mutating func add(_ content: String, class kind: String, notes: [BlockNode] = []) {
        let number = sections.count + 1
        var html = "<div class=\"\(kind)\" id=\"\(Self.identifier(number))\" role=\"group\" "
        html += "aria-roledescription=\"\(Escape.html(words.slide))\" aria-label=\"\(number)\">\n"
        html += "<div class=\"sheet\">\n\(content)</div>\n"
        if !notes.isEmpty {
            html += "<aside class=\"notes\" aria-label=\"\(Escape.html(words.notes))\">\n\(markup.html(of: notes))</aside>\n"
        }
        sections.append(html + "</div>\n")
    }
}
