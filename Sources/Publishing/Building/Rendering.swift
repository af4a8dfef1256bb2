import Cells
import Exhibits
import Lessons
import Reports

extension CourseBuild {
    /// Judges and renders every lesson that has a transcript, as many at a time as there are jobs. Writes nothing.
    func render(_ items: inout [Item], site: Stages.Site) async throws {
        let stage = stages.render
        let wantsPage = options.output != nil
        var waiting = items.indices.filter { !items[$0].isFresh && items[$0].transcript != nil && items[$0].lesson != nil }
        while !waiting.isEmpty {
            let batch = waiting.prefix(max(1, options.jobs))
            waiting.removeFirst(batch.count)
            let work = batch.compactMap { index in
                items[index].lesson.flatMap { lesson in items[index].transcript.map { (index, lesson, $0) } }
            }
            let pages = try await withThrowingTaskGroup(of: (Int, Stages.Page).self) { group in
                for (index, lesson, transcript) in work {
                    group.addTask { (index, try stage(lesson, transcript, wantsPage ? site : nil)) }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            for (index, page) in pages.sorted(by: { $0.0 < $1.0 }) {
                items[index].page = page
                items[index].result.claims = page.claims
                items[index].result.unclaimed = page.unclaimed
                items[index].result.isolation = items[index].transcript?.isolation
                items[index].result.findings += (items[index].transcript?.failures ?? []) + page.findings
                items[index].result.findings += (items[index].transcript?.warnings ?? []).filter {
                    options.showsWarnings || $0.code == Diagnostics.renamed
                }
            }
            if options.failsFast, let first = items.indices.first(where: { items[$0].result.failed }) {
                for index in items.indices where index > first && !items[index].isFresh { items[index].transcript = nil }
                return
            }
        }
    }

    /// Looks after the links between the pages as they will stand, in lessons that were not touched too: what they point to
    /// may be gone.
    func checkLinks(_ items: inout [Item], _ site: SiteFiles) {
        guard let output = options.output else { return }
        var pages = site.links
        var files = Set(site.digests.keys)
        // The table of verified numbers comes with the pages whose numbers it lists.
        var unmade: Set = [VerificationPage.file]
        for index in items.indices {
            if let page = items[index].page {
                for (path, bytes) in page.files where path.hasSuffix(".html") {
                    items[index].links[path] = PageLinks(page: bytes)
                }
                files.formUnion(page.files.keys)
            } else if let kept = items[index].kept {
                items[index].links = kept.links
            }
            pages.merge(items[index].links) { _, new in new }
            if items[index].links.isEmpty { unmade.insert(items[index].entry.name + ".html") }
        }
        let check = LinkCheck(
            pages: pages, unmade: unmade, exists: { files.contains($0) || Files.exists(Files.join(output, $0)) },
            refusal: {
                Enclosures.refusal(
                    of: $0, in: course.folder, door: door, allowsActive: course.settings.defaults.allowsRawHTML)
            })
        for index in items.indices where items[index].isSelected {
            for page in items[index].links.keys.sorted() {
                items[index].result.findings += check.findings(on: page, of: items[index].file, source: items[index].source)
            }
        }
    }

    /// Writes the pages of the lessons that are well; the others keep their last good ones.
    func writePages(_ items: inout [Item]) throws {
        guard let output = options.output.map(OutputDoor.init) else { return }
        for index in items.indices where isPublishable(items[index]) {
            for (path, bytes) in (items[index].page?.files ?? [:]).sorted(by: { $0.key < $1.key }) {
                try output.write(bytes, to: path)
                let digest = Digest(of: bytes)
                items[index].files[path] = digest
                fingerprints.remember(digest, of: Files.join(output.folder, path))
            }
        }
    }

    func isPublishable(_ item: Item) -> Bool {
        !item.result.findings.contains { $0.severity == .error && !(options.writesFalseClaims && $0.kind == .claim) }
    }

    /// Remembers the pages that were built; of a failing lesson the last good one stays known.
    func keepRecords(_ items: [Item]) {
        for item in items
        where item.isKept && !item.result.failed && (item.page != nil || item.isFresh && item.files != item.kept?.files) {
            var result = item.result
            result.reason = nil
            store.keep(
                PageRecord(
                    inputs: item.inputs, runInputs: item.isFresh ? item.kept?.runInputs ?? [:] : item.runInputs, result: result,
                    entry: item.entry, files: item.files,
                    links: item.links),
                at: recordName(of: item.entry.name))
        }
    }
}
