import Exhibits

/// Writes a page's tree, the one place where anything is escaped: as HTML for browsers, or as XML for readers of books.
public struct PageWriter {
    public enum Syntax: Sendable { case html, xml }

    private let syntax: Syntax
    private(set) var bytes: [UInt8] = []

    init(_ syntax: Syntax) { self.syntax = syntax }

    public static func text(_ nodes: [PageNode], as syntax: Syntax = .html) -> String {
        var writer = PageWriter(syntax)
        writer.write(nodes)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    mutating func write(_ nodes: [PageNode]) {
        var foreign = ForeignElements()
        for node in nodes {
            switch node {
            case .markup(let html): syntax == .html ? bytes += html.utf8 : foreign.write(html, to: &bytes)
            case _ where foreign.isLeavingOut: break
            case .text(let text): write(text: text)
            case .line: if let last = bytes.last, last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
            case .element(let tag, let attributes, let content): write(tag, attributes, content)
            case .number(let number): bytes += number.html.utf8
            case .formula(let formula):
                bytes += (syntax == .xml ? formula.mathML : nil)?.utf8 ?? formula.html.utf8
            case .drawing(let drawing): bytes += drawing.svg.utf8
            }
        }
        foreign.end(in: &bytes)
    }

    private mutating func write(_ tag: Tag, _ attributes: [Attribute], _ content: [PageNode]) {
        bytes.append(UInt8(ascii: "<"))
        bytes += tag.rawValue.utf8
        for attribute in attributes { write(attribute) }
        if tag.isVoid {
            bytes += (syntax == .html ? tag.voidEnd : "/>").utf8
            return
        }
        bytes.append(UInt8(ascii: ">"))
        write(content)
        bytes += "</\(tag.rawValue)>".utf8
    }

    private mutating func write(_ attribute: Attribute) {
        bytes.append(UInt8(ascii: " "))
        bytes += attribute.name.rawValue.utf8
        switch attribute.value {
        case .present where syntax == .html: return
        case .present:
            bytes += "=\"\(attribute.name.rawValue)\"".utf8
            return
        case .text(let text):
            bytes += "=\"".utf8
            write(text: text)
        case .address(let address):
            bytes += "=\"".utf8
            Escape.append(address: address, to: &bytes)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func write(text: String) {
        syntax == .html ? Escape.append(text, to: &bytes) : Escape.append(xml: text, to: &bytes)
    }
}

extension [PageNode] {
    /// The nodes as HTML.
    public var html: String { PageWriter.text(self) }
}
