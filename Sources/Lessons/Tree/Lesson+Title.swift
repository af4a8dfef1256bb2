extension Lesson {
    /// What the page is called: the front matter's `title`, else the heading of level 1 that the text begins with, else the
    /// file's name.
    public var title: String { frontMatter.title ?? heading?.plainText ?? name }

    /// What stands below the page's title: all blocks, but for a heading that is the title itself.
    public var body: [BlockNode] {
        guard frontMatter.title == nil, heading != nil, let first = blocks.firstIndex(where: \.isShown) else { return blocks }
        var body = blocks
        body.remove(at: first)
        return body
    }

    /// The first heading, where it is nothing but words: what is computed, claimed or referred to stays in the text.
    private var heading: [Inline]? {
        guard case .heading(1, let words, nil) = blocks.first(where: \.isShown)?.block, words.allSatisfy(Self.isPlain),
            !words.isEmpty
        else {
            return nil
        }
        return words
    }

    private static func isPlain(_ inline: Inline) -> Bool {
        switch inline {
        case .text, .code, .softBreak: true
        case .emphasis(let content), .strong(let content): content.allSatisfy(isPlain)
        default: false
        }
    }
}
