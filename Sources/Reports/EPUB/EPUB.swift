import Lessons

/// A whole course as a book for readers of EPUB 3: a cover, contents, and the lessons in order.
///
/// The same course gives the same files; where a book needs a time, the latest date of a lesson is one.
public struct EPUB: Sendable {
    /// A lesson that has no chapter, by its name.
    public struct Missing: Error {
        public let name: String
    }

    static let stylesheet = "style.css"
    /// Where chapters stand, so that no lesson can be called as a file of the book itself.
    static let texts = "text/"
    private static let folder = "EPUB/"

    let course: CoursePlace
    let chapters: [EPUBChapter.Written]
    let identifier: String
    let modified: String
    let words: PageWords

    /// - Parameters:
    ///   - chapters: the lessons by their names.
    ///   - identifier: by which this book is told from any other.
    ///   - modified: when something in it was changed last, as RFC 3339 writes it.
    /// - Throws: `Missing` where a lesson has no chapter.
    public init(
        of course: CoursePlace, chapters: [String: EPUBChapter.Written], identifier: String, modified: String
    ) throws(Missing) {
        let course = course.read(in: course.language)
        self.course = course
        self.identifier = identifier
        self.modified = modified
        words = PageWords(lang: course.language)
        var own: [EPUBChapter.Written] = []
        for name in Self.lessons(of: course) {
            guard let chapter = chapters[name] else { throw Missing(name: name) }
            own.append(chapter)
        }
        self.chapters = own
    }

    /// The names of the lessons that are chapters, in order.
    public static func lessons(of course: CoursePlace) -> [String] {
        course.read(in: course.language).divisions.flatMap(\.lessons).map(\.name)
    }

    /// The lessons that are its chapters.
    public var names: [String] { chapters.map(\.name) }

    /// What the book has besides its chapters, by path in the archive.
    public var frame: [String: [UInt8]] {
        [
            "META-INF/container.xml": Array(Self.container.utf8),
            Self.folder + "package.opf": Array(package.utf8),
            Self.folder + "nav.xhtml": contents,
            Self.folder + "cover.xhtml": coverPage,
            Self.folder + "cover.svg": Array(EPUBCover(title: course.title, author: course.author).svg.utf8),
            Self.folder + Self.stylesheet: Array(EPUBStylesheet.css.utf8),
        ]
    }

    /// All files in the order in which they stand in the archive: what tells the kind of the file comes first.
    public var files: [(path: String, bytes: [UInt8])] {
        var all = frame
        for chapter in chapters {
            for (path, bytes) in chapter.files { all[Self.folder + Self.texts + path] = bytes }
        }
        return [("mimetype", Array("application/epub+zip".utf8))] + all.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    private static let container = """
        <?xml version="1.0" encoding="UTF-8"?>
        <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
        <rootfiles>
        <rootfile full-path="\(folder)package.opf" media-type="application/oebps-package+xml"/>
        </rootfiles>
        </container>

        """
}
