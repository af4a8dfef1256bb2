extension Lesson {
    /// What the page is called: the front matter's `title`, else the heading of level 1 that the text begins with, else what its
    /// file's name says.
    public var title: String { frontMatter.title ?? heading?.plainText ?? Self.title(ofPage: name) }

    /// `week2/05-gradient_descent` as words: `05 gradient descent`. A folder's page is called as its folder is.
    static func title(ofPage name: String) -> String {
        let parts = name.split(separator: "/")
        let isFolder = parts.count > 1 && ["index", "readme"].contains(parts.last?.lowercased() ?? "")
        let words = (isFolder ? parts.dropLast() : parts[...]).last?.split { $0 == "-" || $0 == "_" } ?? []
        let title = words.joined(separator: " ")
        return title.isEmpty ? name : title.prefix(1).uppercased() + title.dropFirst()
    }

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
