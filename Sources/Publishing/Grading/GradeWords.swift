import Exhibits

/// The words of pages with marks.
struct GradeWords: TranslatedWords {
    var marks = "Marks"
    var points = "points"
    var question = "question"
    var given = "given"
    var key = "key"
    var remark = "remark"
    var student = "student"
    var handedIn = "answer sheets"
    var mean = "mean"
    var solved = "solved"
    var slips = "Slips"
    var count = "count"
    var right = "right"
    var rounded = "right, rounded on the way"
    var carried = "follows from an earlier mistake"
    var wrong = "wrong"
    var missing = "missing"
    var unreadable = "can't be read"
    // What fingers do, and the answer to something else.
    var lostSign = "the sign lost"
    var pointRight = "the decimal point too far right"
    var pointFarRight = "the decimal point two places too far right"
    var pointLeft = "the decimal point too far left"
    var swappedDigits = "two digits in each other's places, for #"
    var answersOther = "this answers #"

    /// The words of a page in this language, English ones where there are no others.
    init(lang: String) { self.init(PageLanguage(rawValue: String(lang.prefix { $0 != "-" })) ?? .english) }

    init() {}

    func text(_ verdict: Mark.Verdict) -> String {
        switch verdict {
        case .right: right
        case .rounded: rounded
        case .carried: carried
        case .wrong: wrong
        case .missing: missing
        case .unreadable: unreadable
        }
    }

    static var german: GradeWords {
        var words = GradeWords()
        words.marks = "Bewertung"
        words.points = "Punkte"
        words.question = "Frage"
        words.given = "Antwort"
        words.key = "Lösung"
        words.remark = "Bemerkung"
        words.student = "Name"
        words.handedIn = "Abgaben"
        words.mean = "Mittel"
        words.solved = "gelöst"
        words.slips = "Fehler"
        words.count = "Anzahl"
        words.right = "richtig"
        words.rounded = "richtig, unterwegs gerundet"
        words.carried = "Folgefehler"
        words.wrong = "falsch"
        words.missing = "fehlt"
        words.unreadable = "nicht lesbar"
        words.lostSign = "das Vorzeichen verloren"
        words.pointRight = "das Komma zu weit rechts"
        words.pointFarRight = "das Komma zwei Stellen zu weit rechts"
        words.pointLeft = "das Komma zu weit links"
        words.swappedDigits = "zwei Ziffern vertauscht, statt #"
        words.answersOther = "das antwortet auf #"
        return words
    }

    static var french: GradeWords {
        var words = GradeWords()
        words.marks = "Notes"
        words.given = "réponse"
        words.key = "solution"
        words.remark = "remarque"
        words.student = "nom"
        words.handedIn = "copies rendues"
        words.mean = "moyenne"
        words.solved = "réussi"
        words.slips = "Erreurs"
        words.count = "nombre"
        words.right = "juste"
        words.rounded = "juste, arrondi en route"
        words.carried = "découle d’une erreur précédente"
        words.wrong = "faux"
        words.missing = "manque"
        words.unreadable = "illisible"
        words.lostSign = "le signe perdu"
        words.pointRight = "la virgule trop à droite"
        words.pointFarRight = "la virgule deux rangs trop à droite"
        words.pointLeft = "la virgule trop à gauche"
        words.swappedDigits = "deux chiffres échangés, au lieu de #"
        words.answersOther = "cela répond à #"
        return words
    }

    static var spanish: GradeWords {
        var words = GradeWords()
        words.marks = "Notas"
        words.points = "puntos"
        words.question = "pregunta"
        words.given = "respuesta"
        words.key = "solución"
        words.remark = "observación"
        words.student = "nombre"
        words.handedIn = "entregas"
        words.mean = "media"
        words.solved = "resuelto"
        words.slips = "Errores"
        words.count = "cantidad"
        words.right = "correcto"
        words.rounded = "correcto, redondeado por el camino"
        words.carried = "se sigue de un error anterior"
        words.wrong = "incorrecto"
        words.missing = "falta"
        words.unreadable = "ilegible"
        words.lostSign = "el signo perdido"
        words.pointRight = "la coma demasiado a la derecha"
        words.pointFarRight = "la coma dos lugares demasiado a la derecha"
        words.pointLeft = "la coma demasiado a la izquierda"
        words.swappedDigits = "dos cifras intercambiadas, en vez de #"
        words.answersOther = "esto responde a #"
        return words
    }

    static var arabic: GradeWords {
        var words = GradeWords()
        words.marks = "العلامات"
        words.points = "نقاط"
        words.question = "السؤال"
        words.given = "الإجابة"
        words.key = "الحل"
        words.remark = "ملاحظة"
        words.student = "الاسم"
        words.handedIn = "الأوراق المسلَّمة"
        words.mean = "المتوسط"
        words.solved = "المحلول"
        words.slips = "الأخطاء"
        words.count = "العدد"
        words.right = "صحيح"
        words.rounded = "صحيح مع تقريب في الطريق"
        words.carried = "ناتج عن خطأ سابق"
        words.wrong = "خطأ"
        words.missing = "لا إجابة"
        words.unreadable = "غير مقروء"
        words.lostSign = "ضاعت الإشارة"
        words.pointRight = "الفاصلة العشرية أبعد إلى اليمين مما ينبغي"
        words.pointFarRight = "الفاصلة العشرية أبعد إلى اليمين بمنزلتين"
        words.pointLeft = "الفاصلة العشرية أبعد إلى اليسار مما ينبغي"
        words.swappedDigits = "تبادل رقمان مكانيهما، والصحيح #"
        words.answersOther = "هذا جواب #"
        return words
    }
}
