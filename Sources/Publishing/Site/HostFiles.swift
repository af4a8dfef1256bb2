/// Files that are there for hosts and search engines, not for readers.
enum HostFiles {
    /// - Parameter pages: paths of the pages below the output folder, the index first.
    static func all(settings: CourseSettings, pages: [String]) -> [String: [UInt8]] {
        // GitHub's pages leave out names with an underscore unless this file says not to.
        var files: [String: [UInt8]] = [".nojekyll": []]
        guard let site = settings.siteURL else { return files }
        let locations = pages.map { "  <url><loc>\(XMLText.escaped(address(of: $0, at: site)))</loc></url>\n" }.joined()
        files["sitemap.xml"] = Array(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
            \(locations)</urlset>

            """.utf8)
        files["robots.txt"] = Array("User-agent: *\nAllow: /\nSitemap: \(site)/sitemap.xml\n".utf8)
        return files
    }

    /// Where a page stands on the web. The index is the folder itself.
    static func address(of page: String, at site: String) -> String {
        page == "index.html" ? site + "/" : site + "/" + URIText.path(page)
    }
}

/// Paths as they stand in an address.
enum URIText {
    /// What isn't allowed in a path is percent-encoded, byte by byte (RFC 3986, section 3.3).
    static func path(_ path: String) -> String {
        let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/".utf8)
        let digits = Array("0123456789ABCDEF".unicodeScalars.map(Character.init))
        return path.utf8.map { byte in
            plain.contains(byte)
                ? String(Character(Unicode.Scalar(byte))) : "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
        }.joined()
    }
}
