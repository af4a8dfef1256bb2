import Lessons

/// Slides as parts of a page. Without a script, and for whoever reads instead of listening, they stand one below the other.
struct SlidesHTML {
    let markup: HTMLMarkup
    let words: PageWords
    private(set) var nodes: [PageNode] = []
    private var count = 0

    init(markup: HTMLMarkup, words: PageWords) {
        self.markup = markup
        self.words = words
    }

    /// The identifier of a slide; no heading can have one with a colon.
    static func identifier(_ number: Int) -> String { "slide:\(number)" }

    mutating func add(_ slide: Slides.Slide) {
        let isAlone = slide.stages.allSatisfy { !$0.contains(where: \.isShown) }
        var content = slide.heading.map { markup.nodes(of: [$0]) } ?? []
        for (index, stage) in slide.stages.enumerated() {
            let nodes = markup.nodes(of: stage)
            content += index == 0 ? nodes : Tag.div.block(.class("step")) { nodes }
        }
        add(content, class: isAlone && slide.heading != nil ? "slide divider" : "slide", notes: slide.notes)
    }

    mutating func add(_ content: [PageNode], class kind: String, notes: [BlockNode] = []) {
        count += 1
        nodes += Tag.div.block(
            .class(kind), .id(Self.identifier(count)), .text(.role, "group"), .text(.ariaRoleDescription, words.slide),
            .aria(label: "\(count)")
        ) {
            Tag.div.block(.class("sheet")) { content }
            if !notes.isEmpty {
                Tag.aside.block(.class("notes"), .aria(label: words.notes)) { markup.nodes(of: notes) }
            }
        }
    }
}
