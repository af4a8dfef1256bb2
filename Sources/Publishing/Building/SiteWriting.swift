extension CourseBuild {
    /// What the site as a whole consists of besides the pages of lessons.
    func siteFiles(_ items: [Item], site: Stages.Site) throws -> [String: [UInt8]] {
        guard options.output != nil else { return [:] }
        let own = try stages.siteFiles(site)
        let pages =
            own.keys.filter { $0.hasSuffix(".html") && $0 != "404.html" }.sorted() + items.map { $0.entry.name + ".html" }
        return own.merging(HostFiles.all(settings: course.settings, pages: pages)) { first, _ in first }
    }

    /// Writes what belongs to the site as a whole, and takes away what an earlier build wrote and this one doesn't need.
    func writeSite(_ items: [Item], files: [String: [UInt8]]) throws {
        guard let output = options.output else { return }
        for (path, bytes) in files.sorted(by: { $0.key < $1.key }) { try Files.write(bytes, to: Files.join(output, path)) }
        let earlier = store.site(at: output)
        var now = files.mapValues { Digest(of: $0) }
        for item in items {
            // A failing lesson keeps its last good page.
            let own = item.files.isEmpty ? item.kept?.files ?? [:] : item.files
            now.merge(own) { _, new in new }
        }
        sweep(earlier.filter { now[$0.key] == nil }, in: output)
        if now != earlier { store.keepSite(now, at: output) }
        for file in Files.leftovers(in: output) { Files.remove(file) }
    }

    /// A file is only removed when it still is what Lectern wrote: anything else in the folder belongs to somebody.
    private func sweep(_ files: [String: Digest], in output: String) {
        for (path, digest) in files {
            let full = Files.join(output, path)
            guard Files.contents(of: full).map({ Digest(of: $0) }) == digest else { continue }
            Files.remove(full)
            Files.removeEmptyFolders(from: Files.folder(of: full), upTo: output)
        }
    }
}
