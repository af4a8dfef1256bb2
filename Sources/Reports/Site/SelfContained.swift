import Foundation

/// Makes a page one file: style sheets, fonts, scripts, pictures and the data of drawings in it instead of beside it.
public enum SelfContained {
    /// - Parameters:
    ///   - html: a page as `Handout.rendered` makes it.
    ///   - read: the contents of a file by its address on the page; nil leaves the address as it is.
    public static func page(_ html: String, read: (String) -> [UInt8]?) -> String {
        let styled = html.replacing(/<link rel="stylesheet" href="([^"]*)">/) { match -> String in
            style(at: String(match.1), read: read) ?? String(match.0)
        }
        let scripted = styled.replacing(/<script src="([^"]*)" defer(?: onerror="[^"]*")?><\/script>/) { match -> String in
            read(String(match.1)).map(script) ?? String(match.0)
        }
        return scripted.replacing(/(<link rel="icon" href=|<img src=|<a class="numbers-file" href=)"([^"]*)"/) {
            match -> String in
            let name = String(match.2)
            return read(name).map { "\(match.1)\"\(address(of: $0, name: name))\"" } ?? String(match.0)
        }
    }

    /// A style sheet with the fonts and pictures it asks for.
    private static func style(at path: String, read: (String) -> [UInt8]?) -> String? {
        guard let css = read(path) else { return nil }
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
        let text = String(decoding: css, as: UTF8.self).replacing(/url\(["']?([^)"']+)["']?\)/) { link -> String in
            let name = String(link.1)
            return read(folder + name).map { "url(\(address(of: $0, name: name)))" } ?? String(link.0)
        }
        return "<style>\n\(text)</style>"
    }

    /// A script in the page can't wait for the page by itself.
    private static func script(_ source: [UInt8]) -> String {
        let text = String(decoding: source, as: UTF8.self).replacing("</script", with: "<\\/script")
        return "<script>addEventListener(\"DOMContentLoaded\", () => {\n\(text)});</script>"
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
