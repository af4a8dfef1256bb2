import Exhibits

extension PageWords {
    static var german: PageWords {
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
}
