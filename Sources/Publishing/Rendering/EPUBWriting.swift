import Exhibits
import Foundation
import Lessons
import Reports
import Storage

extension CourseBuild {
    static let epub = "book.epub"

    /// The course as a book; nil when none is asked for, and with a finding when there can be none. A book of an earlier build goes
    /// when this one isn't asked for it.
    func epub(of items: [Item], _ site: inout SiteFiles, _ place: CoursePlace) -> (EPUB?, [Finding]) {
        site.digests[Self.epub] = nil
        guard options.writesEPUB, let output = options.output else { return (nil, []) }
        let file = Place(file: Files.join(output, Self.epub), line: 1)
        let isForeign =
            store.site(at: output)?.all[Self.epub] == nil && OutputDoor(folder: output).contents(of: Self.epub) != nil
        if isForeign || items.contains(where: { $0.page?.files[Self.epub] != nil }) {
            let message =
                "the book can't take the place of this file; move or rename it, or choose another folder with --output"
            return (nil, [Finding(.error, code: "foreign-file", at: file, message)])
        }
        if EPUB.lessons(of: place).isEmpty {
            let message = "there is no book: the course has no lessons besides its front page"
            return (nil, [Finding(.error, code: "no-book", at: file, message)])
        }
        let chapters = items.filter(isPublishable).compactMap { item in item.page?.chapter.map { (item.entry.name, $0) } }
        let dates = items.compactMap { $0.entry.date.flatMap(Feed.moment) }
        do throws(EPUB.Missing) {
            let book = try EPUB(
                of: place, chapters: Dictionary(chapters) { first, _ in first }, identifier: identifier(of: place),
                modified: dates.max() ?? Self.unknownTime)
            return (book, [])
        } catch {
            let message =
                "there is no book: “\(error.name)” has no page, because it failed or wasn't built; mend it and build the whole course"
            return (nil, [Finding(.error, code: "no-book", at: file, message)])
        }
    }

    /// Writes the book beside the pages, unless something was found meanwhile in the page of one of its chapters.
    func write(_ book: EPUB?, of items: [Item], _ site: inout SiteFiles) throws {
        guard let book, let output = options.output else { return }
        let names = Set(book.names)
        guard items.allSatisfy({ !names.contains($0.entry.name) || isPublishable($0) }) else { return }
        var archive = ZipArchive()
        for (number, file) in book.files.enumerated() { try archive.add(file.bytes, as: file.path, isCompressed: number > 0) }
        let bytes = try archive.finished()
        try OutputDoor(folder: output).write(bytes, to: Self.epub)
        site.digests[Self.epub] = Digest(of: bytes)
    }

    /// What tells this book from others: the address of its site, or what its cover says.
    private func identifier(of place: CoursePlace) -> String {
        if let address = place.siteURL { return address }
        let text = [place.title, place.author ?? "", place.language, options.edition.rawValue].joined(separator: "\u{0}")
        var digits = Array(Digest(of: text).text)
        // Version 8 and the variant of RFC 9562: a name-based digest of our own.
        digits[12] = "8"
        digits[16] = "8"
        let parts = [digits[..<8], digits[8..<12], digits[12..<16], digits[16..<20], digits[20...]]
        return "urn:uuid:" + parts.map { String($0) }.joined(separator: "-")
    }

    /// What stands for the time of a course whose lessons have no date: the first that an archive can say.
    private static let unknownTime = "1980-01-01T00:00:00Z"
}
