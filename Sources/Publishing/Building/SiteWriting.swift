import Lessons
import Reports
import Storage

/// What belongs to the site as a whole: its index, style sheet, fonts, and what hosts look for.
struct SiteFiles {
    /// The files to be written; nil when they stand there already as they should.
    var files: [String: [UInt8]]?
    var digests: [String: Digest] = [:]
    var links: [String: PageLinks] = [:]
    /// What they were made from.
    var inputs: Digest
    /// Files in the output folder that pages point to and Lectern didn't write.
    var strangers: [String] = []
    /// Whether every page is there, every link leads somewhere and every file has a place of its own.
    var isSound = false
}

extension CourseBuild {
    /// The site's own files, made anew only when something they are made from has changed, or somebody changed them.
    func siteFiles(_ items: [Item], site: Stages.Site, earlier: SiteRecord?) throws -> SiteFiles {
        let image = course.settings.image.flatMap { fingerprints.digest(of: Files.join(course.folder, $0)) }
        let inputs = Digest(of: [
            "verification": verificationDigest(items), "site": siteDigest(site.entries),
            "settings": settingsDigest,
            "theme": course.settings.theme?.digest ?? Digest(of: ""),
            "image": image ?? Digest(of: ""), "logo": logoDigest ?? Digest(of: ""),
            "lectern": stages.renderer(tools) ?? Digest(of: ""),
        ])
        guard let output = options.output else { return SiteFiles(inputs: inputs) }
        if let kept = earlier, kept.inputs == inputs, stand(kept.own, in: output) {
            return SiteFiles(digests: kept.own, links: kept.links, inputs: inputs)
        }
        let tables = try verificationFiles(items, in: site)
        let own = try stages.siteFiles(site).merging(tables) { first, _ in first }
        let pages =
            own.keys.filter { $0.hasSuffix(".html") && $0 != "404.html" }.sorted() + items.map { $0.entry.name + ".html" }
        var files = own.merging(HostFiles.all(settings: course.settings, pages: pages)) { first, _ in first }
        if let image = course.settings.image { files[image] = door.contents(of: Files.join(course.folder, image)) }
        if let logo = course.settings.furnishing.logo { files[logo] = door.contents(of: Files.join(course.folder, logo)) }
        files["feed.xml"] = Feed.atom(settings: course.settings, entries: items.map(\.entry))
        return SiteFiles(
            files: files, digests: files.mapValues { Digest(of: $0) },
            links: files.filter { $0.key.hasSuffix(".html") }.mapValues { PageLinks(page: $0) }, inputs: inputs)
    }

    /// The logo's bytes stand beside every page.
    var logoDigest: Digest? {
        course.settings.furnishing.logo.flatMap { fingerprints.digest(of: Files.join(course.folder, $0)) }
    }

    /// What the course's settings are made of: its file, what the command says, and the lessons and their names.
    private var settingsDigest: Digest {
        let settings = course.settings
        let file = door.contents(of: Files.join(course.folder, "course.yml"))
        let texts: [String?] = [
            settings.title, settings.description, settings.author, settings.siteURL, settings.image, settings.paper,
            options.edition.rawValue, settings.defaults.profiles.joined(separator: "\u{1}"), course.folder,
            Files.absolute(course.folder), course.lessons.joined(separator: "\u{1}"),
        ]
        return Digest(of: [
            "file": file.map { Digest(of: $0) } ?? Digest(of: ""),
            "texts": Digest(of: texts.map { $0 ?? "\u{2}" }.joined(separator: "\u{0}")),
        ])
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
    func finishSite(_ items: [Item], _ site: SiteFiles, earlier: SiteRecord?, isSound: Bool) {
        guard let output = options.output else { return }
        var all = site.digests
        for item in items {
            // A failing lesson keeps its last good page.
            let own = item.files.isEmpty ? item.earlier?.record.files ?? [:] : item.files
            all.merge(own) { _, new in new }
        }
        sweep((earlier?.all ?? [:]).filter { all[$0.key] == nil }, in: output)
        let record = SiteRecord(
            inputs: site.inputs, own: site.digests, links: site.links, all: all,
            isSound: isSound && site.isSound && items.allSatisfy { !$0.result.failed }, strangers: site.strangers)
        if record != earlier { store.keepSite(record, at: output) }
        cleanUp(output)
    }

    /// Takes away what killed builds had begun to write. They left a mark; without a cache there is none to be found.
    private func cleanUp(_ output: String) {
        store.end(writingTo: output)
        let marks = store.marksOfKilled(writingTo: output)
        guard !marks.isEmpty || !store.isKept else { return }
        for file in Files.leftovers(in: output) + marks { Files.remove(file) }
    }

    /// A file is only removed when it still is what Lectern wrote: anything else in the folder belongs to somebody.
    private func sweep(_ files: [String: Digest], in output: String) {
        let door = OutputDoor(folder: output)
        for (path, digest) in files {
            let full = Files.join(output, path)
            guard door.contents(of: path).map({ Digest(of: $0) }) == digest else { continue }
            door.remove(path)
            Files.removeEmptyFolders(from: Files.folder(of: full), upTo: output)
        }
    }
}
