import Exhibits
import Reports
import Storage

extension CourseBuild {
    /// Looks, before anything is written, whether two files want the same place in the site, and whether somebody else's file
    /// stands in it. Such a file stays, and what was to take its place is not written.
    /// - Returns: what concerns the site's own files.
    func checkOutput(_ items: inout [Item], _ site: inout SiteFiles, earlier: SiteRecord?) -> [Finding] {
        guard let output = options.output else { return [] }
        // Nothing is written and nothing is in anybody's way.
        if site.isSound, site.files == nil, items.allSatisfy({ $0.page == nil }) { return [] }
        let foreign = ForeignFiles(in: output, earlier: earlier)
        // A page belongs to its lesson, whether it is made today or not: what else wants its place is at fault.
        var owners = Owners(
            pages: items.filter { !SiteNames.isReserved($0.entry.name) }.flatMap { item in
                ownPaths(of: item.entry.name).map { ($0, item.file) }
            })
        for book in [Self.epub, Self.book] { _ = owners.take(book, nil, for: "the course's own book") }
        var findings: [Finding] = []
        for path in site.digests.keys.sorted() {
            let place = Place(file: Files.join(output, path), line: 1)
            if let problem = owners.take(path, site.digests[path], for: "the course's own pages") {
                findings.append(Finding(.error, code: "same-file", at: place, problem))
            }
            guard let bytes = site.files?[path], foreign.contains(path, instead: bytes) else { continue }
            findings.append(foreign.finding(at: place))
            site.files?[path] = nil
            site.digests[path] = nil
            // What isn't written today is missing tomorrow, too.
            site.inputs = Digest(of: "")
        }
        for index in items.indices where course.wrongNames[items[index].file] == nil {
            let files = items[index].page?.files.mapValues { Digest(of: $0) } ?? items[index].files
            for path in files.keys.sorted() {
                if let problem = owners.take(path, files[path], for: items[index].file) {
                    items[index].result.findings.append(
                        Finding(.error, code: "same-file", at: Place(file: items[index].file, line: 1), problem))
                }
                if let bytes = items[index].page?.files[path], foreign.contains(path, instead: bytes) {
                    items[index].result.findings.append(foreign.finding(at: Place(file: Files.join(output, path), line: 1)))
                }
            }
        }
        return findings
    }

    /// What is written for a lesson by its name alone, whatever stands in it.
    private func ownPaths(of name: String) -> [String] {
        ["\(name).html", "\(name).md", "assets/search/\(name).js"]
            + (course.settings.furnishing.downloads.contains(.notebook) ? ["\(name).ipynb"] : [])
            + (options.printsPDF ? ["\(name).pdf"] : [])
    }

    /// Says in the cache what is about to be written, so that a build after a killed one knows its own files.
    /// - Returns: what the cache now says of the folder.
    func announce(_ items: [Item], _ site: SiteFiles, earlier: SiteRecord?) -> SiteRecord? {
        guard let output = options.output else { return nil }
        if site.files == nil, items.allSatisfy({ $0.page == nil }) { return earlier }
        store.begin(writingTo: output)
        var record = earlier ?? SiteRecord(inputs: Digest(of: ""), own: [:], links: [:], all: [:])
        let pages = items.filter(isPublishable).map { $0.page?.files.mapValues { Digest(of: $0) } ?? [:] }
        for files in [site.digests] + pages {
            record.all.merge(files) { old, _ in old }
        }
        record.isSound = false
        if record != earlier { store.keepSite(record, at: output) }
        return store.isKept ? record : nil
    }
}

/// Which file of the site belongs to whom.
private struct Owners {
    private var known: [String: (path: String, digest: Digest?, owner: String)] = [:]
    /// The folders that these files need, by whom.
    private var folders: [String: (path: String, owner: String)] = [:]

    /// - Parameter pages: to whom places belong before anything is written.
    init(pages: [(path: String, owner: String)]) {
        for page in pages where known[page.path.lowercased()] == nil { enter(page.path, nil, page.owner) }
    }

    /// Takes a path for an owner; answers what is wrong when another has it. The same picture may go with two lessons.
    mutating func take(_ path: String, _ digest: Digest?, for owner: String) -> String? {
        let folded = path.lowercased()
        guard let other = known[folded] else {
            if path.split(separator: "/").contains(where: { $0.utf8.count > SiteNames.longest }) {
                return "a name in “\(path.prefix(60))…” has more than \(SiteNames.longest) bytes; give it a shorter one"
            }
            if let folder = folders[folded], folder.owner != owner {
                return "“\(path)” would be a file here and is a folder for \(folder.owner); rename one"
            }
            for folder in Self.folders(of: path) {
                guard let file = known[folder.lowercased()], file.owner != owner else { continue }
                return "“\(path)” needs a folder where “\(file.path)” stands for \(file.owner); rename one"
            }
            enter(path, digest, owner)
            return nil
        }
        if other.path.utf8.elementsEqual(path.utf8) {
            if other.owner == owner { known[folded]?.digest = digest }
            return other.owner == owner || other.digest == digest
                ? nil : "“\(path)” would be written for \(other.owner) and, with other content, for \(owner); rename one"
        }
        return
            "“\(path)” and “\(other.path)”, for \(other.owner), differ in capitals alone, and many systems take them for one file; rename one"
    }

    private mutating func enter(_ path: String, _ digest: Digest?, _ owner: String) {
        known[path.lowercased()] = (path, digest, owner)
        for folder in Self.folders(of: path) where folders[folder.lowercased()] == nil {
            folders[folder.lowercased()] = (folder, owner)
        }
    }

    /// The folders above a file, the outermost first.
    private static func folders(of path: String) -> [String] {
        let names = path.split(separator: "/").dropLast()
        return names.indices.map { names[...$0].joined(separator: "/") }
    }
}

/// Tells files that Lectern wrote into an output folder from those of somebody else.
private struct ForeignFiles {
    private let door: OutputDoor
    private let earlier: SiteRecord?
    /// Whether the folder was built by Lectern, as far as one can see without knowing of that build.
    private let isOurs: Bool

    init(in output: String, earlier: SiteRecord?) {
        door = OutputDoor(folder: output)
        self.earlier = earlier
        isOurs = door.contents(of: CourseBuild.mark) != nil || Self.isMarked(door.contents(of: "index.html"))
    }

    /// Whether somebody else's file stands where these bytes are to go.
    func contains(_ path: String, instead bytes: [UInt8]) -> Bool {
        guard let standing = door.contents(of: path), standing != bytes else { return false }
        if earlier?.all[path] != nil || Self.isMarked(standing) { return false }
        return earlier != nil || !isOurs
    }

    func finding(at place: Place) -> Finding {
        Finding(
            .error, code: "foreign-file", at: place,
            "this file is in the way and Lectern didn't write it; move it, or choose another folder with --output")
    }

    /// Whether a page says of itself that Lectern made it.
    private static func isMarked(_ page: [UInt8]?) -> Bool {
        page?.holds(PageTemplate.mark) == true
    }
}
