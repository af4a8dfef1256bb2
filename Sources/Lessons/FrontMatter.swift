import Exhibits

/// The YAML between `---` at the head of a lesson, with the course's defaults beneath it.
public struct FrontMatter: Hashable, Sendable {
    public var title: String?
    public var subtitle: String?
    public var description: String?
    public var author: String?
    /// As written: Lectern doesn't reckon with dates.
    public var date: String?
    public var lang = "en"
    /// The file of the lesson that this one says in another language, relative to it.
    public var translates: String?
    /// What is made of the lesson.
    public var format = PageFormat.page
    /// Notation, digits and symbols.
    public var style = PageStyle()
    /// The format its numbers were computed in.
    public var precision = Precision.double
    /// Whether its numbers are cut off everywhere instead of rounded.
    public var cutsDigits = false
    /// At least so many claimed numbers must be found; fewer is an error.
    public var claims: Int?
    /// Defaults of this page for its cells (`execute:`).
    public var execute = CellOptions()
    /// BibTeX files, relative to the lesson.
    public var bibliography: [String] = []
    /// Whether the page ends with a table of its verified numbers; `nil` leaves it to the course.
    public var showsVerification: Bool?
    /// Whether the page has a list of its sections; `nil` leaves it to the course.
    public var showsContents: Bool?
    /// Whether HTML of the author's own goes into the page. A matter of the course, not of a lesson.
    public var allowsRawHTML = false
    /// The profiles that `when-profile` asks for. A matter of the course and of who builds it, not of a lesson.
    public var profiles: [String] = []
    /// For whom the page is made. A matter of who builds it, not of a lesson.
    public var edition = Edition.selfStudy
    /// What commands in formulas stand for, by their names with the backslash.
    public var macros: [String: String] = [:]
    /// Notes whose numbers `lectern audit` holds to what this lesson computes, relative to the lesson.
    public var audits: [String] = []
    /// What the indices and signs of those notes mean, where it shall not be learnt from them.
    public var auditConventions: [String] = []
    /// Old addresses of the page, which lead to it: from the site's root with a slash, else from the lesson's folder.
    public var aliases: [String] = []
    /// Which numbers readers of the student's edition can check; `nil` leaves it to the course, and that to `together`.
    public var selfCheck: SelfCheck?
    /// A draft is left out of a built course.
    public var isDraft = false

    /// How many seconds the lesson may run; `nil` leaves it at the usual limit.
    public var timeLimit: Double?
    /// Files and folders below the lesson's own that it writes to; everything else it can only read.
    public var writes: [String] = []
    /// A week: no lesson is given longer.
    public static let longestRun = 604_800.0

    public init() {}
}
