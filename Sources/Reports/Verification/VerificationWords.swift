import Claims
import Exhibits
import Lessons

/// What the tables of verified numbers say, in the page's language; English where that isn't known.
struct VerificationWords: TranslatedWords, Sendable {
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
    /// An entry of a table that is claimed whole: `#` is what the table holds.
    var entry = "#, row ##, column ###"
    /// What a condition came to.
    var isTrue = "true"
    var isFalse = "false"
    var quoted = ", as quoted"
    var allIsolated = "All lessons ran isolated: out of reach of other lessons, of files outside and of the network."
    var notIsolated = "Not isolated from the machine, or only in part, ran"
    private var names = [
        "exact": "right", "truncated": "truncated", "vague": "vague", "rounding path": "rounding path", "wrong": "wrong",
        "not computed": "not computed",
    ]

    init(lang: String) { self.init(PageLanguage(tag: lang)) }

    init() {}

    /// What a condition came to.
    func said(_ truth: Bool) -> String { truth ? isTrue : isFalse }

    /// A computed value in a page's words and with its decimal mark.
    func said(computed: String, _ mark: DecimalMark) -> String { Bool(computed).map(said) ?? mark.spelled(computed) }

    func name(of verdict: String) -> String { names[verdict] ?? verdict }

    /// The verdict, and for a mistake that the lesson quotes that it is meant.
    func said(_ number: VerifiedNumber) -> String {
        let isTrue = Verdict(rawValue: number.verdict)?.isTrue ?? false
        return name(of: number.verdict) + (number.holds && !isTrue ? quoted : "")
    }

    static var german: VerificationWords {
        var words = VerificationWords()
        words.title = "Geprüfte Zahlen"
        words.all = "Alle geprüften Zahlen des Kurses"
        words.course = "Kurs"
        words.lesson = "Lektion"
        words.sum = "Insgesamt"
        words.quantity = "Größe"
        words.place = "Stelle"
        words.line = "Zeile"
        words.written = "Geschrieben"
        words.computed = "Berechnet"
        words.verdict = "Urteil"
        words.inCell = "in einer Zelle"
        words.entry = "#, Zeile ##, Spalte ###"
        words.isTrue = "wahr"
        words.isFalse = "falsch"
        words.quoted = ", so zitiert"
        words.allIsolated =
            "Alle Lektionen liefen abgeschottet: ohne Zugriff auf andere Lektionen, auf fremde Dateien und auf das Netz."
        words.notIsolated = "Nicht oder nur zum Teil abgeschottet liefen"
        words.names = [
            "exact": "richtig", "truncated": "abgeschnitten", "vague": "unbestimmt", "rounding path": "über gerundete Schritte",
            "wrong": "falsch", "not computed": "nicht berechnet",
        ]
        return words
    }

    static var french: VerificationWords {
        var words = VerificationWords()
        words.allIsolated =
            "Toutes les leçons ont été exécutées isolées : hors d’atteinte des autres leçons, des fichiers extérieurs et du réseau."
        words.notIsolated = "N’ont pas été exécutées isolées de la machine, ou seulement en partie"
        words.title = "Nombres vérifiés"
        words.all = "Tous les nombres vérifiés du cours"
        words.course = "Cours"
        words.lesson = "Leçon"
        words.sum = "En tout"
        words.quantity = "Grandeur"
        words.place = "Endroit"
        words.line = "ligne"
        words.written = "Écrit"
        words.computed = "Calculé"
        words.verdict = "Verdict"
        words.inCell = "dans une cellule"
        words.entry = "#, ligne ##, colonne ###"
        words.isTrue = "vrai"
        words.isFalse = "faux"
        words.quoted = ", cité ainsi"
        words.names = [
            "exact": "juste",
            "truncated": "tronqué",
            "vague": "vague",
            "rounding path": "par des étapes arrondies",
            "wrong": "faux",
            "not computed": "non calculé",
        ]
        return words
    }

    static var spanish: VerificationWords {
        var words = VerificationWords()
        words.allIsolated =
            "Todas las lecciones se ejecutaron aisladas: fuera del alcance de otras lecciones, de archivos externos y de la red."
        words.notIsolated = "No se ejecutaron aisladas de la máquina, o solo en parte"
        words.title = "Números verificados"
        words.all = "Todos los números verificados del curso"
        words.course = "Curso"
        words.lesson = "Lección"
        words.sum = "En total"
        words.quantity = "Cantidad"
        words.place = "Lugar"
        words.line = "línea"
        words.written = "Escrito"
        words.computed = "Calculado"
        words.verdict = "Veredicto"
        words.inCell = "en una celda"
        words.entry = "#, fila ##, columna ###"
        words.isTrue = "verdadero"
        words.isFalse = "falso"
        words.quoted = ", citado así"
        words.names = [
            "exact": "correcto",
            "truncated": "truncado",
            "vague": "vago",
            "rounding path": "por pasos redondeados",
            "wrong": "erróneo",
            "not computed": "no calculado",
        ]
        return words
    }

    static var arabic: VerificationWords {
        var words = VerificationWords()
        words.allIsolated =
            "نُفِّذت كل الدروس معزولة: بعيدًا عن متناول الدروس الأخرى والملفات الخارجية والشبكة."
        words.notIsolated = "لم تُنفَّذ معزولة عن الجهاز، أو عُزلت جزئيًا فقط"
        words.title = "الأعداد المُتحقَّق منها"
        words.all = "كل الأعداد المُتحقَّق منها في المقرر"
        words.course = "المقرر"
        words.lesson = "الدرس"
        words.sum = "الكل"
        words.quantity = "الكمية"
        words.place = "الموضع"
        words.line = "السطر"
        words.written = "المكتوب"
        words.computed = "المحسوب"
        words.verdict = "الحكم"
        words.inCell = "في خلية"
        words.entry = "#، الصف ##، العمود ###"
        words.isTrue = "صحيح"
        words.isFalse = "خطأ"
        words.quoted = "، منقول هكذا"
        words.names = [
            "exact": "صحيح",
            "truncated": "مبتور",
            "vague": "مبهم",
            "rounding path": "عبر خطوات مقرَّبة",
            "wrong": "خطأ",
            "not computed": "غير محسوب",
        ]
        return words
    }
}
