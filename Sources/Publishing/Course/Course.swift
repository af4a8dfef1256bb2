import Exhibits
import Lessons
import Reports
import Storage

/// A course as it lies in its folder: what `course.yml` says and which lessons there are. Nothing is parsed yet.
public struct Course: Sendable {
    /// The folder as the author named it: `lessons`.
    public var folder: String
    public var settings: CourseSettings
    /// The lessons' files in the order of the course, as named to the author: `lessons/06.md`.
    public var lessons: [String]
    /// The lessons that are asked for, when it isn't all of them; the others are only known by title.
    public var selection: Set<String>?
    /// What was wrong with `course.yml` or the folder.
    public var findings: [Finding]
    /// Lessons whose pages can't stand under their names, by file.
    var wrongNames: [String: Finding] = [:]
    /// What of the folder nobody verifies.
    var leftOut = LeftOutLessons()
    /// Whether what is said there can be relied on: not when the course file or the template can't be read at all. Anything
    /// else that is wrong stops nothing but what it concerns.
    var isReadable = true

    public init(folder: String, settings: CourseSettings = CourseSettings(), lessons: [String], findings: [Finding] = []) {
        self.folder = folder
        self.settings = settings
        self.lessons = lessons
        self.findings = findings
    }

    /// The name of a lesson's page, folders first: `week1/one`. A folder's `README.md` is its page as `index.md` is.
    func name(of file: String) -> String {
        let isInside = folder.isEmpty || folder == "." ? !file.hasPrefix("/") : file.hasPrefix(folder + "/")
        let path = isInside ? CoursePath.below(folder, file) : Files.name(of: file)
        return CoursePath.name(of: path)
    }
}

/// What `course.yml` holds.
public struct CourseSettings: Hashable, Sendable {
    public var title: String?
    /// The title, or the word for a course in its language.
    var shownTitle: String { title ?? CoursePlace.usualTitle(in: defaults.lang) }
    public var description: String?
    /// Title and description by the language that a page is read in, where the course has several.
    public var titles: [String: String] = [:]
    public var descriptions: [String: String] = [:]
    public var author: String?
    /// Where the site will stand, without a slash at its end: for canonical links and the site map.
    public var siteURL: String?
    /// Lessons and folders by name in the order of the course; those not named follow by name.
    public var order: [Entry] = []
    /// The course's parts with their lessons, when it is divided into parts.
    public var parts: [Part] = []
    /// Whether pages have the list of parts and lessons beside them.
    public var showsSidebar = true
    /// Other courses of the same site that are searched with this one, as the way from its folder to theirs.
    public var searched: [String] = []
    /// Where the file says in what order lessons come.
    var orderPlace: Place?
    /// A picture of the course, for where a link to one of its pages is shown.
    public var image: String?
    /// Where `course.yml` names it.
    var imagePlace: Place?
    /// Logo, links, footer, sources and versions.
    public var furnishing = Furnishing()
    /// Where `course.yml` names the logo.
    var logoPlace: Place?
    /// The size of printed pages, `a4` or `letter`; nil leaves it to the printer.
    public var paper: String?
    /// How much the course asks of the isolation of its lessons.
    public var sandbox: Sandbox?
    /// The course's own looks.
    public var theme: ThemeFolder?
    /// What a lesson's own front matter is laid over.
    public var defaults = FrontMatter()

    /// Lessons that belong together under a title.
    public struct Part: Hashable, Sendable {
        /// nil takes the title of the folder's page, or the folder's name.
        public var title: String?
        /// The same by language, where the course says it in several.
        public var titles: [String: String] = [:]
        /// Lessons and folders, as in `order`.
        public var entries: [Entry]
    }

    /// A name in the list and where it stands.
    public struct Entry: Hashable, Sendable {
        public var name: String
        public var place: Place
    }

    public init() {}
}
