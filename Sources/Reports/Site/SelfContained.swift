import Foundation

/// Makes a page one file: style sheets, fonts, scripts, pictures and the data of drawings in it instead of beside it.
public enum SelfContained {
    /// - Parameters:
    ///   - html: a page as `Handout.rendered` makes it.
    ///   - read: the contents of a file by its address on the page; nil leaves the address as it is.
    public static func page(_ html: String, read: (String) -> [UInt8]?) -> String {
        replaced(in: Array(html.utf8), at: UInt8(ascii: "<")) { bytes, start in
            guard let link = PageLink(in: bytes, at: start), let contents = read(link.name) else { return nil }
            return switch link.kind {
            case .style: (link.end, style(contents, at: link.name, read: read))
            case .script: (link.end, script(contents))
            case .file:
                (link.end, Array(bytes[start..<link.address]) + Array(address(of: contents, name: link.name).utf8) + [quote])
            }
        }
    }

    private static let quote = UInt8(ascii: "\"")

    /// A text in which something is put in the place of what begins with a byte: up to where, and what; nil leaves it.
    private static func replaced(
        in bytes: [UInt8], at first: UInt8, by replacement: ([UInt8], Int) -> (end: Int, text: [UInt8])?
    ) -> String {
        var text: [UInt8] = []
        var rest = 0, position = 0
        while let start = bytes[position...].firstIndex(of: first) {
            position = start + 1
            guard let (end, new) = replacement(bytes, start) else { continue }
            text += bytes[rest..<start]
            text += new
            rest = end
            position = end
        }
        return String(decoding: text + bytes[rest...], as: UTF8.self)
    }

    /// A style sheet with the fonts and pictures it asks for.
    private static func style(_ css: [UInt8], at path: String, read: (String) -> [UInt8]?) -> [UInt8] {
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
        let opening = Array("url(".utf8), quotes = [quote, UInt8(ascii: "'")], close = UInt8(ascii: ")")
        let text = replaced(in: css, at: opening[0]) { bytes, start in
            guard bytes[start...].starts(with: opening) else { return nil }
            let value = bytes[(start + opening.count)...].prefix { $0 != close }
            let name = value.drop { quotes.contains($0) }.prefix { !quotes.contains($0) }
            // Between the parentheses stands the name, with a quotation mark on each side or none.
            guard value.endIndex < bytes.count, !name.isEmpty, value.count - name.count <= 2 else { return nil }
            let file = String(decoding: name, as: UTF8.self)
            return read(folder + file).map { (value.endIndex + 1, Array("url(\(address(of: $0, name: file)))".utf8)) }
        }
        return Array("<style>\n\(text)</style>".utf8)
    }

    /// A script in the page can't wait for the page by itself.
    private static func script(_ source: [UInt8]) -> [UInt8] {
        let end = Array("</script".utf8)
        let text = replaced(in: source, at: end[0]) { bytes, start in
            bytes[start...].starts(with: end) ? (start + end.count, Array("<\\/script".utf8)) : nil
        }
        return Array("<script>addEventListener(\"DOMContentLoaded\", () => {\n\(text)});</script>".utf8)
    }

    private static func address(of bytes: [UInt8], name: String) -> String {
        "data:\(type(of: name));base64,\(Data(bytes).base64EncodedString())"
    }

    private static func type(of name: String) -> String {
        switch name.split(separator: ".").last?.lowercased() {
        case "svg": "image/svg+xml"
        case "png": "image/png"
        case "jpg", "jpeg": "image/jpeg"
        case "gif": "image/gif"
        case "webp": "image/webp"
        case "woff2": "font/woff2"
        case "woff": "font/woff"
        case "csv": "text/csv;charset=utf-8"
        default: "application/octet-stream"
        }
    }
}
