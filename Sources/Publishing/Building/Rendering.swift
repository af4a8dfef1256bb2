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
            if item.isFresh, var record = item.kept {
                // Other files on the disk than were known; what the page is made of has stayed.
                record.inputs = item.inputs
                record.files = item.files
                store.keep(record, at: recordName(of: item.entry.name))
                continue
            }
            let details = PageDetails(
                runInputs: item.runInputs, claims: result.claims, unclaimed: result.unclaimed, links: item.links)
            keep(details, of: item.entry.name) { digest in
                PageRecord(
                    inputs: item.inputs, mentioned: item.mentioned, tree: tree.digest, result: result.counted,
                    entry: item.entry,
                    files: item.files, verification: verificationDigest(of: item), details: digest)
            }
        }
    }
}
