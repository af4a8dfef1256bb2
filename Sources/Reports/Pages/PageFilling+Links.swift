import Foundation
import Lessons

/// Links: where they lead on the site, and how paper names them.
extension PageFilling {
    func mark(ofLink destination: String, text: [Inline]) -> [PageNode] {
        guard destination.hasPrefix("http://") || destination.hasPrefix("https://"), PlainText.of(text) != destination else {
            return []
        }
        if !links.contains(destination) { links.append(destination) }
        let number = (links.firstIndex(of: destination) ?? 0) + 1
        return [Tag.span(.class("printed-only link-note")) { "[\(number)]" }]
    }

    func destination(_ destination: String) -> String {
        guard !destination.namesScheme, !destination.hasPrefix("//") else { return destination }
        // A slash at the beginning means the course's folder, wherever the site will stand.
        let address = destination.hasPrefix("/") ? fromRoot(destination.dropFirst()) : destination
        // Lessons link to each other's sources, so that the links work in a repository too.
        guard let dot = address.range(of: ".md") else { return address }
        let rest = address[dot.upperBound...]
        guard rest.isEmpty || rest.hasPrefix("#") else { return address }
        let path = address[..<dot.lowerBound]
        // A folder is spoken for by its README, and shown by its index.
        let isFolder = path == "README" || path.hasSuffix("/README")
        return (isFolder ? path.dropLast("README".count) + "index" : path) + ".html" + rest
    }

    /// An address that its author wrote from the course's folder, with its anchor.
    private func fromRoot(_ destination: Substring) -> String {
        let path = destination.prefix { $0 != "#" && $0 != "?" }
        let file = String(path).removingPercentEncoding ?? String(path)
        return SitePath.address(of: file, from: handout.lesson.name) + destination[path.endIndex...]
    }
}

extension String {
    /// Whether an address begins with a scheme, as `https:` or `mailto:`, and so is none of the course's.
    fileprivate var namesScheme: Bool {
        let scheme = utf8.prefix { byte in
            let letter = byte | 0x20
            return letter >= UInt8(ascii: "a") && letter <= UInt8(ascii: "z")
                || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") || "+-.".utf8.contains(byte)
        }
        guard let first = scheme.first, scheme.endIndex < utf8.endIndex else { return false }
        return first >= UInt8(ascii: "A") && utf8[scheme.endIndex] == UInt8(ascii: ":")
    }
}
