import Exhibits
import Foundation
import Lessons
import Reports
import Storage

/// Looks after every link inside the site: its file has to be there, and its anchor too. Other sites are not asked.
struct LinkCheck {
    /// What each page holds, by path below the output folder.
    let pages: [String: PageLinks]
    /// Pages that this build couldn't make, of which nothing is known: links to them are not to blame.
    var unmade: Set<String> = []
    /// Addresses of other sites beside this one, seen from its root: nobody here knows what they hold.
    var beside: Set<String> = []
    /// Whether a file that isn't a page is there.
    var exists: (String) -> Bool
    /// Why a file of the course that isn't there was not taken into the site; nil when there is no such file.
    var refusal: (String) -> String? = { _ in nil }

    /// What can be pointed to on each page.
    private let anchors: [String: Set<String>]

    init(
        pages: [String: PageLinks], unmade: Set<String> = [], beside: Set<String> = [], exists: @escaping (String) -> Bool,
        refusal: @escaping (String) -> String? = { _ in nil }
    ) {
        self.pages = pages
        self.unmade = unmade
        self.beside = beside
        self.exists = exists
        self.refusal = refusal
        anchors = pages.mapValues { Set($0.anchors) }
    }

    /// A link that leads nowhere, and why.
    struct Broken: Hashable {
        var target: String
        var reason: String
    }

    func broken(on page: String) -> [Broken] {
        (pages[page]?.targets ?? []).compactMap { target in reason(target, on: page).map { Broken(target: target, reason: $0) }
        }
    }

    /// All addresses of a course go through here in every build.
    private func reason(_ target: String, on page: String) -> String? {
        if target.utf8.first == UInt8(ascii: "#"), !target.utf8.contains(UInt8(ascii: "%")), !unmade.contains(page),
            anchors[page]?.contains(String(target.dropFirst())) == true
        {
            return nil
        }
        // An address with a scheme, or with a host, is somebody else's.
        let beginning = target.utf8.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?") }
        if target.isEmpty || target.hasPrefix("//") || beginning.contains(UInt8(ascii: ":")) { return nil }
        if target.hasPrefix("/") {
            return "an address that begins with a slash leaves the course's folder on most hosts; write it relative to the page"
        }
        let beforeAnchor = target.utf8.prefix { $0 != UInt8(ascii: "#") }
        let path = String(Substring(beforeAnchor.prefix { $0 != UInt8(ascii: "?") }))
        let anchor =
            beforeAnchor.endIndex == target.endIndex
            ? nil : Self.decoded(String(target[target.utf8.index(after: beforeAnchor.endIndex)...]))
        if !beside.isEmpty, beside.contains(where: { target == SitePath.root(from: page) + $0 }) { return nil }
        guard var file = path.isEmpty ? page : Self.resolved(path, from: page) else { return "it leads out of the site" }
        // A folder's address leads to its page on every host, with a slash behind it and without.
        if pages[file] == nil, pages[file + "/index.html"] != nil { file += "/index.html" }
        if unmade.contains(file) { return nil }
        // What an output folder holds for git or a host is nobody's page.
        if file.utf8.first == UInt8(ascii: ".") || file.utf8.contains(UInt8(ascii: "/")) && file.contains("/.") {
            return "\(file) isn't published: \(Refusal.hidden.reason)"
        }
        guard let links = pages[file] else {
            return exists(file)
                ? nil
                : refusal(file).map { "\(file) isn't published: \($0)" } ?? "there is no file \(file) in the site"
                    + Self.host(in: path)
        }
        guard let anchor, !anchor.isEmpty, anchor != "top", anchors[file]?.contains(anchor) != true else { return nil }
        let near = links.anchors.min { EditDistance.of($0, anchor) < EditDistance.of($1, anchor) }
        return "\(file) has no place named `\(anchor)`" + (near.map { "; the nearest is `\($0)`" } ?? "")
    }

    /// What to write for an address that is another site's without its scheme: `pytorch.org`.
    private static func host(in path: String) -> String {
        let name = path.prefix { $0 != "/" }
        guard let ending = name.split(separator: ".").last, ending.count < name.count, !name.hasPrefix("."),
            ["ai", "com", "de", "dev", "edu", "es", "fr", "io", "net", "org"].contains(ending.lowercased())
        else { return "" }
        return "; write https://\(path) for another site"
    }

    /// The pages that must be looked into to follow an address: the one in which it names a place, and a folder's.
    static func pages(behind target: String, on page: String) -> [String] {
        let path = String(Substring(target.utf8.prefix { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?") }))
        if path.isEmpty { return [page] }
        guard let file = resolved(path, from: page) else { return [] }
        return (target.utf8.contains(UInt8(ascii: "#")) ? [file] : []) + [file + "/index.html"]
    }

    /// The path below the output folder that a relative address means; nil when it climbs out.
    private static func resolved(_ path: String, from page: String) -> String? {
        let plain = decoded(path)
        let hasFolders = plain.utf8.contains(UInt8(ascii: "/")) || page.utf8.contains(UInt8(ascii: "/"))
        if !hasFolders, plain.utf8.first != UInt8(ascii: ".") { return plain }
        var parts = page.split(separator: "/").dropLast().map(String.init)
        for part in plain.split(separator: "/", omittingEmptySubsequences: false) {
            switch part {
            case "", ".": continue
            case "..": if parts.popLast() == nil { return nil }
            default: parts.append(String(part))
            }
        }
        if path.hasSuffix("/") || parts.isEmpty { parts.append("index.html") }
        return parts.joined(separator: "/")
    }

    private static func decoded(_ text: String) -> String {
        text.utf8.contains(UInt8(ascii: "%")) ? text.removingPercentEncoding ?? text : text
    }
}

extension LinkCheck {
    /// The findings of a lesson's page, at the places in the lesson where the addresses are written.
    func findings(on page: String, of file: String, source: [UInt8]) -> [Finding] {
        broken(on: page).map { broken in
            let place = place(of: broken.target, on: page, in: source, file: file)
            return Finding(
                .error, code: "broken-link", at: place.0, length: place.1,
                "the link `\(broken.target)` leads nowhere: \(broken.reason)")
        }
    }

    /// Where an address stands in a lesson. A page's address ends in .html where the lesson's says .md.
    private func place(of target: String, on page: String, in source: [UInt8], file: String) -> (Place, Int) {
        // An address from the course's root is written with a slash, and leads there from the page.
        let fromRoot = "/" + (SitePath.resolved(target, on: page) ?? target)
        let targets = [target, fromRoot].flatMap { [$0, $0.replacing(".html", with: ".md"), $0.removingPercentEncoding ?? $0] }
        for spelling in targets {
            let wanted = Array(spelling.utf8)
            guard !wanted.isEmpty, let start = source.indices.first(where: { source[$0...].starts(with: wanted) }) else {
                continue
            }
            let before = source[..<start]
            let lineStart = (before.lastIndex(of: 0x0A) ?? -1) + 1
            return (
                Place(file: file, line: before.count { $0 == 0x0A } + 1, column: start - lineStart + 1), wanted.count
            )
        }
        return (Place(file: file, line: 1), 0)
    }
}
