extension NumberWords {
    package static var french: NumberWords {
        var words = NumberWords()
        words.row = "ligne"
        words.picture = "image"
        words.weight = "poids"
        words.from = "de"
        words.to = "à"
        words.value = "valeur"
        words.gradient = "gradient"
        words.node = "nœud"
        words.name = "nom"
        words.computedBy = "calculé par"
        words.input = "entrée"
        words.state = "état"
        words.output = "sortie"
        words.step = "pas"
        words.curve = "courbe"
        words.height = "hauteur"
        words.bar = "barre"
        words.points = "points"
        words.region = "Région"
        words.surface = "Hauteur de la surface"
        return words
    }
}
