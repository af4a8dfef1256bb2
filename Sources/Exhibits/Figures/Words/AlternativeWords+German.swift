extension AlternativeWords {
    package static var german: AlternativeWords {
        var words = AlternativeWords()
        words.emptyGraph = "Ein leerer Rechengraph."
        words.result = "das Ergebnis"
        words.withGradient = ", Gradient #"
        words.graphInputs = " Eingaben: #."
        words.graph = "Graph mit # Knoten, der ## = ### berechnet."
        words.graphOfGiven = "Graph mit # Knoten und den Gradienten von ##, die für die letzten davon gegeben waren."
        words.networkDiagram = "Zeichnung des Netzes: #"
        words.computationGraph = "Rechengraph"
        words.computationGraphOf = "Rechengraph von #"
        words.linePlot = "Kurven: # über ##"
        words.values = "Werte"
        words.logarithmic = ", mit logarithmischer Achse"
        words.moreCurves = CountedWords(.german, one: "Und 1 weitere Kurve.", other: "Und # weitere Kurven.")
        words.curve = "die Kurve"
        words.undrawnValues = CountedWords(
            .german, one: "; 1 Wert ist nicht endlich und nicht gezeichnet",
            other: "; # Werte sind nicht endlich und nicht gezeichnet")
        words.noValues = "# hat keine Werte, die sich zeigen ließen"
        words.isAt = "# ist ## bei ###"
        words.units = "Einheiten"
        words.over = "über # ##"
        words.stays = "# bleibt ### bei ##"
        words.goes = "# geht #### von ## nach ###"
        words.minimum = "; das Minimum ist # bei ##"
        words.band = "; am Ende reicht ihr Band von # bis ##"
        words.maximum = "; das Maximum ist # bei ##"
        words.startsAndEnds = "# beginnt und endet ### bei ##"
        words.falls = "# fällt #### von ## auf ###"
        words.rises = "# steigt #### von ## auf ###"
        words.matrix = "Matrix mit # und ##"
        words.rows = CountedWords(.german, one: "1 Zeile", other: "# Zeilen")
        words.columns = CountedWords(.german, one: "1 Spalte", other: "# Spalten")
        words.row = "Zeile #"
        words.noEntries = "# ohne endliche Einträge."
        words.entries = "#, Einträge von ## bis ###."
        words.picture = "Ein Bild"
        words.pictures = "# Bilder"
        words.pixels = "# mit ## Pixeln"
        words.histogram = "Histogramm: #"
        words.by = "# nach ##"
        words.bars = CountedWords(.german, one: "1 Balken", other: "# Balken")
        words.highest = ", der höchste, #, bei ##"
        words.nothing = "Nichts zu zeigen."
        words.network = "Ein #-Netz."
        words.weights = " Gewichte: #."
        words.connections = " # gewichtete Verbindungen."
        words.regions = "Entscheidungsgebiete"
        words.levelLines = "Höhenlinien"
        words.levelLinesAndPaths = "Höhenlinien und Wege"
        words.points = "Punkte: # über ##"
        words.region = "Das Gebiet von # bedeckt ## % der Fläche."
        words.surface = "# Höhenlinien einer Fläche zwischen ## und ###."
        words.pointsOf = CountedWords(.german, one: "1 Punkt von ##.", other: "# Punkte von ##.")
        words.path = CountedWords(
            .german, one: "## geht in 1 Schritt von ### nach ####.", other: "## geht in # Schritten von ### nach ####.")
        words.ringed = CountedWords(.german, one: "1 Punkt ist umkreist: ##.", other: "# Punkte sind umkreist: ##.")
        words.unrolled = CountedWords(
            .german, one: "Rekurrentes Netz, über 1 Schritt ausgerollt", other: "Rekurrentes Netz, über # Schritte ausgerollt")
        words.step = "Schritt #: Eingabe ##, Zustand ###"
        words.stateGradient = " mit Gradient #"
        words.output = ", Ausgabe #"
        words.moreSteps = CountedWords(.german, one: "Und 1 weiterer Schritt.", other: "Und # weitere Schritte.")
        words.notANumber = "keine Zahl"
        return words
    }
}
