import CCMark

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The only place that touches libcmark's pointers.
package enum CommonMark {
    /// How deep blocks and inlines may nest in each other. Deeper text is no text, and a recursive walk must end.
    static let deepest = 200

    static func tree(of bytes: [UInt8]) -> CommonMarkNode {
        let bounded = BoundedText(in: bytes)
        var tree = withDocument(of: bounded.bytes) { converted($0, depth: 0) } ?? CommonMarkNode(kind: .document)
        tree.children += bounded.beyond
        return tree
    }

    /// libcmark's own rendering, to hold ours against. With `allowsRawHTML`, the author's HTML is kept.
    package static func html(of markdown: String, allowsRawHTML: Bool) -> String {
        let options = allowsRawHTML ? CMARK_OPT_UNSAFE : CMARK_OPT_DEFAULT
        return withDocument(of: BoundedText(in: Array(markdown.utf8)).bytes) { document in
            guard let rendered = cmark_render_html(document, options) else { return "" }
            defer { free(rendered) }
            return String(cString: rendered)
        } ?? ""
    }

    private static func withDocument<Result>(
        of bytes: [UInt8], _ body: (OpaquePointer) -> Result
    ) -> Result? {
        let document = bytes.withUnsafeBytes { buffer in
            cmark_parse_document(buffer.bindMemory(to: CChar.self).baseAddress, buffer.count, CMARK_OPT_DEFAULT)
        }
        guard let document else { return nil }
        defer { cmark_node_free(document) }
        return body(document)
    }

    private static func converted(_ node: OpaquePointer, depth: Int) -> CommonMarkNode {
        var result = CommonMarkNode(kind: kind(of: node))
        result.literal = cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
        result.line = Int(cmark_node_get_start_line(node))
        result.column = Int(cmark_node_get_start_column(node))
        result.lastLine = Int(cmark_node_get_end_line(node))
        var child = cmark_node_first_child(node)
        if child != nil, depth >= deepest {
            result.children = [CommonMarkNode(kind: .tooDeep, line: result.line, column: result.column)]
            return result
        }
        while let current = child {
            result.children.append(converted(current, depth: depth + 1))
            child = cmark_node_next(current)
        }
        return result
    }

    private static func kind(of node: OpaquePointer) -> CommonMarkNode.Kind {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_BLOCK_QUOTE: .quote
        case CMARK_NODE_LIST:
            .list(
                start: cmark_node_get_list_type(node) == CMARK_ORDERED_LIST ? Int(cmark_node_get_list_start(node)) : nil,
                tight: cmark_node_get_list_tight(node) != 0)
        case CMARK_NODE_ITEM: .item
        case CMARK_NODE_CODE_BLOCK: .code(info: text(cmark_node_get_fence_info(node)))
        case CMARK_NODE_HTML_BLOCK: .html
        case CMARK_NODE_PARAGRAPH: .paragraph
        case CMARK_NODE_HEADING: .heading(level: Int(cmark_node_get_heading_level(node)))
        case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
        case CMARK_NODE_SOFTBREAK: .softBreak
        case CMARK_NODE_LINEBREAK: .lineBreak
        case CMARK_NODE_CODE: .inlineCode
        case CMARK_NODE_HTML_INLINE: .inlineHTML
        case CMARK_NODE_EMPH: .emphasis
        case CMARK_NODE_STRONG: .strong
        case CMARK_NODE_LINK:
            .link(destination: text(cmark_node_get_url(node)), title: text(cmark_node_get_title(node)))
        case CMARK_NODE_IMAGE:
            .image(destination: text(cmark_node_get_url(node)), title: text(cmark_node_get_title(node)))
        case CMARK_NODE_DOCUMENT: .document
        default: .text
        }
    }

    private static func text(_ pointer: UnsafePointer<CChar>?) -> String { pointer.map { String(cString: $0) } ?? "" }
}
