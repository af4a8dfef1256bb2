extension DerivationWords {
    static var german: DerivationWords {
        var words = DerivationWords()
        words.usedInPlaces = "# wird an # Stellen gebraucht. Jede ist ein Weg zu #, und ihre Wirkungen addieren sich."
        words.change = "Eine Änderung von # ändert #"
        words.whichChanges = ", dies ändert #"
        words.direct = "# geht unmittelbar in # ein."
        words.links = "Die Kettenregel multipliziert die Steigungen dieser Glieder."
        words.forks =
            "Von dort verzweigt sich der Weg: durch #. Die Wirkungen der # Wege addieren sich im ersten Faktor."
        words.result = "Damit ist das Ergebnis"
        words.product = "Das Produkt der Faktoren ist der Gradient."
        words.itself = "Eine Größe ändert sich genau so schnell wie sie selbst."
        words.noWay = "Von ihr führt kein Weg zum Ergebnis."
        words.firstStep = "Der erste Schritt des Optimierers:"
        words.firstStepFromZero = "Der erste Schritt des Optimierers, dessen Momente bei 0 beginnen:"
        words.descent = "Ein Schritt gegen den Gradienten, mal der Lernrate, verkleinert den Fehler."
        words.slope = "Dies ist die Steigung von # an dieser Stelle."
        words.softmaxOwn =
            "Softmax wächst mit der eigenen Eingabe wie die Sigmoidfunktion: Ausgabe mal eins minus Ausgabe."
        words.softmaxOther =
            "Softmax verteilt 1: Was eine andere Eingabe gewinnt, verliert diese Ausgabe im Verhältnis beider."
        words.factors = "In einem Produkt ist die Steigung nach einem Faktor der andere Faktor."
        words.terms = "Eine Summe wächst genau so schnell wie jeder ihrer Summanden."
        words.notLargest = "Eine andere Zahl ist größer, also bleibt eine Änderung dieser ohne Wirkung."
        words.largest = "Das Maximum folgt allein der größten Zahl: Steigung 1."
        words.halfSquare =
            "Der Fehler ist ein halbes Quadrat, seine Steigung also einfach die Differenz, Ausgabe minus Ziel."
        words.mean = "Ein Mittelwert gibt von jeder Änderung einen Anteil weiter."
        words.constant = "Die Größe geht mit einem festen Faktor ein."
        words.givenSlope = "Dieser Gradient kommt von dem, was folgt; er ist gegeben."
        words.upper = "Dies ist die Steigung der oberen Formel, wenn sich nur die Größe unter dem Bruchstrich ändert."
        words.bias = "Der Bias wird so addiert, wie er ist, also wächst die Summe genau so schnell."
        words.weight = "Die Summe wächst mit einem Gewicht so schnell, wie die Zahl groß ist, die es multipliziert."
        words.throughWeight = "Die Summe gibt eine Änderung durch das Gewicht weiter, das sie multipliziert."
        words.sigmoid =
            "Die Steigung der Sigmoidfunktion lässt sich mit ihrer Ausgabe schreiben: Ausgabe mal eins minus Ausgabe."
        words.tanh = "Die Steigung von tanh lässt sich mit der Ausgabe schreiben: eins minus ihr Quadrat."
        words.reluOn = "ReLU lässt eine positive Zahl unverändert durch: Steigung 1."
        words.reluOff = "ReLU schneidet ab, was nicht positiv ist: Steigung 0, und auf diesem Weg kommt nichts zurück."
        words.positive = "Eine positive Zahl geht unverändert durch: Steigung 1."
        words.belowZero = "Unter null ist die Steigung #."
        words.exponential = "Die Exponentialfunktion ist ihre eigene Steigung."
        words.logarithm = "Die Steigung des Logarithmus ist eins durch sein Argument."
        words.identity = "Eine lineare Einheit gibt Änderungen unverändert weiter."
        words.softplus = "Die Steigung von Softplus ist die Sigmoidfunktion."
        words.cancellation =
            "Die Steigungen der Kreuzentropie und der Aktivierung davor kürzen sich: Es bleibt nur Ausgabe minus Ziel."
        words.saturated =
            "Der Gradient ist klein, weil dieses Neuron gesättigt ist: Weit von null ist die Kurve fast flach."
        words.off =
            "Der Gradient ist null, weil dieses Neuron aus ist: Seine Summe ist nicht positiv, also bleibt jede Änderung des Gewichts ohne Wirkung."
        words.at = "bei"
        words.gradientOf = "Der Gradient von #, den jeder Weg von dort zurück wieder braucht."
        words.wayBack =
            "Jeder Weg bringt den Gradienten dessen zurück, wohin er führt, mal der Steigung dieses Schritts. Die Wege addieren sich."
        words.wayBackIdle =
            "Jeder Weg bringt den Gradienten dessen zurück, wohin er führt, mal der Steigung dieses Schritts. Die Wege addieren sich; die 0 bringen, fehlen bei den Zahlen."
        words.withNumbers = "Mit Zahlen:"
        words.quantity = "Größe"
        words.formula = "Formel"
        words.numbers = "Mit Zahlen"
        words.value = "Wert"
        words.comingBack = "Was zurückkommt"
        words.gradient = "Gradient"
        words.parameter = "Parameter"
        words.engine = "Rechenwerk"
        words.scalarGraph = "Skalarer Graph"
        words.centralDifference = "Zentrale Differenz"
        words.updated = "Neu"
        words.slopeOf = "Dies ist die Steigung der Funktion an dieser Stelle."
        words.namedGradientsFirst = "Zuerst die Gradienten von #, die jeder Weg von dort zurück wieder braucht."
        words.namedGradientsNext = "Dann die Gradienten von #."
        words.layer = "Schicht"
        words.meanSize = "mittlere Größe"
        words.oneLayer = "Es gibt nur eine Schicht von Neuronen."
        words.deltaChange = "Von Schicht # zurück zu Schicht # ändert sich das mittlere Delta von # zu #"
        words.vanishes = ": der Gradient verschwindet."
        words.explodes = ": der Gradient explodiert."
        return words
    }
}
