import Exhibits

/// What drawings say of their own accord, in the page's language.
struct FigureWords: TranslatedWords, Hashable, Sendable {
    var value = "value"
    var gradient = "gradient"
    var valueAbove = "value above"
    var gradientBelow = "gradient below"
    var positiveWeight = "positive weight"
    var negativeWeight = "negative weight"
    var noValues = "no values to show"
    var noSteps = "no steps to show"
    /// Steps of a recurrent network that a drawing leaves out.
    var moreSteps = "# more"
    var noPictures = "no pictures"

    init() {}

    static var german: FigureWords {
        var words = FigureWords()
        words.value = "Wert"
        words.gradient = "Gradient"
        words.valueAbove = "oben der Wert"
        words.gradientBelow = "unten der Gradient"
        words.positiveWeight = "positives Gewicht"
        words.negativeWeight = "negatives Gewicht"
        words.noValues = "keine Werte"
        words.noSteps = "keine Schritte"
        words.moreSteps = "# weitere"
        words.noPictures = "keine Bilder"
        return words
    }

    static var french: FigureWords {
        var words = FigureWords()
        words.value = "valeur"
        words.gradient = "gradient"
        words.valueAbove = "valeur en haut"
        words.gradientBelow = "gradient en bas"
        words.positiveWeight = "poids positif"
        words.negativeWeight = "poids négatif"
        words.noValues = "aucune valeur"
        words.noSteps = "aucun pas"
        words.moreSteps = "# de plus"
        words.noPictures = "aucune image"
        return words
    }

    static var spanish: FigureWords {
        var words = FigureWords()
        words.value = "valor"
        words.gradient = "gradiente"
        words.valueAbove = "valor arriba"
        words.gradientBelow = "gradiente abajo"
        words.positiveWeight = "peso positivo"
        words.negativeWeight = "peso negativo"
        words.noValues = "ningún valor"
        words.noSteps = "ningún paso"
        words.moreSteps = "# más"
        words.noPictures = "ninguna imagen"
        return words
    }

    static var arabic: FigureWords {
        var words = FigureWords()
        words.value = "القيمة"
        words.gradient = "التدرج"
        words.valueAbove = "القيمة فوق"
        words.gradientBelow = "التدرج تحت"
        words.positiveWeight = "وزن موجب"
        words.negativeWeight = "وزن سالب"
        words.noValues = "لا قيم"
        words.noSteps = "لا خطوات"
        words.moreSteps = "# أخرى"
        words.noPictures = "لا صور"
        return words
    }
}
