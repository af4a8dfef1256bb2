/// How pages of one site speak of each other's files, whatever folders they stand in. Paths are text here; nothing asks the disk.
package enum SitePath {
    /// The way from a page to the site's root: `../` for `week1/one.html`, nothing for a page at the root.
    package static func root(from page: String) -> String {
        String(repeating: "../", count: page.split(separator: "/").count - 1)
    }

    /// The address of a file of the site, by its path below the root, as a page writes it.
    package static func address(of file: String, from page: String) -> String {
        let target = file.split(separator: "/", omittingEmptySubsequences: false)
        let start = page.split(separator: "/").dropLast()
        let shared = zip(target.dropLast(), start).prefix { $0 == $1 }.count
        let up = Array(repeating: Substring(".."), count: start.count - shared)
        return encoded((up + target[shared...]).joined(separator: "/"))
    }

    /// A path as an address says it: whatever a file system lets into a name, `#`, `?`, `%`, `:` and quotes, is percent-encoded.
    package static func encoded(_ path: String) -> String {
        var result: [UInt8] = []
        for byte in path.utf8 {
            if byte.isLetter || byte.isDigit || "-._~/".utf8.contains(byte) {
                result.append(byte)
            } else {
                result += [ASCII.percent, hexadecimal[Int(byte >> 4)], hexadecimal[Int(byte & 15)]]
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static let hexadecimal = Array("0123456789ABCDEF".utf8)

    /// The path below the root that an address on a page means; `nil` when it leads out of the site. A leading slash means the
    /// root.
    package static func resolved(_ address: String, on page: String) -> String? {
        var parts = address.hasPrefix("/") ? [] : page.split(separator: "/").dropLast().map(String.init)
        for part in address.split(separator: "/") where part != "." {
            if part != ".." {
                parts.append(String(part))
            } else if parts.popLast() == nil {
                return nil
            }
        }
        return parts.joined(separator: "/")
    }
}
