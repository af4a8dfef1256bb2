import Exhibits
import Lessons
import Reports

extension CourseBuild {
    /// Looks through everything an edition without solutions will write, before any of it is written.
    func checkLeaks(_ items: inout [Item], _ site: SiteFiles, _ book: EPUB?) -> [Finding] {
        guard options.edition.hidesSolutions, options.output != nil else { return [] }
        let proof = LeakProof(of: items.compactMap(whole))
        for index in items.indices {
            let (page, file) = (items[index].page, items[index].file)
            items[index].result.findings += leaks(proof, in: page?.chapter?.files ?? [:], of: file, below: Self.epub + "/")
            items[index].result.findings += leaks(proof, in: Self.unshared(page?.files ?? [:]), of: file)
        }
        return leaks(proof, in: Self.unshared(site.files ?? [:]), of: nil)
            + leaks(proof, in: book?.frame ?? [:], of: nil, below: Self.epub + "/")
    }

    /// What gives an answer away in some files, in the order of their paths.
    ///
    /// - Parameter lesson: whose they are; nil where they are the whole course's.
    func leaks(
        _ proof: LeakProof, in files: [String: [UInt8]], of lesson: String?, below folder: String = ""
    ) -> [Finding] {
        files.sorted { $0.key < $1.key }.flatMap { path, bytes in
            findings(proof.leaks(in: bytes, path: path, of: lesson), in: folder + path)
        }
    }

    /// A lesson with everything in it.
    private func whole(_ item: Item) -> Handout? {
        guard let ran = item.ran else { return nil }
        return Handout(lesson: wholeLesson(of: item), transcript: ran.transcript)
    }

    /// What a lesson's text is with everything in it, whatever edition is built.
    func wholeLesson(of item: Item) -> Lesson {
        var defaults = course.settings.defaults
        defaults.edition = .instructor
        return stages.parse(item.text.string, item.file, defaults)
    }

    /// Without style sheets, scripts and fonts, which are the same in every course.
    private static func unshared(_ files: [String: [UInt8]]) -> [String: [UInt8]] {
        files.filter { !SharedFiles.isOwn($0.key) || $0.key.hasPrefix("assets/search/") }
    }

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
