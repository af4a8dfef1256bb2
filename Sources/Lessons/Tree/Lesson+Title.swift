extension Lesson {
    /// What the page is called: the front matter's `title`, else the heading of level 1 that the text begins with, where
    /// pictures and links may stand before it, else what its file's name says.
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
        guard frontMatter.title == nil, heading != nil, let place = headingPlace else { return blocks }
        var body = blocks
        if case .heading(_, _, let label?) = body[place].block {
            // What refers to the title still leads to its place.
            body[place].block = .paragraph([.span([], Attributes(label: label))])
        } else {
            body.remove(at: place)
        }
        return body
    }

    /// The first heading, where it is nothing but words: what is computed, claimed or referred to stays in the text.
    private var heading: [Inline]? {
        guard let place = headingPlace, case .heading(1, let words, _) = blocks[place].block,
            words.allSatisfy(Self.isPlain), !words.isEmpty
        else { return nil }
        return words
    }

    /// Where the first block is that has anything to say: pictures and links before it, such as badges, belong below the title.
    private var headingPlace: Int? { blocks.firstIndex { $0.isShown && !$0.isFurniture } }

    private static func isPlain(_ inline: Inline) -> Bool {
        switch inline {
        case .text, .code, .softBreak: true
        case .emphasis(let content), .strong(let content): content.allSatisfy(isPlain)
        default: false
        }
    }
}

extension BlockNode {
    /// Whether the block is nothing but pictures without captions, links, and signs between them.
    fileprivate var isFurniture: Bool {
        switch block {
        case .figure(let picture): picture.attributes.label == nil
        case .html: true
        case .paragraph(let content): content.allSatisfy(Self.isFurniture)
        default: false
        }
    }

    private static func isFurniture(_ inline: Inline) -> Bool {
        switch inline {
        case .text(let text): !text.contains { $0.isLetter || $0.isNumber }
        case .image, .link, .html, .softBreak, .lineBreak: true
        case .span(let content, _), .strong(let content), .emphasis(let content): content.allSatisfy(isFurniture)
        default: false
        }
    }
}
