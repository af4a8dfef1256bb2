#if canImport(Glibc)
@preconcurrency import Glibc
#elseif canImport(Darwin)
@preconcurrency import Darwin
#endif
import Exhibits
import Networks

/// The running lesson as its generated program sees it.
@_documentation(visibility: internal)
public enum LessonRun {
    /// Runs the body of a lesson in the style of its page, on the main thread. An error that leaves the lesson ends the program
    /// with 66.
    public static func run(
        notation: String, digits: Int, lossSymbol: String?, rateSymbol: String?, decimalMark: String = "point",
        language: String = "en", _ body: () throws -> Void
    ) {
        start()
        let style = style(notation, digits, lossSymbol, rateSymbol, decimalMark, language)
        let notebook = Notebook()
        do {
            try PageStyle.$current.withValue(style) {
                try Notebook.$current.withValue(notebook) {
                    try TrainingMonitor.$current.withValue(.lesson) { try body() }
                }
            }
        } catch {
            leave(error, at: notebook.place)
        }
    }

    /// The same for a lesson that waits for something.
    public static func runConcurrently(
        notation: String, digits: Int, lossSymbol: String?, rateSymbol: String?, decimalMark: String = "point",
        language: String = "en", _ body: () async throws -> Void
    ) async {
        start()
        let style = style(notation, digits, lossSymbol, rateSymbol, decimalMark, language)
        let notebook = Notebook()
        do {
            try await PageStyle.$current.withValue(style) {
                try await Notebook.$current.withValue(notebook) {
                    try await TrainingMonitor.$current.withValue(.lesson) { try await body() }
                }
            }
        } catch {
            leave(error, at: notebook.place)
        }
    }

    /// What follows belongs to the cell of this index.
    public static func begin(cell index: Int) {
        settle()
        Notebook.current?.place = nil
        Recorder.write(.cell(index))
    }

    /// What follows may throw: an error that leaves the lesson from here on comes from this place, `FILE:LINE:COLUMN`.
    public static func reach(_ place: String) {
        Notebook.current?.place = place
    }

    /// Exercises ask for what comes out at these slots, separated by spaces.
    public static func ask(_ slots: String) {
        Notebook.current?.ask(Set(slots.split(separator: " ").compactMap { Int($0) }))
    }

    /// An inline value or a claim came out. `written` is what the author claims, if it is a claim, and
    /// `expression` what of, where that can be said plainly.
    public static func outcome(_ slot: Int, _ value: Any, written: String? = nil, of expression: String? = nil) {
        settle()
        let expression = expression.flatMap { Handed.value(PlainExpression.self, from: $0) }
        let outcome = written.map { Outcome(value, written: $0, of: expression, at: .slot(slot)) } ?? Outcome(value)
        Notebook.current?.remember(slot, value, outcome)
        Recorder.write(.outcome(slot: slot, outcome))
    }

    /// Formulas that the cell before defines, for the search for causes of false claims.
    public static func define(_ formulas: String) {
        Notebook.current?.define(Handed.value([PlainDefinition].self, from: formulas) ?? [])
    }

    /// The numbers that the cell before writes down, for the same search.
    public static func know(_ givens: String) {
        if let givens = Handed.value(PlainGivens.self, from: givens) { Notebook.current?.know(givens) }
    }

    /// Looks for the causes of false claims that the cell before made: now its constants are known.
    static func settle() {
        for claim in Notebook.current?.takeOpenClaims() ?? [] {
            let site = ClaimSite.call(claim.number)
            let outcome = Outcome(claim.value, written: claim.written, at: site)
            // Each is put before those that are there.
            for hint in outcome.hints.reversed() { Recorder.write(.cause(site, hint)) }
        }
    }

    /// The lesson reached its last line: nothing in it returned early.
    public static func end() {
        settle()
        for (site, hint) in Notebook.current?.sharedHints ?? [] { Recorder.write(.cause(site, hint)) }
        if let sheet = Notebook.current?.answerSheet { Recorder.write(.answers(sheet)) }
        Recorder.write(.finished)
    }

    static func style(
        _ notation: String, _ digits: Int, _ lossSymbol: String?, _ rateSymbol: String?, _ decimalMark: String,
        _ language: String
    ) -> PageStyle {
        var style = PageStyle()
        style.notation = PageStyle.Notation(rawValue: notation) ?? .sequential
        style.digits = digits
        style.lossSymbol = lossSymbol
        style.rateSymbol = rateSymbol
        style.decimalMark = DecimalMark(rawValue: decimalMark) ?? .point
        style.language = PageLanguage(rawValue: language) ?? .english
        return style
    }

    private static func leave(_ error: any Error, at place: String?) -> Never {
        let text = Array("lectern: the lesson threw\(place.map { " at " + $0 } ?? ""): \(MissingFile.words(for: error))\n".utf8)
        fflush(nil)
        _ = write(STDERR_FILENO, text, text.count)
        exit(66)
    }

    /// Takes the channel of records. A trap loses what waits in a buffer of prints, so nothing may wait there.
    private static func start() {
        Recorder.open()
        #if canImport(Glibc)
        setvbuf(Glibc.stdout, nil, _IONBF, 0)
        #else
        setvbuf(Darwin.stdout, nil, _IONBF, 0)
        #endif
    }
}
