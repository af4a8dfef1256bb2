import Reports

/// What belongs to the site as a whole: its index, style sheet, fonts, and what hosts look for.
struct SiteFiles {
    /// The files to be written; nil when they stand there already as they should.
    var files: [String: [UInt8]]?
    var digests: [String: Digest] = [:]
    var links: [String: PageLinks] = [:]
    /// What they were made from.
    var inputs: Digest
}

extension CourseBuild {
    /// The site's own files, made anew only when something they are made from has changed, or somebody changed them.
    func siteFiles(_ items: [Item], site: Stages.Site) throws -> SiteFiles {
        let verification = verification(items)
        var settings = course.settings
        settings.theme = nil
        let image = settings.image.flatMap { fingerprints.digest(of: Files.join(course.folder, $0)) }
        let inputs = Digest(of: [
            "verification": Digest(of: verification), "site": siteDigest(site.entries),
            "settings": Digest(of: "\(settings)"),
            "theme": course.settings.theme?.digest ?? Digest(of: ""),
            "image": image ?? Digest(of: ""),
            "lectern": stages.renderer(tools) ?? Digest(of: ""),
        ])
        guard let output = options.output else { return SiteFiles(inputs: inputs) }
        if let kept = store.site(at: output), kept.inputs == inputs, stand(kept.own, in: output) {
            return SiteFiles(digests: kept.own, links: kept.links, inputs: inputs)
        }
        let tables = try verificationFiles(VerificationPage(verification), in: site)
        let own = try stages.siteFiles(site).merging(tables) { first, _ in first }
        let pages =
            own.keys.filter { $0.hasSuffix(".html") && $0 != "404.html" }.sorted() + items.map { $0.entry.name + ".html" }
        var files = own.merging(HostFiles.all(settings: course.settings, pages: pages)) { first, _ in first }
        if let image = course.settings.image { files[image] = door.contents(of: Files.join(course.folder, image)) }
        files["feed.xml"] = Feed.atom(settings: course.settings, entries: items.map(\.entry))
        return SiteFiles(
            files: files, digests: files.mapValues { Digest(of: $0) },
            links: files.filter { $0.key.hasSuffix(".html") }.mapValues { PageLinks(page: $0) }, inputs: inputs)
    }

    /// Whether files stand in the output folder as they were written.
    func stand(_ files: [String: Digest], in output: String) -> Bool {
        files.allSatisfy { path, digest in
            fingerprints.digest(of: Files.join(output, path)) == digest
        }
    }

    /// Writes the style sheet of all pages, by which a later build knows the folder for ours whatever becomes of this one.
    func writeMark(_ site: SiteFiles) throws {
        guard let output = options.output, let bytes = site.files?[Self.mark] else { return }
        try OutputDoor(folder: output).write(bytes, to: Self.mark)
    }

    /// The file by which an output folder is known when nothing is remembered of it.
    static let mark = "assets/lectern.css"

    /// Writes what belongs to the site as a whole. Pages need it to be printed.
    func writeShared(_ site: SiteFiles) throws {
        guard let output = options.output else { return }
        for (path, bytes) in (site.files ?? [:]).sorted(by: { $0.key < $1.key }) {
            try OutputDoor(folder: output).write(bytes, to: path)
            if let digest = site.digests[path] { fingerprints.remember(digest, of: Files.join(output, path)) }
        }
    }

    /// Takes away what an earlier build wrote and this one doesn't need, and notes what belongs to the site now.
    func finishSite(_ items: [Item], _ site: SiteFiles) {
        guard let output = options.output else { return }
        let earlier = store.site(at: output)
        var all = site.digests
        for item in items {
            // A failing lesson keeps its last good page.
            let own = item.files.isEmpty ? item.kept?.files ?? [:] : item.files
            all.merge(own) { _, new in new }
        }
        sweep((earlier?.all ?? [:]).filter { all[$0.key] == nil }, in: output)
        let record = SiteRecord(inputs: site.inputs, own: site.digests, links: site.links, all: all)
        if record != earlier { store.keepSite(record, at: output) }
        for file in Files.leftovers(in: output) { Files.remove(file) }
    }

    /// A file is only removed when it still is what Lectern wrote: anything else in the folder belongs to somebody.
    private func sweep(_ files: [String: Digest], in output: String) {
        let door = OutputDoor(folder: output)
        for (path, digest) in files {
            let full = Files.join(output, path)
            guard door.contents(of: path).map({ Digest(of: $0) }) == digest else { continue }
            Files.remove(full)
            Files.removeEmptyFolders(from: Files.folder(of: full), upTo: output)
        }
    }
}
