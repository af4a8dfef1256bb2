import Cells
import Exhibits
import Lessons
import Reports
import Storage

extension CourseBuild {
    /// Judges and renders every lesson that has a transcript, as many at a time as there are jobs. Writes nothing.
    func render(_ items: inout [Item], site: Stages.Site) async throws {
        let stage = stages.render
        let wantsPage = options.output != nil
        var waiting = items.indices.compactMap { index in items[index].ran.map { (index, $0) } }
        while !waiting.isEmpty {
            let batch = waiting.prefix(max(1, options.jobs))
            waiting.removeFirst(batch.count)
            let pages = try await withThrowingTaskGroup(of: (Int, PagedLesson).self) { group in
                for (index, ran) in batch {
                    group.addTask {
                        (index, PagedLesson(ran: ran, page: try stage(ran.lesson, ran.transcript, wantsPage ? site : nil)))
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            for (index, paged) in pages.sorted(by: { $0.0 < $1.0 }) {
                let (page, transcript) = (paged.page, paged.ran.transcript)
                items[index].stage = .paged(paged)
                items[index].result.claims = page.claims
                items[index].result.unclaimed = page.unclaimed
                items[index].result.isolation = transcript.isolation
                items[index].result.findings += transcript.failures + page.findings
                items[index].result.findings += transcript.warnings.filter {
                    options.showsWarnings || $0.code == Diagnostics.renamed
                }
            }
            if options.failsFast, let first = items.indices.first(where: { items[$0].result.failed }) {
                for index in items.indices where index > first {
                    if let parsed = items[index].parsed { items[index].stage = .parsed(parsed) }
                }
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
        for item in items where !item.result.failed {
            switch item.stage {
            case .unchanged(var record) where item.files != record.files:
                // Other files on the disk than were known; what the page is made of has stayed.
                record.inputs = item.text.inputs
                record.files = item.files
                store.keep(record, at: recordName(of: item.entry.name))
            case .paged(let paged) where paged.ran.isKept:
                var result = item.result
                result.reason = nil
                let details = PageDetails(
                    runInputs: paged.ran.parsed.runInputs, claims: result.claims, unclaimed: result.unclaimed, links: item.links
                )
                keep(details, of: item.entry.name) { digest in
                    PageRecord(
                        inputs: item.text.inputs, mentioned: item.text.mentioned, tree: tree.digest, result: result.counted,
                        entry: item.entry, files: item.files, verification: verificationDigest(of: item), details: digest)
                }
            default: break
            }
        }
    }
}
