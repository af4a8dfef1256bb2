import Exhibits
import Reports
import Storage

extension CourseBuild {
    static let book = "book.pdf"
    /// What is printed: it stands where the pages stand, for as long as it is printed.
    private static let unprinted = ".lectern-book.html"

    /// Prints the whole course as one PDF. A book of an earlier build goes when this one isn't asked for it: its pages may be
    /// others now.
    func printBook(_ items: [Item], _ site: inout SiteFiles, of course: CoursePlace) async throws -> [Finding] {
        site.digests[Self.book] = nil
        guard options.printsBook, let output = options.output else { return [] }
        let door = OutputDoor(folder: output)
        let place = Place(file: Files.join(output, Self.book), line: 1)
        let isForeign = store.site(at: output)?.all[Self.book] == nil && door.contents(of: Self.book) != nil
        if isForeign || items.contains(where: { $0.files[Self.book] != nil }) {
            return [
                Finding(
                    .error, code: "foreign-file", at: place,
                    "the book can't take the place of this file; move or rename it, or choose another folder with --output")
            ]
        }
        let book: Book
        do throws(Book.Unreadable) {
            book = try Book(of: course) { door.contents(of: $0 + ".html").map { String(decoding: $0, as: UTF8.self) } }
        } catch {
            return [
                Finding(
                    .error, code: "no-book", at: place,
                    "there is no book: the page of “\(error.name)” isn't built, or has a template without <main id=\"content\">"
                )
            ]
        }
        let bytes = try await printed(book, behind: door)
        try door.write(bytes, to: Self.book)
        site.digests[Self.book] = Digest(of: bytes)
        return []
    }

    /// Printed once to see on which pages the lessons begin, and once more with their numbers in the contents. Numbers that
    /// aren't where the second print has them are left out.
    private func printed(_ book: Book, behind door: OutputDoor) async throws -> [UInt8] {
        let printer = try PDFPrinter()
        let page = Files.join(door.folder, Self.unprinted)
        defer { Files.remove(page) }
        func pdf(_ pages: [String: Int]?) async throws -> [UInt8] {
            try door.write(Array(book.html(pages: pages).utf8), to: Self.unprinted)
            return try await printer.pdf(of: page, for: Files.join(door.folder, Self.book))
        }
        let first = try await pdf(nil)
        guard let pages = PDFDestinations(first)?.pages, book.destinations.allSatisfy({ pages[$0] != nil }) else {
            return try await pdf([:])
        }
        let second = try await pdf(pages)
        let later = PDFDestinations(second)?.pages
        return book.destinations.allSatisfy { later?[$0] == pages[$0] } ? second : try await pdf([:])
    }
}
