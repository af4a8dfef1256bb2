import Claims
import Lessons

/// What the tables of verified numbers say, in the page's language; English where that isn't known.
struct VerificationWords: Sendable {
    var title = "Verified numbers"
    var all = "All verified numbers of the course"
    var course = "Course"
    var lesson = "Lesson"
    var sum = "All"
    var quantity = "Quantity"
    var place = "Place"
    var line = "line"
    var written = "Written"
    var computed = "Computed"
    var verdict = "Verdict"
    var inCell = "in a cell"
    var quoted = "as quoted"
    var allIsolated = "All lessons ran isolated: out of reach of other lessons, of files outside and of the network."
    var notIsolated = "Not isolated from the machine, or only in part, ran"
    private var names = [
        "exact": "exact", "truncated": "truncated", "vague": "vague", "rounding path": "rounding path", "wrong": "wrong",
        "not computed": "not computed",
    ]

    init(lang: String) {
        switch LanguageTag.primary(lang) {
        case "de": self = Self.german
        default: break
        }
    }

    private init() {}

    func name(of verdict: String) -> String { names[verdict] ?? verdict }

    /// The verdict, and for a mistake that the lesson quotes that it is meant.
    func said(_ number: VerifiedNumber) -> String {
        let isTrue = Verdict(rawValue: number.verdict)?.isTrue ?? false
        return name(of: number.verdict) + (number.holds && !isTrue ? ", \(quoted)" : "")
    }

    private static var german: VerificationWords {
        var words = VerificationWords()
        words.title = "Geprüfte Zahlen"
        words.all = "Alle geprüften Zahlen des Kurses"
        words.course = "Kurs"
        words.lesson = "Lektion"
        words.sum = "Alle"
        words.quantity = "Größe"
        words.place = "Stelle"
        words.line = "Zeile"
        words.written = "Geschrieben"
        words.computed = "Berechnet"
        words.verdict = "Urteil"
        words.inCell = "in einer Zelle"
        words.quoted = "so zitiert"
        words.allIsolated =
            "Alle Lektionen liefen abgeschottet: ohne Zugriff auf andere Lektionen, auf fremde Dateien und auf das Netz."
        words.notIsolated = "Nicht oder nur zum Teil abgeschottet liefen"
        words.names = [
            "exact": "genau", "truncated": "abgeschnitten", "vague": "unbestimmt", "rounding path": "über gerundete Schritte",
            "wrong": "falsch", "not computed": "nicht berechnet",
        ]
        return words
    }
}
