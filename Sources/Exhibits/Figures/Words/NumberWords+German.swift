extension NumberWords {
    package static var german: NumberWords {
        var words = NumberWords()
        words.row = "Zeile"
        words.picture = "Bild"
        words.weight = "Gewicht"
        words.from = "von"
        words.to = "nach"
        words.value = "Wert"
        words.gradient = "Gradient"
        words.node = "Knoten"
        words.name = "Name"
        words.computedBy = "berechnet durch"
        words.input = "Eingabe"
        words.state = "Zustand"
        words.output = "Ausgabe"
        words.step = "Schritt"
        words.curve = "Kurve"
        words.height = "Höhe"
        words.bar = "Balken"
        words.points = "Punkte"
        words.region = "Gebiet"
        words.surface = "Höhe der Fläche"
        return words
    }
}
