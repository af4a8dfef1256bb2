extension AlternativeWords {
    package static var spanish: AlternativeWords {
        var words = AlternativeWords()
        words.emptyGraph = "Un grafo de cálculo vacío."
        words.result = "el resultado"
        words.withGradient = ", gradiente #"
        words.graphInputs = " Entradas: #."
        words.graph = "Grafo de # nodos que calcula ## = ###."
        words.graphOfGiven = "Grafo de # nodos, con los gradientes de ##, dados para los últimos de ellos."
        words.networkDiagram = "Esquema de la red: #"
        words.computationGraph = "Grafo de cálculo"
        words.computationGraphOf = "Grafo de cálculo de #"
        words.linePlot = "Curvas: # en función de ##"
        words.values = "valores"
        words.logarithmic = ", con un eje logarítmico"
        words.moreCurves = CountedWords(.spanish, one: "Y 1 curva más.", other: "Y # curvas más.")
        words.curve = "la curva"
        words.undrawnValues = CountedWords(
            .spanish, one: "; 1 valor no es finito y no se dibuja", other: "; # valores no son finitos y no se dibujan")
        words.noValues = "# no tiene valores que mostrar"
        words.isAt = "# vale ## en ###"
        words.units = "unidades"
        words.over = "a lo largo de # ##"
        words.stays = "# se mantiene en ## ###"
        words.goes = "# va de ## a ### ####"
        words.minimum = "; el mínimo es # en ##"
        words.band = "; su banda termina en # a ##"
        words.maximum = "; el máximo es # en ##"
        words.startsAndEnds = "# empieza y termina en ## ###"
        words.falls = "# baja de ## a ### ####"
        words.rises = "# sube de ## a ### ####"
        words.matrix = "Matriz de # y ##"
        words.rows = CountedWords(.spanish, one: "1 fila", other: "# filas")
        words.columns = CountedWords(.spanish, one: "1 columna", other: "# columnas")
        words.row = "fila #"
        words.noEntries = "# sin entradas finitas."
        words.entries = "#, entradas de ## a ###."
        words.picture = "Una imagen"
        words.pictures = "# imágenes"
        words.pixels = "# de ## píxeles"
        words.histogram = "Histograma: #"
        words.by = "# por ##"
        words.bars = CountedWords(.spanish, one: "1 barra", other: "# barras")
        words.highest = ", la más alta, #, en ##"
        words.nothing = "Nada que mostrar."
        words.network = "Una red #."
        words.weights = " Pesos: #."
        words.connections = " # conexiones con peso."
        words.regions = "Regiones de decisión"
        words.levelLines = "Curvas de nivel"
        words.levelLinesAndPaths = "Curvas de nivel y trayectos"
        words.points = "Puntos: # en función de ##"
        words.region = "La región de # cubre el ## % del área."
        words.surface = "# curvas de nivel de una superficie entre ## y ###."
        words.pointsOf = CountedWords(.spanish, one: "1 punto de ##.", other: "# puntos de ##.")
        words.path = CountedWords(.spanish, one: "## va en 1 paso de ### a ####.", other: "## va en # pasos de ### a ####.")
        words.ringed = CountedWords(.spanish, one: "1 punto está rodeado: ##.", other: "# puntos están rodeados: ##.")
        words.unrolled = CountedWords(
            .spanish, one: "Red recurrente desplegada en 1 paso", other: "Red recurrente desplegada en # pasos")
        words.step = "Paso #: entrada ##, estado ###"
        words.stateGradient = " con gradiente #"
        words.output = ", salida #"
        words.moreSteps = CountedWords(.spanish, one: "Y 1 paso más.", other: "Y # pasos más.")
        words.notANumber = "no es un número"
        return words
    }
}
