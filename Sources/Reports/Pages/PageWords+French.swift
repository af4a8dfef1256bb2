import Exhibits

extension PageWords {
    static var french: PageWords {
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
}
