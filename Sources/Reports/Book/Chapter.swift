import Foundation
import Lessons

/// A lesson's page as a chapter of a book: its text alone, with addresses that hold in the book.
struct Chapter {
    let lang: String?
    let isRightToLeft: Bool
    let body: String

    /// - Parameters:
    ///   - page: a page as `Handout.rendered` makes it.
    ///   - number: of the chapter, which goes before every identifier of it.
    ///   - numbers: the chapters by their pages' names.
    /// - Returns: nil for a page whose template isn't ours: nobody can say where its text is.
    init?(page: String, name: String, number: Int, of numbers: [String: Int], siteURL: String?) {
        guard let opening = page.firstRange(of: "<main id=\"content\""),
            let start = page[opening.upperBound...].firstIndex(of: ">"),
            let end = page.ranges(of: "</main>").last?.lowerBound, start < end
        else { return nil }
        let root = page.firstRange(of: "<html").map { page[$0.upperBound...].prefix { $0 != ">" } } ?? ""
        lang = root.firstMatch(of: /lang="([^"]*)"/).map { String($0.1) }
        isRightToLeft = root.contains("dir=\"rtl\"")
        let addresses = Addresses(name: name, number: number, numbers: numbers, siteURL: siteURL)
        body = TagAttributes.rewritten(page[page.index(after: start)..<end].utf8) { attribute, value in
            switch attribute {
            case "id", "name": Self.identifier(value, in: number)
            case "for", "headers", "aria-labelledby", "aria-describedby", "aria-controls":
                value.split(separator: " ").map { Self.identifier(String($0), in: number) }.joined(separator: " ")
            case "href", "xlink:href": addresses.link(value)
            case "src": addresses.file(value)
            default: value.replacing("url(#", with: "url(#" + Self.identifier("", in: number))
            }
        }
    }

    /// What leads to a chapter.
    static func identifier(_ number: Int) -> String { "chapter-\(number)" }

    private static func identifier(_ own: String, in number: Int) -> String { identifier(number) + "-" + own }

    /// What an address on a page means in the book.
    private struct Addresses {
        let name: String
        let number: Int
        let numbers: [String: Int]
        let siteURL: String?

        /// A place in the book, an address on the web, or nothing to be followed on paper.
        func link(_ address: String) -> String? {
            if address.hasPrefix("#") { return "#" + Chapter.identifier(String(address.dropFirst()), in: number) }
            guard isInSite(address) else { return address }
            let parts = address.split(separator: "#", maxSplits: 1)
            guard let first = parts.first, let path = path(String(first)) else { return nil }
            if path.hasSuffix(".html"), let other = numbers[String(path.dropLast(".html".count))] {
                return "#" + (parts.count > 1 ? Chapter.identifier(String(parts[1]), in: other) : Chapter.identifier(other))
            }
            return siteURL.map { "\($0)/\(SitePath.encoded(path))" + (parts.count > 1 ? "#\(parts[1])" : "") }
        }

        /// A file as the book finds it, which stands at the site's root.
        func file(_ address: String) -> String? {
            isInSite(address) ? path(address).map(SitePath.encoded) : address
        }

        private func isInSite(_ address: String) -> Bool {
            !address.hasPrefix("//") && address.prefixMatch(of: /[A-Za-z][A-Za-z0-9+.\-]*:/) == nil
        }

        private func path(_ address: String) -> String? {
            SitePath.resolved(address.removingPercentEncoding ?? address, on: name)
        }
    }
}
