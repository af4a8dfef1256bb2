import Foundation

/// Makes a page one file: style sheets, fonts, scripts and pictures in it instead of beside it.
public enum SelfContained {
    /// - Parameters:
    ///   - html: a page as `Handout.rendered` makes it.
    ///   - read: the contents of a file by its address on the page; nil leaves the address as it is.
    public static func page(_ html: String, read: (String) -> [UInt8]?) -> String {
        html.replacing(/<link rel="stylesheet" href="([^"]*)">/) { match in
            guard let css = read(String(match.1)) else { return String(match.0) }
            let folder = match.1.lastIndex(of: "/").map { match.1[...$0] } ?? ""
            let text = String(decoding: css, as: UTF8.self).replacing(/url\(([^)"']+)\)/) { link in
                read(folder + link.1).map { "url(\(address(of: $0, name: String(link.1))))" } ?? String(link.0)
            }
            return "<style>\n\(text)</style>"
        }.replacing(/<script src="([^"]*)" defer><\/script>/) { match in
            guard let script = read(String(match.1)) else { return String(match.0) }
            // A script in the page can't wait for the page by itself.
            let text = String(decoding: script, as: UTF8.self).replacing("</script", with: "<\\/script")
            return "<script>addEventListener(\"DOMContentLoaded\", () => {\n\(text)});</script>"
        }.replacing(/(<link rel="icon" href=|<img src=)"([^"]*)"/) { match in
            guard let bytes = read(String(match.2)) else { return String(match.0) }
            return "\(match.1)\"\(address(of: bytes, name: String(match.2)))\""
        }
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
        default: "application/octet-stream"
        }
    }
}
