extension AlternativeWords {
    package static var french: AlternativeWords {
        var words = AlternativeWords()
        words.emptyGraph = "Un graphe de calcul vide."
        words.result = "le résultat"
        words.withGradient = ", gradient #"
        words.graphInputs = " Entrées : #."
        words.graph = "Graphe de # nœuds qui calcule ## = ###."
        words.graphOfGiven = "Graphe de # nœuds, avec les gradients de ##, donnés pour les derniers d’entre eux."
        words.networkDiagram = "Schéma du réseau : #"
        words.computationGraph = "Graphe de calcul"
        words.computationGraphOf = "Graphe de calcul de #"
        words.linePlot = "Courbes : #, avec ## en abscisse"
        words.values = "valeurs"
        words.logarithmic = ", avec un axe logarithmique"
        words.moreCurves = CountedWords(.french, one: "Et # autre courbe.", other: "Et # autres courbes.")
        words.curve = "la courbe"
        words.undrawnValues = CountedWords(
            .french, one: " ; # valeur n’est pas finie et n’est pas tracée",
            other: " ; # valeurs ne sont pas finies et ne sont pas tracées")
        words.noValues = "# n’a pas de valeurs à montrer"
        words.isAt = "# vaut ## en ###"
        words.units = "unités"
        words.over = "sur # ##"
        words.stays = "# reste à ## ###"
        words.goes = "# va de ## à ### ####"
        words.minimum = " ; le minimum est # en ##"
        words.band = " ; sa bande va à la fin de # à ##"
        words.maximum = " ; le maximum est # en ##"
        words.startsAndEnds = "# commence et finit à ## ###"
        words.falls = "# descend de ## à ### ####"
        words.rises = "# monte de ## à ### ####"
        words.matrix = "Matrice de # et ##"
        words.rows = CountedWords(.french, one: "# ligne", other: "# lignes")
        words.columns = CountedWords(.french, one: "# colonne", other: "# colonnes")
        words.row = "ligne #"
        words.noEntries = "# sans coefficients finis."
        words.entries = "#, coefficients de ## à ###."
        words.picture = "Une image"
        words.pictures = "# images"
        words.pixels = "# de ## pixels"
        words.histogram = "Histogramme : #"
        words.by = "# par ##"
        words.bars = CountedWords(.french, one: "# barre", other: "# barres")
        words.highest = ", la plus haute, #, en ##"
        words.nothing = "Rien à montrer."
        words.network = "Un réseau #."
        words.weights = " Poids : #."
        words.connections = " # connexions pondérées."
        words.regions = "Régions de décision"
        words.levelLines = "Lignes de niveau"
        words.levelLinesAndPaths = "Lignes de niveau et trajets"
        words.points = "Points : #, avec ## en abscisse"
        words.region = "La région de # couvre ## % de la surface."
        words.surface = "# lignes de niveau d’une surface entre ## et ###."
        words.pointsOf = CountedWords(.french, one: "# point de ##.", other: "# points de ##.")
        words.path = CountedWords(.french, one: "## va en # pas de ### à ####.", other: "## va en # pas de ### à ####.")
        // The legend's words are in the plural, whatever the number.
        words.ringed = CountedWords(
            .french, one: "# point est entouré : « ## » dans la légende.",
            other: "# points sont entourés : « ## » dans la légende.")
        words.unrolled = CountedWords(
            .french, one: "Réseau récurrent déroulé sur # pas", other: "Réseau récurrent déroulé sur # pas")
        words.step = "Pas # : entrée ##, état ###"
        words.stateGradient = " avec le gradient #"
        words.output = ", sortie #"
        words.moreSteps = CountedWords(.french, one: "Et # autre pas.", other: "Et # autres pas.")
        words.notANumber = "pas un nombre"
        return words
    }
}
