import Exhibits
import Lessons
import Reports

extension CourseBuild {
    /// Looks through everything an edition without solutions will write, before any of it is written.
    func checkLeaks(_ items: inout [Item], _ site: SiteFiles, _ book: EPUB?) -> [Finding] {
        guard options.edition.hidesSolutions, options.output != nil else { return [] }
        let proof = LeakProof(of: items.compactMap(whole))
        var findings: [Finding] = []
        for (path, bytes) in (site.files ?? [:]).sorted(by: { $0.key < $1.key }) where !Self.isShared(path) {
            findings += self.findings(proof.leaks(in: bytes, path: path, of: nil), in: path)
        }
        for (path, bytes) in (book?.frame ?? [:]).sorted(by: { $0.key < $1.key }) {
            findings += self.findings(proof.leaks(in: bytes, path: path, of: nil), in: Self.epub + "/" + path)
        }
        for index in items.indices {
            for (path, bytes) in (items[index].page?.chapter?.files ?? [:]).sorted(by: { $0.key < $1.key }) {
                items[index].result.findings += self.findings(
                    proof.leaks(in: bytes, path: path, of: items[index].file), in: Self.epub + "/" + path)
            }
            for (path, bytes) in (items[index].page?.files ?? [:]).sorted(by: { $0.key < $1.key }) where !Self.isShared(path) {
                items[index].result.findings += self.findings(
                    proof.leaks(in: bytes, path: path, of: items[index].file), in: path)
            }
        }
        return findings
    }

    /// A lesson with everything in it.
    private func whole(_ item: Item) -> Handout? {
        guard let transcript = item.transcript, item.lesson != nil else { return nil }
        var defaults = course.settings.defaults
        defaults.edition = .instructor
        let lesson = stages.parse(String(decoding: item.source, as: UTF8.self), item.file, defaults)
        return Handout(lesson: lesson, transcript: transcript)
    }

    /// Style sheets, scripts and fonts are the same in every course.
    private static func isShared(_ path: String) -> Bool { SharedFiles.isOwn(path) && !path.hasPrefix("assets/search/") }

    func findings(_ leaks: [LeakProof.Leak], in path: String) -> [Finding] {
        leaks.map { leak in
            let position = leak.offset.map { "\(path):\($0)" } ?? "the name of \(path)"
            return Finding(
                .error, code: "leaked-answer", at: leak.place,
                leak.isAnswer
                    ? "the answer to this blank stands in the student edition, at \(position); take it away there, or write {.shown} "
                        + "behind the blank if students may see it"
                    : "words of this solution stand in the student edition, at \(position); say it there in other words")
        }
    }
}
