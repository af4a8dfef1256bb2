import Exhibits
import Lessons
import Reports
import Synchronization
import Storage

extension CourseBuild {
    /// Looks after the links between the pages as they will stand, in lessons that were not touched too: what they point to
    /// may be gone.
    ///
    /// Of a page that is as it was, every link led somewhere; it still does where nothing was taken away since. So only pages
    /// made now are looked through, unless an anchor, a file or a page is gone.
    func checkLinks(_ items: inout [Item], _ site: inout SiteFiles, earlier: SiteRecord?) throws {
        guard let output = options.output else { return }
        let isMade = items.contains { $0.page != nil } || site.files != nil
        for index in items.indices {
            guard let page = items[index].page else { continue }
            for (path, bytes) in page.files where path.hasSuffix(".html") {
                items[index].links[path] = PageLinks(page: bytes)
            }
        }
        site.strangers = earlier?.strangers ?? []
        let isComplete = course.selection == nil && items.allSatisfy { $0.isUnchanged || $0.page != nil }
        let hasLost = try isComplete && hasLost(items, site, earlier)
        let isKnownSound =
            isComplete && earlier?.isSound == true && !hasLost
            && site.strangers.allSatisfy { Files.exists(Files.join(output, $0)) }
        if isKnownSound, !isMade {
            site.isSound = true
            return
        }
        var pages = site.links
        var files = Set(site.digests.keys)
        // The table of verified numbers comes with the pages whose numbers it lists.
        var unmade: Set = [VerificationPage.file]
        let ownPages = Set(items.map { $0.entry.name + ".html" })
        let targets = isKnownSound ? pagesPointedInto(by: items) : nil
        for index in items.indices {
            files.formUnion(items[index].page?.files.keys.map { $0 } ?? [])
            if options.printsPDF { files.insert(items[index].entry.name + ".pdf") }
            files.formUnion((items[index].files.isEmpty ? items[index].earlier?.record.files ?? [:] : items[index].files).keys)
            // Of a page that is as it was nothing is needed but what is pointed to from pages made now.
            if items[index].isUnchanged, let targets, targets.isDisjoint(with: items[index].files.keys) { continue }
            if items[index].page == nil { items[index].links = try details(of: items[index])?.links ?? [:] }
            // What would stand in the place of another lesson's page isn't written.
            let page = items[index].entry.name + ".html"
            pages.merge(items[index].links.filter { $0.key == page || !ownPages.contains($0.key) }) { _, new in new }
            if items[index].links.isEmpty { unmade.insert(items[index].entry.name + ".html") }
        }
        let strangers = Mutex<Set<String>>([])
        let own = earlier?.all ?? [:]
        let check = LinkCheck(
            pages: pages, unmade: unmade, beside: Set(course.settings.furnishing.versions.map(\.address)),
            exists: { path in
                if files.contains(path) { return true }
                guard Files.exists(Files.join(output, path)) else { return false }
                // What an earlier build wrote and this one doesn't need is about to go, unless somebody took it over.
                if let digest = own[path], fingerprints.digest(of: Files.join(output, path)) == digest { return false }
                strangers.withLock { _ = $0.insert(path) }
                return true
            },
            refusal: {
                Enclosures.refusal(
                    of: $0, in: course.folder, door: door, allowsActive: course.settings.defaults.allowsRawHTML)
            })
        var areLinksWhole = true
        for index in items.indices where items[index].isSelected && (!isKnownSound || items[index].page != nil) {
            for page in items[index].links.keys.sorted() where !check.broken(on: page).isEmpty {
                areLinksWhole = false
                items[index].result.findings += check.findings(
                    on: page, of: items[index].file, source: source(of: items[index]))
            }
        }
        let found = strangers.withLock { $0 }
        site.strangers = isKnownSound ? found.union(site.strangers).sorted() : found.sorted()
        // What went away now may leave a link in an untouched page that only the next build can see.
        site.isSound = isComplete && areLinksWhole && !hasLost
    }

    /// The pages that those made now point into: of any other it is enough that its file is there.
    private func pagesPointedInto(by items: [Item]) -> Set<String> {
        var targets: Set<String> = []
        for item in items where item.page != nil {
            for (page, links) in item.links {
                for target in links.targets { targets.formUnion(LinkCheck.pages(behind: target, on: page)) }
            }
        }
        return targets
    }

    /// Whether anything that a page could point to was there after the last build and is there no more.
    private func hasLost(_ items: [Item], _ site: SiteFiles, _ earlier: SiteRecord?) throws -> Bool {
        guard let earlier else { return false }
        var paths = Set(site.digests.keys)
        for item in items {
            if let page = item.page { paths.formUnion(page.files.keys) } else { paths.formUnion(item.files.keys) }
            guard item.page != nil, let old = try details(of: item)?.links else { continue }
            if Self.hasLost(old, item.links) { return true }
        }
        return Self.hasLost(earlier.links, site.links) || earlier.all.keys.contains { !paths.contains($0) }
    }

    private static func hasLost(_ old: [String: PageLinks], _ new: [String: PageLinks]) -> Bool {
        old.contains { path, links in !Set(new[path]?.anchors ?? []).isSuperset(of: links.anchors) }
    }
}
