import Exhibits
import Foundation
import Lessons

/// Makes a page's tree a chapter's: links that hold in the book, drawings as files, and nothing that needs a script or a printer.
struct EPUBAdaptation {
    let name: String
    let lessons: Set<String>
    let siteURL: String?
    let pictures: [String: [UInt8]]
    private(set) var files: [String: [UInt8]] = [:]
    private(set) var hasMathematics = false
    private(set) var hasBarePictures = false
    private var identifiers: Set<String> = ["content"]

    init(name: String, lessons: Set<String>, siteURL: String?, pictures: [String: [UInt8]]) {
        self.name = name
        self.lessons = lessons
        self.siteURL = siteURL
        self.pictures = pictures
    }

    mutating func adapted(_ nodes: [PageNode]) -> [PageNode] {
        var result: [PageNode] = []
        for node in nodes { result += adapted(node) }
        return result
    }

    private mutating func adapted(_ node: PageNode) -> [PageNode] {
        switch node {
        case .element(let tag, let attributes, let content):
            if isLeftOut(tag, attributes, content) { return [] }
            switch tag {
            case .a: return link(attributes, content)
            case .img: return picture(attributes)
            default: return [.element(tag, kept(attributes), adapted(content))]
            }
        case .drawing(let drawing): return [self.drawing(drawing)]
        case .formula:
            hasMathematics = true
            return [node]
        case .text, .line, .number, .markup: return [node]
        }
    }

    /// What a script shows, what only paper or a speaker has, and the sentence that leads to a file which is no part of the book.
    private func isLeftOut(_ tag: Tag, _ attributes: [Attribute], _ content: [PageNode]) -> Bool {
        if tag == .input || tag == .button { return true }
        if attributes.contains(where: {
            $0.name == .hidden || $0.name == .dataCheck || $0 == .class("notes") || $0.plain?.hasPrefix("printed-only") == true
        }) {
            return true
        }
        return siteURL == nil
            && content.contains { node in
                if case .element(.a, let own, _) = node { own.contains(.class("numbers-file")) } else { false }
            }
    }

    /// Without names that group what unfolds, without properties of the site's style sheet, and each identifier once.
    private mutating func kept(_ attributes: [Attribute]) -> [Attribute] {
        var result: [Attribute] = []
        for attribute in attributes {
            switch attribute.name {
            case .name, .download, .hreflang, .dataLabel, .dataPart, .dataPath, .dataFrames, .dataBlank: break
            case .style where attribute.plain?.hasPrefix("--") == true: break
            case .id where !identifiers.insert(attribute.plain ?? "").inserted: break
            default: result.append(attribute)
            }
        }
        return result
    }

    private mutating func link(_ attributes: [Attribute], _ content: [PageNode]) -> [PageNode] {
        let others = kept(attributes.filter { $0.name != .href && $0.name != .rel })
        let inside = adapted(content)
        guard let target = attributes.first(where: { $0.name == .href })?.plain.flatMap(address) else {
            return [.element(.span, others.filter { $0.name != .role }, inside)]
        }
        return [.element(.a, [.href(target)] + others, inside)]
    }

    private static let scheme = Pattern(/[A-Za-z][A-Za-z0-9+.\-]*:/)

    /// A place in the book or on the web; nil for what is in neither.
    private func address(_ address: String) -> String? {
        if address.hasPrefix("#") { return address.count > 1 && address != "#top" ? address : nil }
        if address.hasPrefix("//") { return "https:" + address }
        if let scheme = address.prefixMatch(of: Self.scheme.regex) {
            return ["http:", "https:", "mailto:"].contains(scheme.0.lowercased()) ? address : nil
        }
        let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let written = String(parts.first.map { $0.prefix { $0 != "?" } } ?? "")
        guard !written.isEmpty, let path = SitePath.resolved(written.removingPercentEncoding ?? written, on: name) else {
            return nil
        }
        let place = parts.count > 1 && !parts[1].isEmpty ? "#\(parts[1])" : ""
        if path.hasSuffix(".html"), lessons.contains(String(path.dropLast(".html".count))) {
            return SitePath.address(of: path.dropLast(".html".count) + ".xhtml", from: name) + place
        }
        return siteURL.map { "\($0)/\(SitePath.encoded(path))\(place)" }
    }

    /// A picture of the course goes into the book; of any other stands what is said in its place.
    private mutating func picture(_ attributes: [Attribute]) -> [PageNode] {
        let alternative = attributes.first { $0.name == .alt }?.plain ?? ""
        let source = attributes.first { $0.name == .src }?.plain ?? ""
        guard let path = SitePath.resolved(source.removingPercentEncoding ?? source, on: name), let bytes = pictures[path],
            EPUBMedia.isPicture(path)
        else { return [Tag.span(.class("no-picture")) { alternative.isEmpty ? source : alternative }] }
        if alternative.isEmpty { hasBarePictures = true }
        files[path] = bytes
        return [
            .element(.img, [.src(SitePath.address(of: path, from: name))] + kept(attributes.filter { $0.name != .src }), [])
        ]
    }

    private mutating func drawing(_ drawing: PageNode.Drawing) -> PageNode {
        let path = "\(name)/\(drawing.name).svg"
        files[path] = Array(SVG.file(of: drawing.figure, id: drawing.name).utf8)
        return Tag.img(.src(SitePath.address(of: path, from: name)), .text(.alt, drawing.figure.alternative))
    }
}

/// Kinds of files that every reader of EPUB shows (EPUB 3.3, 3.2).
enum EPUBMedia {
    static func type(of path: String) -> String? {
        switch path.split(separator: ".").last?.lowercased() {
        case "xhtml": "application/xhtml+xml"
        case "css": "text/css"
        case "svg": "image/svg+xml"
        case "png": "image/png"
        case "jpg", "jpeg": "image/jpeg"
        case "gif": "image/gif"
        default: nil
        }
    }

    static func isPicture(_ path: String) -> Bool { type(of: path)?.hasPrefix("image/") == true }
}
