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

    private static var german: PageWords {
        var words = PageWords()
        words.skip = "Zum Text"
        words.course = "Kurs"
        words.onThisPage = "Auf dieser Seite"
        words.contents = "Inhalt"
        words.lessons = "Lektionen"
        words.languages = "Sprachen"
        words.previous = "Zurück"
        words.next = "Weiter"
        words.search = "Suchen"
        words.searchAll = "Alle Lektionen durchsuchen"
        words.results = "Suchergebnisse"
        words.nothing = "Nichts gefunden."
        words.theme = "Farben"
        words.auto = "Auto"
        words.light = "Hell"
        words.dark = "Dunkel"
        words.copy = "Kopieren"
        words.copied = "Kopiert"
        words.code = "Programmtext"
        words.wide = "Breiter Inhalt, lässt sich verschieben"
        words.figure = "Abbildung"
        words.numbers = "Die Zahlen dieser Abbildung"
        words.excerpt = "Ein Auszug. Alle Zahlen:"
        words.lines = "Zeilen"
        words.allLines = "Alles:"
        words.computed = "berechnet"
        words.derivation = "Herleitung"
        words.solutions = "Lösungen"
        words.links = "Verweise"
        words.footnotes = "Fußnoten"
        words.claim = ClaimWords(
            verified: "geprüft", truncated: "geprüft, abgeschnitten statt gerundet",
            vague: "geprüft, aber kaum mehr als geschätzt",
            path: "folgt nur aus gerundeten Schritten", wrong: "nicht, was das Netz ergibt",
            untrue: "trifft auf das Berechnete nicht zu", computed: "berechnet",
            noValue: "kein Wert")
        words.stepByStep = "Beide Durchläufe, Schritt für Schritt"
        words.stepBack = "Einen Schritt zurück"
        words.stepOn = "Nächster Schritt"
        words.explorable = "befragbare Zeichnung"
        words.notFound = "Seite nicht gefunden"
        words.notFoundText = "Unter dieser Adresse steht keine Seite. Dies sind die Seiten des Kurses:"
        words.callouts = [
            "note": "Hinweis", "tip": "Tipp", "warning": "Warnung", "important": "Wichtig", "caution": "Vorsicht",
            "exercise": "Aufgabe", "solution": "Lösung", "answers": "Antworten", "hint": "Hilfe", "instructor": "Für Lehrende",
            "proof": "Beweis", "remark": "Bemerkung", "algorithm": "Algorithmus", "assumption": "Annahme",
            "property": "Eigenschaft", "conjecture": "Vermutung", "axiom": "Axiom",
            "stored-output": "Gespeicherte Ausgabe, nicht hier berechnet",
        ]
        words.blank = "Lücke"
        words.blanks = "Lücken"
        words.decimalPlaces = "Nachkommastellen"
        words.inDrawing = "In der Zeichnung:"
        words.points = CountedWords(.german, one: "# Punkt", other: "# Punkte")
        words.slide = "Folie"
        words.notes = "Notizen"
        words.editPage = "Diese Seite bearbeiten"
        words.pageSource = "Quelltext dieser Seite"
        words.reportIssue = "Einen Fehler melden"
        words.download = "Zum Mitnehmen:"
        words.notebook = "Jupyter-Notebook"
        return words
    }

    private static var french: PageWords {
        var words = PageWords()
        words.skip = "Aller au texte"
        words.course = "Cours"
        words.onThisPage = "Sur cette page"
        words.contents = "Table des matières"
        words.lessons = "Leçons"
        words.languages = "Langues"
        words.previous = "Précédent"
        words.next = "Suivant"
        words.search = "Rechercher"
        words.searchAll = "Rechercher dans toutes les leçons"
        words.results = "Résultats"
        words.nothing = "Aucun résultat."
        words.theme = "Couleurs"
        words.light = "Clair"
        words.dark = "Sombre"
        words.copy = "Copier"
        words.copied = "Copié"
        words.code = "Code"
        words.wide = "Contenu large, défilable"
        words.numbers = "Les nombres de cette figure"
        words.excerpt = "Un extrait. Tous les nombres :"
        words.lines = "lignes"
        words.allLines = "Le tout :"
        words.computed = "calculé"
        words.derivation = "Dérivation"
        words.links = "Liens"
        words.footnotes = "Notes de bas de page"
        words.claim = ClaimWords(
            verified: "vérifié", truncated: "vérifié, tronqué au lieu d’arrondi",
            vague: "vérifié, mais à peine plus qu’une estimation",
            path: "ne suit que d’étapes arrondies", wrong: "pas ce que donne le réseau",
            untrue: "n’est pas vrai de ce qui a été calculé", computed: "calculé",
            noValue: "aucune valeur")
        words.stepByStep = "Les deux passes, pas à pas"
        words.stepBack = "Un pas en arrière"
        words.stepOn = "Pas suivant"
        words.explorable = "dessin à explorer"
        words.solutions = "Solutions"
        words.figure = "Figure"
        words.notFound = "Page introuvable"
        words.notFoundText = "Il n’y a pas de page à cette adresse. Voici les pages du cours :"
        words.callouts = [
            "note": "Remarque", "tip": "Conseil", "warning": "Avertissement", "important": "Important", "caution": "Attention",
            "exercise": "Exercice", "solution": "Solution", "answers": "Réponses", "hint": "Indice",
            "instructor": "Pour les enseignants",
            "proof": "Démonstration", "remark": "Remarque", "algorithm": "Algorithme", "assumption": "Hypothèse",
            "property": "Propriété", "conjecture": "Conjecture", "axiom": "Axiome",
            "stored-output": "Sortie enregistrée, non calculée ici",
        ]
        words.blank = "Champ à remplir"
        words.blanks = "Champs à remplir"
        words.decimalPlaces = "Décimales"
        words.inDrawing = "Dans le dessin :"
        words.points = CountedWords(.french, one: "# point", other: "# points")
        words.slide = "Diapositive"
        words.notes = "Notes de présentation"
        words.editPage = "Modifier cette page"
        words.pageSource = "Source de cette page"
        words.reportIssue = "Signaler un problème"
        words.download = "À emporter :"
        words.notebook = "notebook Jupyter"
        return words
    }

    private static var spanish: PageWords {
        var words = PageWords()
        words.skip = "Ir al texto"
        words.course = "Curso"
        words.onThisPage = "En esta página"
        words.contents = "Índice"
        words.lessons = "Lecciones"
        words.languages = "Idiomas"
        words.previous = "Anterior"
        words.next = "Siguiente"
        words.search = "Buscar"
        words.searchAll = "Buscar en todas las lecciones"
        words.results = "Resultados"
        words.nothing = "No se encontró nada."
        words.theme = "Colores"
        words.light = "Claro"
        words.dark = "Oscuro"
        words.copy = "Copiar"
        words.copied = "Copiado"
        words.code = "Código"
        words.wide = "Contenido ancho, desplazable"
        words.figure = "Figura"
        words.numbers = "Los números de esta figura"
        words.excerpt = "Un extracto. Todos los números:"
        words.lines = "líneas"
        words.allLines = "Todo:"
        words.computed = "calculado"
        words.derivation = "Derivación"
        words.solutions = "Soluciones"
        words.links = "Enlaces"
        words.footnotes = "Notas al pie"
        words.claim = ClaimWords(
            verified: "verificado", truncated: "verificado, truncado en vez de redondeado",
            vague: "verificado, pero apenas más que una conjetura",
            path: "solo se sigue de pasos redondeados", wrong: "no es lo que da la red",
            untrue: "no es cierto de lo calculado", computed: "calculado",
            noValue: "ningún valor")
        words.stepByStep = "Las dos pasadas, paso a paso"
        words.stepBack = "Un paso atrás"
        words.stepOn = "Paso siguiente"
        words.explorable = "dibujo explorable"
        words.notFound = "Página no encontrada"
        words.notFoundText = "No hay ninguna página en esta dirección. Estas son las páginas del curso:"
        words.callouts = [
            "note": "Nota", "tip": "Consejo", "warning": "Advertencia", "important": "Importante", "caution": "Precaución",
            "exercise": "Ejercicio", "solution": "Solución", "answers": "Respuestas", "hint": "Pista",
            "instructor": "Para docentes",
            "proof": "Demostración", "remark": "Observación", "algorithm": "Algoritmo", "assumption": "Supuesto",
            "property": "Propiedad", "conjecture": "Conjetura", "axiom": "Axioma",
            "stored-output": "Salida guardada, no calculada aquí",
        ]
        words.blank = "Espacio en blanco"
        words.blanks = "Espacios en blanco"
        words.decimalPlaces = "Decimales"
        words.inDrawing = "En el dibujo:"
        words.points = CountedWords(.spanish, one: "# punto", other: "# puntos")
        words.slide = "Diapositiva"
        words.notes = "Notas"
        words.editPage = "Editar esta página"
        words.pageSource = "Fuente de esta página"
        words.reportIssue = "Informar de un problema"
        words.download = "Para llevar:"
        words.notebook = "cuaderno de Jupyter"
        return words
    }
}
