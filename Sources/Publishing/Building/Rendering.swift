import Exhibits
import Lessons

extension CourseBuild {
    /// Judges and renders every lesson that has a transcript, and writes the pages of those without an error.
    func render(_ items: inout [Item], site: Stages.Site) throws {
        for index in items.indices {
            guard !items[index].isFresh, let lesson = items[index].lesson, let transcript = items[index].transcript else {
                continue
            }
            if options.failsFast, items[..<index].contains(where: { $0.isSelected && $0.result.failed }) {
                items[index].transcript = nil
                continue
            }
            let page = try stages.render(lesson, transcript, options.output == nil ? nil : site)
            items[index].result.claims = page.claims
            items[index].result.findings += transcript.failures + page.findings
            guard let output = options.output, isPublishable(items[index]) else { continue }
            for (path, bytes) in page.files.sorted(by: { $0.key < $1.key }) {
                try Files.write(bytes, to: Files.join(output, path))
                items[index].files[path] = Digest(of: bytes)
            }
        }
    }

    private func isPublishable(_ item: Item) -> Bool {
        !item.result.findings.contains { $0.severity == .error && !(options.writesFalseClaims && $0.kind == .claim) }
    }

    /// Writes what belongs to the site as a whole, and takes away what an earlier build wrote and this one doesn't need.
    func writeSite(_ items: [Item], site: Stages.Site) throws -> [Finding] {
        guard let output = options.output else { return [] }
        let files = try stages.siteFiles(site)
        for (path, bytes) in files.sorted(by: { $0.key < $1.key }) { try Files.write(bytes, to: Files.join(output, path)) }
        sweep(items, files: files, in: output)
        return []
    }

    /// A file is only removed when it still is what Lectern wrote: anything else in the folder belongs to somebody.
    private func sweep(_ items: [Item], files: [String: [UInt8]], in output: String) {
        let earlier = store.site(at: output)
        var now = files.mapValues { Digest(of: $0) }
        for item in items {
            // A failing lesson keeps its last good page.
            let own = item.files.isEmpty ? item.kept?.files ?? [:] : item.files
            now.merge(own) { _, new in new }
        }
        for (path, digest) in earlier where now[path] == nil {
            let full = Files.join(output, path)
            guard Files.contents(of: full).map({ Digest(of: $0) }) == digest else { continue }
            Files.remove(full)
            Files.removeEmptyFolders(from: Files.folder(of: full), upTo: output)
        }
        if now != earlier { store.keepSite(now, at: output) }
        for file in Files.leftovers(in: output) { Files.remove(file) }
    }

    /// Remembers the pages that were built; of a failing lesson the last good one stays known.
    func keepRecords(_ items: [Item]) {
        for item in items where !item.isFresh && !item.result.failed && item.transcript != nil {
            var result = item.result
            result.reason = nil
            store.keep(
                PageRecord(
                    inputs: item.inputs, runInputs: item.runInputs, result: result, entry: item.entry, files: item.files),
                at: recordName(of: item.file))
        }
    }
}
