import Lessons

/// What a page knows of the course around it.
public struct CoursePlace: Hashable, Sendable {
    public struct Entry: Hashable, Sendable {
        public var name: String
        public var title: String
        public var description: String?
        /// The language it is written in; nil is the course's.
        public var language: String?
        /// The name of the lesson that it says in another language.
        public var translates: String?
        /// What references can lead to in it.
        public var labels: [Label] = []

        public init(
            name: String, title: String, description: String? = nil, language: String? = nil, translates: String? = nil
        ) {
            self.name = name
            self.title = title
            self.description = description
            self.language = language
            self.translates = translates
        }

        /// The lesson, in whatever language it is read.
        var original: String { translates ?? name }
    }

    /// Lessons under a title of their own.
    public struct Part: Hashable, Sendable {
        public var title: String
        /// The same by language, where the course says it in several.
        public var titles: [String: String] = [:]
        /// By name.
        public var lessons: [String]

        public init(title: String, lessons: [String]) {
            self.title = title
            self.lessons = lessons
        }
    }

    public var title: String
    public var author: String?
    public var description: String?
    /// Title and description by language, where the course says them in several.
    public var titles: [String: String] = [:]
    public var descriptions: [String: String] = [:]
    /// Logo, links, footer, sources and versions.
    public var furnishing = Furnishing()
    public var language: String
    /// All lessons in order.
    public var entries: [Entry]
    /// The parts it is divided into; a lesson of none stands behind them.
    public var parts: [Part] = []
    /// Whether its pages have the list of parts and lessons beside them.
    public var showsSidebar = true
    /// Other courses of the same site that are searched with this one, as the way from its folder to theirs.
    public var searched: [String] = []
    /// What references can lead to.
    public var labels: CourseLabels
    /// The language it is read in, where there are lessons in several.
    var reader: String?
    /// Where the site stands on the web, without a slash at its end.
    public var siteURL: String?
    /// A picture, below the output folder, for where a link to a page is shown.
    public var image: String?
    public var hasFeed = false
    /// The size of printed pages as CSS names it; nil leaves it to the reader's printer.
    public var paper: String?
    public var theme = CourseTheme()
    /// Whether the course has a page of all verified numbers.
    public var listsVerification = true
    /// Whether every page is one file with all it needs; the search, which needs the other lessons, is left out then.
    public var isSelfContained = false

    public init(
        title: String, author: String? = nil, description: String? = nil, language: String = "en", entries: [Entry] = [],
        labels: CourseLabels = CourseLabels(), siteURL: String? = nil
    ) {
        self.labels = labels
        self.title = title
        self.author = author
        self.description = description
        self.language = language
        self.entries = entries
        self.siteURL = siteURL
    }

    /// What a course without a title is called: the word for one.
    public static func usualTitle(in language: String) -> String { PageWords(lang: language).course }

    /// Where a page stands on the web; the index is the folder itself.
    func address(of file: String) -> String? {
        siteURL.map { $0 + "/" + (file == "index.html" ? "" : SitePath.encoded(file)) }
    }
}
