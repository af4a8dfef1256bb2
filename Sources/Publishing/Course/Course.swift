import Exhibits
import Lessons

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

    public init(folder: String, settings: CourseSettings = CourseSettings(), lessons: [String], findings: [Finding] = []) {
        self.folder = folder
        self.settings = settings
        self.lessons = lessons
        self.findings = findings
    }
}

/// What `course.yml` holds.
public struct CourseSettings: Hashable, Sendable {
    public var title: String?
    public var description: String?
    public var author: String?
    /// Where the site will stand, without a slash at its end: for canonical links and the site map.
    public var siteURL: String?
    /// Lessons by name in the order of the course; those not named follow by name.
    public var order: [Entry] = []
    /// A picture of the course, for where a link to one of its pages is shown.
    public var image: String?
    /// The size of printed pages, `a4` or `letter`; nil leaves it to the printer.
    public var paper: String?
    /// The course's own looks.
    public var theme: ThemeFolder?
    /// What a lesson's own front matter is laid over.
    public var defaults = FrontMatter()

    /// A name in the list and where it stands.
    public struct Entry: Hashable, Sendable {
        public var name: String
        public var place: Place
    }

    public init() {}
}
