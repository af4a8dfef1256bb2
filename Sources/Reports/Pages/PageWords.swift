import Exhibits
import Lessons

/// What a page says of its own accord, in the lesson's language; English where that isn't known.
struct PageWords: Sendable {
    var skip = "Skip to the text"
    var course = "Course"
    var onThisPage = "On this page"
    /// What a book begins with.
    var contents = "Contents"
    var lessons = "Lessons"
    var languages = "Languages"
    var previous = "Previous"
    var next = "Next"
    var search = "Search"
    var searchAll = "Search all lessons"
    var results = "Search results"
    var nothing = "Nothing found."
    var theme = "Colours"
    var auto = "Auto"
    var light = "Light"
    var dark = "Dark"
    var copy = "Copy"
    var copied = "Copied"
    var code = "Code"
    var wide = "Wide content, can be scrolled"
    var figure = "Figure"
    var numbers = "The numbers of this figure"
    var excerpt = "An excerpt. All of them:"
    var lines = "lines"
    var allLines = "All of it:"
    var computed = "computed"
    var derivation = "Derivation"
    var stepByStep = "Both passes, step by step"
    /// The ways through the steps.
    var stepBack = "Step back"
    var stepOn = "Next step"
    /// What a drawing is whose parts can be asked.
    var explorable = "explorable drawing"
    var solutions = "Solutions"
    var links = "Links"
    var footnotes = "Footnotes"
    var claim = ClaimWords()
    var notFound = "Page not found"
    var notFoundText = "There is no page at this address. These are the pages of the course:"
    var blank = "Blank"
    var blanks = "Blanks"
    /// Before how many digits behind the mark are asked for.
    var decimalPlaces = "Decimal places"
    /// Before the names that a drawing asks for.
    var inDrawing = "In the drawing:"
    /// What something is worth.
    var points = CountedWords(.english, one: "# point", other: "# points")
    var slide = "Slide"
    /// What a speaker has before them and an audience doesn't.
    var notes = "Notes"
    var editPage = "Edit this page"
    var pageSource = "Source of this page"
    var reportIssue = "Report an issue"
    var download = "To take along:"
    var notebook = "Jupyter notebook"
    var callouts = [
        "note": "Note", "tip": "Tip", "warning": "Warning", "important": "Important", "caution": "Caution",
        "exercise": "Exercise", "solution": "Solution", "answers": "Answers", "hint": "Hint", "instructor": "For instructors",
        "proof": "Proof", "remark": "Remark", "algorithm": "Algorithm", "assumption": "Assumption", "property": "Property",
        "conjecture": "Conjecture", "axiom": "Axiom", "stored-output": "Stored output, not computed here",
    ]

    init(lang: String) {
        switch PageLanguage(tag: lang) {
        case .english: self.init()
        case .german: self = Self.german
        case .french: self = Self.french
        case .spanish: self = Self.spanish
        case .arabic: self = Self.arabic
        }
    }

    init() {}
}
