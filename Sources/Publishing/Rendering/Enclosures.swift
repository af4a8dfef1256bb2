import Exhibits
import Foundation
import Lessons
import Reports
import Storage

/// The files of a course that a page shows or links to: they go with it.
struct Enclosures {
    /// By path, the same in the course's folder and in the site.
    private(set) var files: [String: [UInt8]] = [:]
    private(set) var html: String

    /// - Parameters:
    ///   - page: the name of the page, folders first.
    ///   - folder: the course's folder.
    ///   - allowsActive: whether files that a browser runs may go with the page.
    init(_ html: String, on page: String, of folder: String, door: CourseDoor, allowsActive: Bool = false) {
        var sizes: [String: (width: Int, height: Int)] = [:]
        for target in PageLinks(page: Array(html.utf8)).targets {
            let path = String(target.prefix { $0 != "#" && $0 != "?" })
            let name = path.removingPercentEncoding ?? path
            // Pages and what all pages share are made, and what lies outside the folder stays there.
            if name.isEmpty || name.hasSuffix(".html") || name.hasSuffix(".md") || name.contains(":") || name.hasPrefix("/") {
                continue
            }
            guard let file = SitePath.resolved(name, on: page), !SharedFiles.isOwn(file),
                let bytes = door.contents(of: Files.join(folder, file)),
                allowsActive || ActiveContent.refusal(of: name, bytes) == nil
            else { continue }
            files[file] = bytes
            sizes[name] = PictureSize.of(bytes)
        }
        self.html = sizes.isEmpty ? html : Self.sized(html, sizes)
    }

    /// Why a file of the course doesn't go into the site; nil when it would, or when there is none.
    static func refusal(of name: String, in folder: String, door: CourseDoor, allowsActive: Bool) -> String? {
        do throws(Refusal) {
            let bytes = try door.read(Files.join(folder, name))
            return allowsActive ? nil : ActiveContent.refusal(of: name, bytes)
        } catch { return error == .missing ? nil : error.reason }
    }

    private static let picture = Pattern(/<img src="([^"]*)"([^<>]*)>/)

    /// Pictures say their size, unless the author did.
    private static func sized(_ html: String, _ sizes: [String: (width: Int, height: Int)]) -> String {
        html.replacing(Self.picture.regex) { match in
            let name = String(match.1).removingPercentEncoding ?? String(match.1)
            guard !match.2.contains(" width="), let size = sizes[name] else { return String(match.0) }
            return "<img src=\"\(match.1)\" width=\"\(size.width)\" height=\"\(size.height)\"\(match.2)>"
        }
    }
}
